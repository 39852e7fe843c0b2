import { z } from 'zod';
import { changeBranch } from '../branch.ts';
import { statusOf, type Client, type Repository } from '../read/client.ts';
import type { AppKey } from './app-keys.ts';
import { gateEnvironment, idVariable, keySecret } from './description.ts';
import type { Step } from './difference.ts';
import { SetupFault } from './fault.ts';
import { refusal } from './report.ts';
import { seal } from './seal.ts';
import type { State } from './state.ts';

/** Calls of the API that a step means. Secrets and what needs another hand are not among them. */
export async function applyStep(
  client: Client,
  repository: Repository,
  step: Extract<Step, { kind: 'request' | 'create' | 'codeowners' }>,
  isPrivate: boolean,
): Promise<void> {
  switch (step.kind) {
    case 'create':
      await createRepository(client, repository, isPrivate);
      return;
    case 'request':
      await client.request(step.route, { ...repository, ...step.parameters });
      return;
    case 'codeowners':
      await changeBranch(client, repository, 'main', async () => ({
        message: 'CODEOWNERS: pengelola sistem kantor ini',
        files: new Map([['.github/CODEOWNERS', step.text]]),
      }));
  }
}

async function createRepository(
  client: Client,
  { owner, repo }: Repository,
  isPrivate: boolean,
): Promise<void> {
  try {
    await client.request('POST /orgs/{org}/repos', { org: owner, name: repo, private: isPrivate });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    throw new SetupFault(
      `Repositori ${owner}/${repo} tidak dapat dibuat: ${owner} bukan organisasi, atau token ini tidak boleh membuat ` +
        'repositori di dalamnya. Buat organisasinya di https://github.com/organizations/plan (paket gratis cukup), lalu ' +
        'ulangi dengan token milik pemiliknya.',
    );
  }
}

const publicKey = z.object({ key: z.string(), key_id: z.string() });
const at = '/repos/{owner}/{repo}/environments/{environment_name}';

/**
 * Opens the place where the gate looks for the app's id and key; only then may an app be made whose key GitHub gives
 * but once. The id is stored first: whoever is interrupted in between finds a secret missing and knows of which app.
 */
export async function openKeyStore(
  client: Client,
  repository: Repository,
  state: State,
): Promise<(key: AppKey) => Promise<void>> {
  const where = { ...repository, environment_name: gateEnvironment };
  const { data } = await client.request(`GET ${at}/secrets/public-key`, where);
  const { key, key_id } = publicKey.parse(data);
  const known = state.environments.find(({ name }) => name === gateEnvironment)?.variables[idVariable];
  return async ({ id, privateKey }) => {
    const variable = { name: idVariable, value: String(id) };
    try {
      if (known === undefined) await client.request(`POST ${at}/variables`, { ...where, ...variable });
      else if (known !== variable.value)
        await client.request(`PATCH ${at}/variables/{name}`, { ...where, ...variable });
      await client.request(`PUT ${at}/secrets/{secret_name}`, {
        ...where,
        secret_name: keySecret,
        key_id,
        encrypted_value: await seal(privateKey, key),
      });
    } catch (error) {
      throw new SetupFault(
        `Kunci aplikasi ${id} belum tersimpan. ${refusal(error)} Bila aplikasinya baru dibuat dan kuncinya tidak ` +
          'disimpan ke berkas, buat kunci baru di halaman aplikasi itu (Private keys → Generate a private key), lalu ' +
          `ulangi dengan --app ${id} --kunci <berkas>.`,
      );
    }
  };
}

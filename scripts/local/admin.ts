import { Hono } from 'hono';
import { parse } from 'yaml';
import type { AdminConfig } from '../../cms/config.ts';
import { collections } from '../../content/schema/collections.ts';
import { formAlurs, type FormAlur } from '../core/form-alur.ts';
import type { SettingsFile } from '../github/read/facts.ts';
import { aturanOf } from '../github/read/settings.ts';
import type { Local } from './local.ts';

const main = 'refs/heads/main';

/** Names in a folder of `main`; none where there is no such folder. */
async function namesIn(local: Local, folder: string): Promise<string[]> {
  const entries = await local.repository.tree(`${main}:${folder}`);
  return (entries ?? []).map((entry) => entry.name);
}

/** Offices that an item can name: those of `content/opd/` on `main`. */
async function offices(local: Local): Promise<{ value: string; label: string }[]> {
  const files = (await namesIn(local, 'content/opd')).filter((name) => name.endsWith('.yml'));
  return Promise.all(
    files.map(async (name) => {
      const value = name.slice(0, -'.yml'.length);
      const found = await local.repository.reader.read(`${main}:content/opd/${name}`);
      const data = found?.type === 'blob' ? (parse(found.content.toString('utf8')) as unknown) : null;
      const nama = (data as { nama?: unknown } | null)?.nama;
      return { value, label: typeof nama === 'string' ? nama : value };
    }),
  );
}

/** Years that a collection has items of, where its folders are years. */
async function yearsOf(local: Local, name: string): Promise<number[]> {
  return (await namesIn(local, `content/${name}`)).filter((folder) => /^20\d\d$/.test(folder)).map(Number);
}

/** What forms need of the SOPs; none where the settings on `main` have a fault: a form then shows all its fields. */
async function alurs(local: Local): Promise<Readonly<Record<string, FormAlur>>> {
  const sops = await namesIn(local, 'content/sop');
  const paths = [
    'content/alur.yml',
    'content/pelaksana.yml',
    ...sops.map((id) => `content/sop/${id}/index.md`),
  ];
  const files = await Promise.all(
    paths.map(async (path): Promise<SettingsFile[]> => {
      const found = await local.repository.reader.read(`${main}:${path}`);
      return found?.type === 'blob' ? [{ path, oid: found.oid, text: found.content.toString('utf8') }] : [];
    }),
  );
  const aturan = aturanOf(files.flat());
  return aturan.ok ? formAlurs(aturan.value) : {};
}

/** What Decap's page asks at its start: the repository, the offices and years that are there, the SOPs, and the time. */
export async function adminConfig(local: Local): Promise<AdminConfig> {
  const dated = collections.filter(({ folders }) => folders[0] === 'year');
  const years = await Promise.all(dated.map(async ({ name }) => [name, await yearsOf(local, name)] as const));
  return {
    repo: `${local.owner}/${local.name}`,
    relations: { opd: await offices(local) },
    years: Object.fromEntries(years),
    alur: await alurs(local),
    app: local.app.id,
    now: local.now(),
  };
}

/** `/admin/admin-config.json`, made anew at each question. */
export function adminRoutes(local: Local): Hono {
  const routes = new Hono();
  routes.get('/admin/admin-config.json', async (context) => context.json(await adminConfig(local)));
  return routes;
}

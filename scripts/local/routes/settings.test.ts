import sodium from 'libsodium-wrappers';
import { App, Octokit } from 'octokit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, place, type Office } from '../testing/office.ts';
import { untried } from '../testing/served.ts';
import { findEnvironment } from '../store/environments.ts';
import { openSealed } from '../store/sealing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ empty: { plan: 'free' } });
});
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(() => office.stop());

const rest = () => office.as('admin-ti-satu').rest;
const gerbang = { ...place, environment_name: 'gerbang' };
const answerOf = async (login: string, method: string, path: string, body?: unknown) => {
  const { status, message } = await office.call(login, method, path, body);
  return [status, message];
};

describe('an administrator sets an empty organisation up', () => {
  test('the repository is not there until it is made, once', async () => {
    await expect(rest().repos.get(place)).rejects.toMatchObject({ status: 404 });
    expect((await rest().orgs.get({ org: 'diskominfo' })).data.plan?.name).toBe('free');
    const made = await rest().repos.createInOrg({ org: 'diskominfo', name: 'portal' });
    expect(made.data).toMatchObject({ private: false, allow_merge_commit: true, has_wiki: true });
    await expect(rest().repos.createInOrg({ org: 'diskominfo', name: 'portal' })).rejects.toMatchObject({
      status: 422,
    });
    const files = { '.github/CODEOWNERS': '* @admin-ti-satu @hantu # pengelola\n' };
    const sha = await office.commit('admin-ti-satu', undefined, files);
    await rest().git.createRef({ ...place, ref: 'refs/heads/main', sha });
  });

  test('what is changed on the repository is given back, and what is unknown here is refused', async () => {
    const changed = await rest().repos.update({ ...place, has_wiki: false, allow_merge_commit: false });
    expect(changed.data).toMatchObject({ has_wiki: false, allow_merge_commit: false, has_projects: true });
    expect((await rest().repos.get(place)).data).toMatchObject({ has_wiki: false });
    expect(await answerOf('admin-ti-satu', 'PATCH', '', { archived: true, has_wiki: 'tidak' })).toEqual([
      422,
      'Validation Failed: has_wiki: Invalid input: expected boolean, received string; Unrecognized key: "archived"',
    ]);
    expect(await answerOf('peliput', 'PATCH', '', { has_wiki: true })).toEqual([
      403,
      'Must have admin rights to Repository. Akun peliput tidak boleh mengubah pengaturan repositori.',
    ]);
  });

  test('permissions of Actions', async () => {
    const { actions } = rest();
    await expect(actions.getAllowedActionsRepository(place)).rejects.toMatchObject({ status: 409 });
    await actions.setGithubActionsPermissionsRepository({
      ...place,
      enabled: true,
      allowed_actions: 'selected',
      sha_pinning_required: true,
    });
    expect((await actions.getGithubActionsPermissionsRepository(place)).data).toMatchObject({
      allowed_actions: 'selected',
      sha_pinning_required: true,
    });
    await actions.setAllowedActionsRepository({ ...place, github_owned_allowed: true });
    expect((await actions.getAllowedActionsRepository(place)).data).toEqual({
      github_owned_allowed: true,
      verified_allowed: false,
      patterns_allowed: [],
    });
    await actions.setGithubActionsDefaultWorkflowPermissionsRepository({
      ...place,
      default_workflow_permissions: 'read',
    });
    expect((await actions.getGithubActionsDefaultWorkflowPermissionsRepository(place)).data).toEqual({
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false,
    });
    const forks = '/actions/permissions/fork-pr-contributor-approval';
    await office.call('admin-ti-satu', 'PUT', forks, { approval_policy: 'all_external_contributors' });
    expect((await office.call('admin-ti-satu', 'GET', forks)).json).toEqual({
      approval_policy: 'all_external_contributors',
    });
  });

  test('a label is changed and taken away', async () => {
    const { issues } = rest();
    await issues.createLabel({ ...place, name: 'lama' });
    const { data } = await issues.updateLabel({ ...place, name: 'lama', new_name: 'baru', color: '00ff00' });
    expect(data).toMatchObject({ name: 'baru', color: '00ff00' });
    await issues.deleteLabel({ ...place, name: 'baru' });
    await expect(issues.getLabel({ ...place, name: 'baru' })).rejects.toMatchObject({ status: 404 });
  });

  test('a ruleset binds from the moment it stands, and no longer than it does', async () => {
    const { repos } = rest();
    const onlyApp = {
      ...place,
      name: 'hanya aplikasi',
      enforcement: 'active' as const,
      bypass_actors: [{ actor_type: 'Integration' as const, actor_id: 300 }],
      conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
      rules: [{ type: 'update' as const }],
    };
    const push = async (login: string) => {
      const sha = await office.commit(login, await office.main(), { 'a.txt': `${Math.random()}` });
      return (await office.call(login, 'PATCH', '/git/refs/heads/main', { sha })).status;
    };
    expect(await push('admin-ti-satu')).toBe(200);
    const { data } = await repos.createRepoRuleset(onlyApp);
    expect([await push('admin-ti-satu'), await push('app')]).toEqual([422, 200]);
    expect((await repos.getRepoRulesets(place)).data).toMatchObject([
      { id: data.id, name: 'hanya aplikasi' },
    ]);
    const at = { ...place, ruleset_id: data.id };
    expect((await repos.getRepoRuleset(at)).data).toMatchObject({
      bypass_actors: [{ actor_id: 300, bypass_mode: 'always' }],
      rules: [{ type: 'update' }],
    });
    await repos.updateRepoRuleset({ ...onlyApp, ...at, enforcement: 'disabled' });
    expect(await push('admin-ti-satu')).toBe(200);
    await repos.deleteRepoRuleset(at);
    expect((await repos.getRepoRulesets(place)).data).toEqual([]);
  });

  test.each<[string, string, boolean]>([
    ['refs/heads/cms/**/*', 'cms/berita/satu', true],
    ['refs/heads/cms/**/*', 'cms/satu', true],
    ['refs/heads/cms/*', 'cms/berita/satu', false],
    ['refs/heads/cms/**', 'cms/berita/satu', false],
    ['refs/heads/c?s/*', 'cms/satu', true],
    ['refs/heads/cms.x', 'cmsax', false],
    ['~ALL', 'cms/berita/satu', true],
    ['~DEFAULT_BRANCH', 'cms/berita/satu', false],
  ])('a rule for %s holds for %s: %s', async (pattern, branch, holds) => {
    const { data } = await rest().repos.createRepoRuleset({
      ...place,
      name: pattern,
      enforcement: 'active',
      conditions: { ref_name: { include: [pattern], exclude: [] } },
      rules: [{ type: 'creation' }],
    });
    const made = await office.call('peliput', 'POST', '/git/refs', {
      ref: `refs/heads/${branch}`,
      sha: await office.main(),
    });
    await rest().repos.deleteRepoRuleset({ ...place, ruleset_id: data.id });
    expect(made.status).toBe(holds ? 422 : 201);
    if (!holds) await office.call('peliput', 'DELETE', `/git/refs/heads/${branch}`);
  });

  test('a rule that this server would not keep is refused', async () => {
    const [status, message] = await answerOf('admin-ti-satu', 'POST', '/rulesets', {
      name: 'tanda tangan',
      enforcement: 'active',
      rules: [{ type: 'required_signatures' }],
    });
    expect([status, message]).toEqual([
      422,
      "Validation Failed: rules.0.type: Invalid discriminator value. Expected 'deletion' | 'creation' | " +
        "'non_fast_forward' | 'update' | 'pull_request' | 'required_status_checks'",
    ]);
  });

  test('an environment limited to main, with a secret and a variable', async () => {
    const { repos, actions } = rest();
    await expect(repos.getEnvironment(gerbang)).rejects.toMatchObject({ status: 404 });
    const limited = { protected_branches: false, custom_branch_policies: true };
    await repos.createOrUpdateEnvironment({ ...gerbang, deployment_branch_policy: limited, wait_timer: 5 });
    expect((await repos.getEnvironment(gerbang)).data).toMatchObject({
      deployment_branch_policy: limited,
      protection_rules: [{ type: 'wait_timer', wait_timer: 5 }, { type: 'branch_policy' }],
    });
    expect((await repos.getAllEnvironments(place)).data.total_count).toBe(1);
    await repos.createDeploymentBranchPolicy({ ...gerbang, name: 'main' });
    const { data } = await repos.createDeploymentBranchPolicy({ ...gerbang, name: 'lain' });
    await repos.deleteDeploymentBranchPolicy({ ...gerbang, branch_policy_id: data.id! });
    expect((await repos.listDeploymentBranchPolicies(gerbang)).data.branch_policies).toMatchObject([
      { name: 'main', type: 'branch' },
    ]);

    const { data: key } = await actions.getEnvironmentPublicKey(gerbang);
    await sodium.ready;
    const bytes = sodium.from_base64(key.key, sodium.base64_variants.ORIGINAL);
    const sealed = sodium.crypto_box_seal('isi kunci', bytes, 'base64');
    const encrypted_value = Buffer.from(sealed, 'base64url').toString('base64');
    const secret = { ...gerbang, secret_name: 'PARAF_APP_KEY', key_id: key.key_id, encrypted_value };
    expect((await actions.createOrUpdateEnvironmentSecret(secret)).status).toBe(201);
    expect((await actions.createOrUpdateEnvironmentSecret(secret)).status).toBe(204);
    const listed = await actions.listEnvironmentSecrets(gerbang);
    expect(listed.data.secrets.map(({ name }) => name)).toEqual(['PARAF_APP_KEY']);
    expect(JSON.stringify(listed.data)).not.toContain(encrypted_value);
    const kept = findEnvironment(office.server.store, 'gerbang')!.secrets['PARAF_APP_KEY']!;
    expect(await openSealed(office.server.store, kept.sealed)).toBe('isi kunci');
    await expect(
      actions.createOrUpdateEnvironmentSecret({ ...secret, encrypted_value: 'aXNpIGt1bmNp' }),
    ).rejects.toMatchObject({ status: 422 });

    await actions.createEnvironmentVariable({ ...gerbang, name: 'PARAF_APP_ID', value: '1' });
    await actions.updateEnvironmentVariable({ ...gerbang, name: 'PARAF_APP_ID', value: '300' });
    expect((await actions.listEnvironmentVariables(gerbang)).data.variables).toMatchObject([
      { name: 'PARAF_APP_ID', value: '300' },
    ]);
  });

  test('Pages by workflow', async () => {
    const { repos } = rest();
    await expect(repos.getPages(place)).rejects.toMatchObject({ status: 404 });
    await repos.createPagesSite({ ...place, build_type: 'workflow' });
    await repos.updateInformationAboutPagesSite({ ...place, https_enforced: false, build_type: 'legacy' });
    expect((await repos.getPages(place)).data).toMatchObject({ build_type: 'legacy', https_enforced: false });
    await expect(repos.createPagesSite({ ...place, build_type: 'workflow' })).rejects.toMatchObject({
      status: 409,
    });
  });

  test('an owner in CODEOWNERS who is nobody is told with its line', async () => {
    const { errors } = (await rest().repos.codeownersErrors(place)).data;
    expect(errors.map(({ line, column, kind }) => [line, column, kind])).toEqual([[1, 18, 'Unknown owner']]);
  });
});

describe('the app is created by its manifest', () => {
  const manifest = (redirect_url: string) => ({
    name: 'Paraf',
    url: 'https://portal.example',
    redirect_url,
    default_permissions: { contents: 'write', metadata: 'read' },
    default_events: ['push'],
  });
  const send = (origin: string, redirect: string) =>
    fetch(`${office.url}/organizations/diskominfo/settings/apps/new?state=s1`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin },
      body: new URLSearchParams({ manifest: JSON.stringify(manifest(redirect)) }),
    });

  test('a page elsewhere cannot send one, and it is not sent elsewhere', async () => {
    const here = 'http://127.0.0.1:1';
    expect((await send('https://jahat.example', `${here}/`)).status).toBe(422);
    expect((await send(here, 'https://jahat.example/')).status).toBe(422);
  });

  test('its code gives the key once, and the key gives a token of the app', async () => {
    const installed = () => rest().orgs.listAppInstallations({ org: 'diskominfo' });
    expect((await installed()).data.total_count).toBe(0);
    const answer = await send('http://127.0.0.1:1', 'http://127.0.0.1:1/kembali');
    const back = new URL(answer.headers.get('Location')!);
    expect([answer.status, back.pathname, back.searchParams.get('state')]).toEqual([302, '/kembali', 's1']);
    const code = back.searchParams.get('code')!;
    const { data } = await rest().apps.createFromManifest({ code });
    expect(data).toMatchObject({ id: 300, permissions: { contents: 'write' }, events: ['push'] });
    await expect(rest().apps.createFromManifest({ code })).rejects.toMatchObject({ status: 404 });
    expect((await installed()).data.installations).toMatchObject([{ app_id: 300 }]);

    const { fetch } = office;
    const options = { baseUrl: `${office.url}/api/v3`, request: { fetch } };
    const app = new App({ appId: 300, privateKey: data.pem, Octokit: Octokit.defaults(options) });
    await app.octokit.rest.apps.getAuthenticated();
    const { data: installation } = await app.octokit.rest.apps.getRepoInstallation(place);
    const octokit = await app.getInstallationOctokit(installation.id);
    expect((await octokit.rest.users.getAuthenticated()).data).toMatchObject({ login: 'paraf[bot]' });
    await expect(rest().apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });
});

test('a private repository of a free organisation has no rulesets, environments for main only, or Pages', async () => {
  const small = await openOffice({ empty: { plan: 'free' } });
  const { repos } = small.as('admin-ti-satu').rest;
  await repos.createInOrg({ org: 'diskominfo', name: 'portal', private: true });
  const told = await small.call('admin-ti-satu', 'GET', '/rulesets');
  expect([told.status, told.message]).toEqual([
    403,
    'Upgrade to GitHub Pro or make this repository public to enable this feature.',
  ]);
  const limited = { protected_branches: false, custom_branch_policies: true };
  await expect(
    repos.createOrUpdateEnvironment({ ...gerbang, deployment_branch_policy: limited }),
  ).rejects.toMatchObject({ status: 422 });
  await expect(repos.createPagesSite({ ...place, build_type: 'workflow' })).rejects.toMatchObject({
    status: 422,
  });
  await repos.update({ ...place, private: false });
  expect((await repos.getRepoRulesets(place)).data).toEqual([]);
  await small.stop();
});

test('every route of the settings was held against the description in these tests', () => {
  expect(untried(office, 'settings')).toEqual([]);
});

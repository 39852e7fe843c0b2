import { appNumber, type Account } from '../accounts.ts';
import { eventsOf, permissionsOf } from '../app/permissions.ts';
import { accountOf, type Local } from '../local.ts';
import { nodeId, type Addresses } from './addresses.ts';

/** GitHub's "simple user". */
export function userJson(local: Local, at: Addresses, account: Account) {
  const url = `${at.api}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('User', account.id),
    avatar_url: `${at.api.replace(/\/api\/v3$/, '')}/paraf/avatar/${account.id}.svg`,
    gravatar_id: '',
    url,
    html_url: `${url}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.id === local.app.id ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** The person of that id; null stays null. */
export function personJson(local: Local, at: Addresses, id: number | null) {
  return id === null ? null : userJson(local, at, accountOf(local, id));
}

/** GitHub's "public user": the whole account. */
export function accountJson(local: Local, at: Addresses, account: Account) {
  return {
    ...userJson(local, at, account),
    name: account.name,
    company: null,
    blog: null,
    location: null,
    email: emailOf(account),
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}

/** The address that stands in commits made for this account, from which the account can be told again. */
export function emailOf(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}

/** The account whose address stands in a commit, if it is one of ours. */
export function accountOfEmail(local: Local, email: string): Account | undefined {
  const id = /^(\d+)\+.*@users\.noreply\.github\.com$/.exec(email)?.[1];
  if (id === undefined) return undefined;
  return [...local.accounts, local.app].find((account) => account.id === Number(id));
}

/** The app itself, as check runs name it. */
export function appJson(local: Local, at: Addresses) {
  return {
    id: appNumber,
    slug: 'paraf',
    node_id: nodeId('App', appNumber),
    owner: userJson(local, at, local.app),
    name: local.app.name,
    description: null,
    external_url: at.html,
    html_url: `${new URL(at.html).origin}/apps/paraf`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: permissionsOf(local),
    events: eventsOf(local),
  };
}

import type { Account } from '../accounts.ts';
import { defaultBranch, type Local } from '../local.ts';
import { repositorySettings } from '../store/repository-settings.ts';
import { readSetting } from '../store/settings.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { userJson } from './people.ts';

/** Addresses below a repository that GitHub lists in each answer about it. */
const below: Readonly<Record<string, string>> = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}',
};

/** The account that owns the repository: an office, not one of the people. */
export function ownerJson(local: Local, at: Addresses) {
  const owner = { id: 1, login: local.owner, name: local.owner, permission: 'admin' } as const;
  return { ...userJson(local, at, owner), type: 'Organization' };
}

/** The same as GitHub's "simple organization". */
export function organisationJson(local: Local, at: Addresses) {
  const { id, node_id, login, avatar_url } = ownerJson(local, at);
  const url = `${at.api}/orgs/${local.owner}`;
  return {
    ...{ id, node_id, login, avatar_url, url },
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    description: null,
  };
}

/** GitHub's "simple repository". */
export function simpleRepositoryJson(local: Local, at: Addresses) {
  const { private: isPrivate, description } = repositorySettings(local);
  const urls = Object.entries(below).map(([name, path]) => [`${name}_url`, `${at.repo}${path}`]);
  return {
    id: 1,
    node_id: nodeId('Repository', 1),
    name: local.name,
    full_name: `${local.owner}/${local.name}`,
    owner: ownerJson(local, at),
    private: isPrivate,
    html_url: at.html,
    description,
    fork: false,
    url: at.repo,
    ...(Object.fromEntries(urls) as Record<string, string>),
  };
}

/** GitHub's "full repository", with what this account may do. */
export function repositoryJson(local: Local, at: Addresses, account: Account) {
  const created = '2026-01-01T00:00:00Z';
  const clone = `${at.html}.git`;
  const { exists: _, private: isPrivate, ...settings } = repositorySettings(local);
  return {
    ...simpleRepositoryJson(local, at),
    clone_url: clone,
    git_url: clone,
    ssh_url: clone,
    svn_url: at.html,
    mirror_url: null,
    default_branch: defaultBranch,
    language: null,
    license: null,
    topics: [],
    forks: 0,
    forks_count: 0,
    network_count: 0,
    stargazers_count: 0,
    subscribers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    size: 0,
    has_pages: readSetting(local, 'pages') !== undefined,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: isPrivate ? 'private' : 'public',
    ...settings,
    created_at: created,
    updated_at: created,
    pushed_at: created,
    permissions: {
      admin: account.permission === 'admin',
      maintain: account.permission === 'admin',
      push: account.permission !== 'read',
      triage: account.permission !== 'read',
      pull: true,
    },
  };
}

import type { Local } from '../local.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { userJson } from './people.ts';
import { ownerJson } from './repository.ts';

/** The one installation of the app. */
export const installationId = 1;

const created = '2026-01-01T00:00:00Z';
const permissions = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  statuses: 'write',
} as const;
const events = ['issue_comment', 'pull_request', 'pull_request_review', 'push'];

/** The app itself, as check runs name it. */
export function appJson(local: Local, at: Addresses) {
  return {
    id: local.app.id,
    slug: 'paraf',
    node_id: nodeId('App', local.app.id),
    owner: userJson(local, at, local.app),
    name: local.app.name,
    description: null,
    external_url: at.html,
    html_url: at.html,
    created_at: created,
    updated_at: created,
    permissions,
    events,
  };
}

/** The app in this repository. */
export function installationJson(local: Local, at: Addresses) {
  const self = `${at.api}/app/installations/${installationId}`;
  return {
    id: installationId,
    account: ownerJson(local, at),
    repository_selection: 'selected',
    access_tokens_url: `${self}/access_tokens`,
    repositories_url: `${at.api}/installation/repositories`,
    html_url: at.html,
    app_id: local.app.id,
    app_slug: 'paraf',
    target_id: 1,
    target_type: 'Organization',
    permissions,
    events,
    created_at: created,
    updated_at: created,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: null,
  };
}

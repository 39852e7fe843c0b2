import { appPermissions } from '../../github/setup/description.ts';
import { invalid } from '../http/api-error.ts';
import type { Local } from '../local.ts';
import { appManifest } from '../store/app-manifest.ts';

export type Level = 'read' | 'write';
/** Name → what may be done, as GitHub lists them. */
export type Permissions = Readonly<Record<string, Level>>;

/** What the app was given: by its manifest, where it was created by one. A token may have these, or fewer. */
export function permissionsOf(local: Local): Permissions {
  return (appManifest(local)?.default_permissions as Permissions | undefined) ?? appPermissions;
}

/** Of what the app is told. */
export function eventsOf(local: Local): readonly string[] {
  return appManifest(local)?.default_events ?? ['pull_request', 'pull_request_review', 'push'];
}

/** Permissions asked for in a request for a token; all where none are named. Asking for more is refused. */
export function narrowed(wanted: unknown, granted: Permissions): Permissions {
  if (wanted === undefined || wanted === null) return granted;
  if (typeof wanted !== 'object' || Array.isArray(wanted))
    throw invalid('InstallationToken', 'permissions', 'permissions must be an object');
  const given: Record<string, Level> = { metadata: 'read' };
  for (const [name, level] of Object.entries(wanted)) {
    const most = granted[name];
    if (
      most === undefined ||
      (level !== 'read' && level !== 'write') ||
      (level === 'write' && most === 'read')
    )
      throw invalid(
        'InstallationToken',
        'permissions',
        'The permissions requested are not granted to this installation.',
      );
    given[name] = level;
  }
  return given;
}

/** What each route below the repository asks of a token; the first that fits. Any one of the named is enough. */
const needs: readonly (readonly [RegExp, ...string[]])[] = [
  [/^\/(check-runs|commits\/[^/]+\/check-runs)/, 'checks'],
  [/^\/(statuses|commits\/.+\/status(es)?$)/, 'statuses'],
  [/^\/pulls\/\d+\/(merge|update-branch)$/, 'contents'],
  [/^\/pulls/, 'pull_requests'],
  [/^\/(issues|labels)/, 'issues', 'pull_requests'],
  [/^\/actions\/(workflows|runs|artifacts)\//, 'actions'],
  [/^\/(git|branches|commits|compare|contents|activity|dispatches)/, 'contents'],
];

/**
 * Permission that a request needs and the token has not; null where it may go on.
 *
 * @param path below the repository
 */
export function lackingPermission(permissions: Permissions, method: string, path: string): string | null {
  const names = needs.find(([route]) => route.test(path))?.slice(1) as string[] | undefined;
  if (names === undefined) return null;
  const level: Level = method === 'GET' ? 'read' : 'write';
  const has = names.some((name) => permissions[name] === 'write' || permissions[name] === level);
  return has ? null : `${names[0] ?? ''}=${level}`;
}

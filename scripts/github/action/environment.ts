import { appendFileSync, readFileSync } from 'node:fs';
import type { Repository } from '../read/client.ts';

/** What GitHub Actions tells a JavaScript action through its environment. */
export interface ActionEnvironment {
  readonly apiUrl: string;
  readonly repository: Repository;
  readonly eventName: string;
  /** The event's payload, as text from outside: nothing in it is trusted. */
  readonly event: unknown;
  /** An input of `action.yml`; empty where it is not given. */
  input(name: string): string;
}

/** The action was started without what it needs. */
export class ActionFault extends Error {}

/** Reads the environment; all that is missing is told at once. */
export function readEnvironment(env: NodeJS.ProcessEnv): ActionEnvironment {
  const [owner, repo, ...rest] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const apiUrl = env['GITHUB_API_URL'] ?? '';
  const missing = [
    ...(URL.canParse(apiUrl) ? [] : ['GITHUB_API_URL']),
    ...(owner && repo && rest.length === 0 ? [] : ['GITHUB_REPOSITORY']),
  ];
  if (missing.length > 0)
    throw new ActionFault(`${missing.join(' dan ')} tidak ada. Jalankan aksi ini di dalam GitHub Actions.`);
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  return {
    apiUrl,
    repository: { owner: owner!, repo: repo! },
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    event: path === '' ? {} : (JSON.parse(readFileSync(path, 'utf8')) as unknown),
    input: (name) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim(),
  };
}

/** A line of the log. What stands in it may come from anybody, and a line that begins with `::` is a command. */
export function logLine(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `· ${line}`)
    .join('\n');
}

/** A command of the log, such as `::error::…`. */
export function command(name: 'add-mask' | 'error' | 'warning', text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${name}::${escaped}`;
}

/** Sets an output of the step: one line, so that nothing in it can set another. */
export function setOutput(env: NodeJS.ProcessEnv, name: string, value: string): void {
  append(env['GITHUB_OUTPUT'], `${name}=${value.replace(/[\r\n]+/g, ' ')}\n`);
}

/** Adds to the summary that the run shows. */
export function addSummary(env: NodeJS.ProcessEnv, markdown: string): void {
  append(env['GITHUB_STEP_SUMMARY'], `${markdown}\n`);
}

function append(file: string | undefined, text: string): void {
  if (file !== undefined && file !== '') appendFileSync(file, text);
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { collections } from '../content/schema/collections.ts';
import type { AdminConfig } from './config.ts';
import type { Choice } from './fields.ts';

/** Names in a folder, none if it is not there. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** The offices of `content/opd/<id>.yml`, by name. */
async function offices(content: string): Promise<Choice[]> {
  const names = (await namesIn(join(content, 'opd'))).filter((name) => name.endsWith('.yml'));
  const choices = await Promise.all(
    names.map(async (name) => {
      const value = name.slice(0, -'.yml'.length);
      const office: unknown = parse(await readFile(join(content, 'opd', name), 'utf8'), { schema: 'core' });
      const label =
        typeof office === 'object' && office !== null && 'nama' in office ? office.nama : undefined;
      return { value, label: typeof label === 'string' ? label : value };
    }),
  );
  return choices.toSorted((a, b) => a.label.localeCompare(b.label, 'id'));
}

/**
 * Reads from a checkout's `content/` what the form needs to know: the offices that can be chosen, and the years
 * that have items. The server adds `now` when it answers; production adds its addresses.
 */
export async function readAdminConfig(content: string, repo: string): Promise<AdminConfig> {
  const years = await Promise.all(
    collections
      .filter(({ folders }) => folders[0] === 'year')
      .map(async ({ name }) => {
        const found = (await namesIn(join(content, name))).filter((year) => /^20\d\d$/.test(year));
        return [name, found.map(Number)] as const;
      }),
  );
  return { repo, relations: { opd: await offices(content) }, years: Object.fromEntries(years) };
}

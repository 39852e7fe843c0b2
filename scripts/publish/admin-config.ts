import { parse } from 'yaml';
import type { AdminConfig } from '../../cms/config.ts';
import { collections } from '../../content/schema/collections.ts';
import { formAlurs, type FormAlur } from '../core/form-alur.ts';
import type { SettingsFile } from '../github/read/facts.ts';
import { aturanOf } from '../github/read/settings.ts';

/** A tree of the repository, as far as Decap's configuration needs it. */
export interface ConfigSource {
  /** Names in a folder; none where there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** A file; null where it is not there. */
  file(path: string): Promise<{ readonly oid: string; readonly text: string } | null>;
}

/**
 * What Decap's page asks of the content: the offices and years that are there, and the SOPs that govern forms.
 *
 * @param settings where offices, SOPs and appointments are read
 * @param items where items lie
 */
export async function contentConfig(
  settings: ConfigSource,
  items: Pick<ConfigSource, 'names'>,
): Promise<Pick<AdminConfig, 'relations' | 'years' | 'alur'>> {
  const dated = collections.filter(({ folders }) => folders[0] === 'year');
  const years = await Promise.all(dated.map(async ({ name }) => [name, await yearsOf(items, name)] as const));
  return {
    relations: { opd: await offices(settings) },
    years: Object.fromEntries(years),
    alur: await alurs(settings),
  };
}

/** Offices that an item can name. */
async function offices(source: ConfigSource): Promise<{ value: string; label: string }[]> {
  const files = (await source.names('content/opd')).filter((name) => name.endsWith('.yml'));
  return Promise.all(
    files.map(async (name) => {
      const value = name.slice(0, -'.yml'.length);
      const found = await source.file(`content/opd/${name}`);
      const data = found === null ? null : (parse(found.text) as unknown);
      const nama = (data as { nama?: unknown } | null)?.nama;
      return { value, label: typeof nama === 'string' ? nama : value };
    }),
  );
}

/** Years that a collection has items of, where its folders are years. */
async function yearsOf(source: Pick<ConfigSource, 'names'>, name: string): Promise<number[]> {
  return (await source.names(`content/${name}`)).filter((folder) => /^20\d\d$/.test(folder)).map(Number);
}

/** What forms need of the SOPs; none where the settings have a fault: a form then shows all its fields. */
async function alurs(source: ConfigSource): Promise<Readonly<Record<string, FormAlur>>> {
  const sops = await source.names('content/sop');
  const paths = [
    'content/alur.yml',
    'content/pelaksana.yml',
    ...sops.map((id) => `content/sop/${id}/index.md`),
  ];
  const files = await Promise.all(
    paths.map(async (path): Promise<SettingsFile[]> => {
      const found = await source.file(path);
      return found === null ? [] : [{ path, ...found }];
    }),
  );
  const aturan = aturanOf(files.flat());
  return aturan.ok ? formAlurs(aturan.value) : {};
}

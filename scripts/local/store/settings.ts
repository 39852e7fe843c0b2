import type { Local } from '../local.ts';

/**
 * What an administrator sets through the API: each kind is one row, as JSON. A kind that nobody has set reads as
 * undefined, and whoever reads it says what stands then.
 */
export type SettingKind =
  'repository' | 'organisation' | 'actions' | 'rulesets' | 'environments' | 'sealing-key' | 'pages' | 'app';

const rowName = (kind: SettingKind) => `github/${kind}`;

export function readSetting<T>(local: Local, kind: SettingKind): T | undefined {
  const row = local.db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', rowName(kind));
  return row === undefined ? undefined : (JSON.parse(row.value) as T);
}

export function writeSetting(local: Local, kind: SettingKind, value: unknown): void {
  local.db.run(
    'INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)',
    rowName(kind),
    JSON.stringify(value),
  );
}

import type { Value } from './description.ts';

/** What belongs together, in the order in which it is set: later ones need the earlier. */
export const areas = [
  'Repositori',
  'Isi awal',
  'CODEOWNERS',
  'Pengelola',
  'Actions',
  'Label',
  'Environment',
  'Pages',
  'Aplikasi',
  'Catatan',
  'Aturan cabang',
] as const;
export type Area = (typeof areas)[number];

/** What setup does about a difference. Plain data, so that nothing secret can be in it. */
export type Step =
  | {
      readonly kind: 'request';
      readonly route: string;
      readonly parameters: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'create' }
  | { readonly kind: 'push' }
  | { readonly kind: 'codeowners'; readonly text: string }
  | { readonly kind: 'app' }
  | { readonly kind: 'record' };

/** One thing that is not as it should be. */
export interface Difference {
  readonly area: Area;
  readonly name: string;
  readonly is: string;
  readonly should: string;
  /** What setup will do, or what only a person can do. */
  readonly does: string;
  /** Null: only a person can. Differences that one call settles share the same step. */
  readonly step: Step | null;
}

const words: Readonly<Record<string, string>> = {
  true: 'ya',
  false: 'tidak',
  selected: 'yang dipilih saja',
  all: 'semua',
  local_only: 'milik sendiri saja',
  read: 'membaca saja',
  write: 'membaca dan menulis',
  workflow: 'workflow publish.yml',
  legacy: 'sebuah cabang',
  PR_TITLE: 'judul pull request',
  COMMIT_OR_PR_TITLE: 'judul commit atau pull request',
  BLANK: 'kosong',
  COMMIT_MESSAGES: 'pesan semua commit',
  PR_BODY: 'isi pull request',
  all_external_contributors: 'semua orang luar',
  first_time_contributors: 'orang luar yang pertama kali',
  first_time_contributors_new_to_github: 'akun GitHub baru',
  active: 'aktif',
  disabled: 'dimatikan',
  evaluate: 'hanya dicoba',
};

/** A value for people. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'belum ada';
  if (Array.isArray(value)) return value.length === 0 ? 'tidak ada' : value.map(String).join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  return words[text] ?? text;
}

/** Whether the API's value is the wanted one; lists without regard to order. */
export function isSame(is: unknown, should: Value): boolean {
  if (!Array.isArray(should)) return is === should;
  return (
    Array.isArray(is) &&
    is.length === should.length &&
    [...is].map(String).sort().join('\n') === [...should].sort().join('\n')
  );
}

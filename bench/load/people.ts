/** The people of the load test: makers and reviewers of news, each with an account and a role. */
import type { Account } from '../../scripts/local/accounts.ts';

export interface People {
  readonly accounts: readonly Account[];
  readonly makers: readonly string[];
  readonly reviewers: readonly string[];
  /** `pelaksana.yml` of their office. */
  readonly pelaksana: string;
}

/** Half of them write, half of them sign; there is one keeper of the system besides. */
export function makePeople(count: number): People {
  const group = (name: string, first: number, size: number): Account[] =>
    Array.from({ length: size }, (_, index) => ({
      id: first + index,
      login: `${name}-${index + 1}`,
      name: `${name} ${index + 1}`,
      permission: 'write',
    }));
  const writing = group('penulis', 5000, Math.ceil(count / 2));
  const signing = group('pengolah', 6000, Math.floor(count / 2));
  const keeper: Account = { id: 7000, login: 'pengelola', name: 'Pengelola', permission: 'admin' };
  const rows = [
    ...writing.flatMap(({ id }) => [row(id, 'tim-peliputan'), row(id, 'penyusun-bahan-informasi')]),
    ...signing.map(({ id }) => row(id, 'tim-pengolah-informasi')),
    row(keeper.id, 'pengelola-sistem'),
  ];
  return {
    accounts: [...writing, ...signing, keeper],
    makers: writing.map(({ login }) => login),
    reviewers: signing.map(({ login }) => login),
    pelaksana: rows.join('\n'),
  };
}

function row(akun: number, peran: string): string {
  const rest = { mulai: '2026-01-01', jenis: 'definitif', jabatan: 'Staf', surat: 'Uji beban' };
  return `- ${JSON.stringify({ akun, peran, ...rest })}`;
}

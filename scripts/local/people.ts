import { parse } from 'yaml';
import type { Account } from './accounts.ts';
import type { Local } from './local.ts';

/** A demo account with the roles that it holds now. */
export interface Person {
  readonly login: string;
  readonly id: number;
  readonly name: string;
  readonly peran: readonly string[];
  readonly opd: string | null;
  readonly jenis: 'definitif' | 'plt' | 'plh' | null;
}

interface Row {
  readonly akun?: unknown;
  readonly peran?: unknown;
  readonly opd?: unknown;
  readonly mulai?: unknown;
  readonly selesai?: unknown;
  readonly jenis?: unknown;
}

const file = 'refs/heads/main:content/pelaksana.yml';

/** All demo accounts with the roles that `content/pelaksana.yml` on `main` gives them now. */
export async function listPeople(local: Local): Promise<Person[]> {
  const found = await local.repository.reader.read(file);
  const rows = found?.type === 'blob' ? readRows(found.content.toString('utf8')) : [];
  return local.accounts.map((account) => personOf(account, rows, local.clock.now()));
}

/** Only for showing who is who: a file that cannot be read shows no roles, and the gate says what is wrong. */
function readRows(text: string): Row[] {
  try {
    const rows: unknown = parse(text, { schema: 'core', maxAliasCount: 0 });
    return Array.isArray(rows)
      ? rows.filter((row): row is Row => typeof row === 'object' && row !== null)
      : [];
  } catch {
    return [];
  }
}

function personOf(account: Account, rows: readonly Row[], now: number): Person {
  const held = rows.filter((row) => row.akun === account.id && isHeld(row, now));
  const acting = held.find((row) => row.jenis === 'plt' || row.jenis === 'plh');
  const jenis = (acting ?? held[0])?.jenis;
  const opd = held.find((row) => typeof row.opd === 'string')?.opd;
  return {
    login: account.login,
    id: account.id,
    name: account.name,
    peran: [...new Set(held.map((row) => String(row.peran)))],
    opd: typeof opd === 'string' ? opd : null,
    jenis: jenis === 'definitif' || jenis === 'plt' || jenis === 'plh' ? jenis : null,
  };
}

function isHeld(row: Row, now: number): boolean {
  const from = instant(row.mulai, '00:00:00');
  const to = row.selesai === undefined || row.selesai === null ? Infinity : instant(row.selesai, '23:59:59');
  return now >= from && now <= to;
}

/** A date means the start or end of that day in WIB. NaN, and so never held, when it is none. */
function instant(value: unknown, time: string): number {
  const text = String(value);
  return Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T${time}+07:00` : text);
}

/** @jsxImportSource preact */
import { instant, atasNamaOf, type Term } from '../../../scripts/core/peran.ts';
import type { User } from './client.ts';
import type { Office } from './office.ts';

interface Props {
  readonly user: User | null;
  readonly office: Office;
  readonly now: string;
  readonly route: string;
  leave(): void;
}

/** Where one is, who one is, and the way out. */
export function TopBar({ user, office, now, route, leave }: Props) {
  const roles = user === null ? [] : rolesNow(office, user.id, now);
  return (
    <header class="atas">
      {route === 'antrean' ? (
        <h1 class="atas-judul">Meja periksa</h1>
      ) : (
        <a class="atas-kembali" href="#/">
          <span aria-hidden="true">‹</span> Antrean
        </a>
      )}
      {user !== null && (
        <details class="akun">
          <summary data-huruf={user.login.slice(0, 2).toLocaleUpperCase('id')}>
            <span class="hanya-pembaca">Akun {user.login}</span>
          </summary>
          <div class="akun-isi">
            <p>
              <b>{user.login}</b>
            </p>
            {roles.length === 0 ? (
              <p>Akun ini tidak memegang peran dalam SOP mana pun hari ini.</p>
            ) : (
              <ul class="polos">
                {roles.map((role) => (
                  <li key={role}>{role}</li>
                ))}
              </ul>
            )}
            <p>
              <a href="../panduan/pemeriksa/">Panduan pemeriksa</a>
            </p>
            <button type="button" class="tombol" onClick={leave}>
              Keluar
            </button>
          </div>
        </details>
      )}
    </header>
  );
}

/** Roles that an account holds now, as it signs. */
function rolesNow(office: Office, akun: number, now: string): string[] {
  const at = instant(now);
  const names = new Map(Object.values(office.sops).flatMap(({ pelaksana }) => Object.entries(pelaksana)));
  const holds = (term: Term) => at >= term.from && at < term.until;
  const terms = (office.roster.byAccount.get(akun) ?? []).filter(holds);
  return [
    ...new Set(
      terms.map(({ row }) => {
        const name = atasNamaOf(office.roster, row, names.get(row.peran) ?? row.peran.replaceAll('-', ' '));
        return row.opd === undefined ? name : `${name} (${office.opd[row.opd] ?? row.opd})`;
      }),
    ),
  ];
}

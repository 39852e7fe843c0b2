import { html } from 'hono/html';
import { tokenOf } from '../http/auth.ts';
import type { Account } from '../accounts.ts';
import type { Person } from '../people.ts';

const acting = { plt: 'Plt', plh: 'Plh', definitif: '' } as const;

/** What an account may do, in a line: "Plh kepala-dinas" reads as an official's title does. */
function describe(person: Person): string {
  if (person.peran.length === 0) return 'Tanpa peran dalam SOP';
  const kind = person.jenis ? acting[person.jenis] : '';
  const roles = person.peran.map((role) => role.replaceAll('-', ' ')).join(', ');
  return [kind, roles, person.opd ? `(${person.opd})` : ''].filter(Boolean).join(' ');
}

/** What a person sees whose sign-in server asked for something that is not there. */
export function refusalPage(reason: string) {
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Tidak dapat masuk</title>
        <link rel="stylesheet" href="/login/oauth/masuk.css" />
      </head>
      <body>
        <main>
          <h1>Tidak dapat masuk</h1>
          <p>${reason} Hubungi pengelola sistem.</p>
        </main>
      </body>
    </html>`;
}

/** The page on which one chooses as whom to work. */
export function signInPage(people: readonly Person[], accounts: readonly Account[]) {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const items = people.map((person) => {
    const account = byId.get(person.id)!;
    return html`<li>
      <button type="button" data-token="${tokenOf(account)}" data-login="${person.login}">
        <img src="/paraf/avatar/${person.id}.svg" alt="" width="40" height="40" />
        <span><b>${person.name}</b><span class="peran">${describe(person)}</span></span>
      </button>
    </li>`;
  });
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Masuk ke Paraf</title>
        <link rel="stylesheet" href="/login/oauth/masuk.css" />
        <script src="/login/oauth/masuk.js" defer></script>
      </head>
      <body>
        <main>
          <h1>Masuk sebagai siapa?</h1>
          <p>
            Ini demo di komputer Anda sendiri: tidak ada sandi, dan tidak ada yang dikirim ke luar. Pilih satu
            akun; perannya diambil dari daftar pelaksana.
          </p>
          <p id="pesan" role="status"></p>
          <ul>
            ${items}
          </ul>
        </main>
      </body>
    </html>`;
}

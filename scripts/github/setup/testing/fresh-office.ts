import { readFileSync } from 'node:fs';
import { demoStart } from '../../../local/clock.ts';
import { appNumber } from '../../../local/accounts.ts';
import { convertManifest, takeManifest } from '../../../local/store/app-manifest.ts';
import { openOffice, place, type Given, type Office as LocalOffice } from '../../../local/testing/office.ts';
import { createClient } from '../../client.ts';
import type { Client } from '../../read/client.ts';
import { installedClient, type AppKey } from '../app-keys.ts';
import { appEvents, appPermissions } from '../description.ts';
import { look, setUp, type Hands, type Look, type Office } from '../setup.ts';
import type { Difference } from '../difference.ts';

export const admin = 'admin-ti-satu';
export const owners = ['admin-ti-satu', 'admin-ti-dua'];

/** An organisation of the local server, with what a person who sets it up has at hand. */
export interface FreshOffice {
  readonly local: LocalOffice;
  readonly client: Client;
  /** Everything that was said. */
  readonly said: string[];
  readonly hands: Hands;
  /** A key of the app, as the manifest's page or the app's own page gives it. */
  key(): AppKey;
  look(client?: Client): Promise<Look>;
  /** Sets right what a look has found; without one, it looks first. */
  setUp(first?: Look, client?: Client, hands?: Hands): Promise<readonly Difference[]>;
  /** Everything that is set, to be put back as it stands now. */
  remember(): () => void;
  stop(): Promise<void>;
}

/** What the checkout sends: CODEOWNERS and who holds which role, as this repository has them. */
const files = Object.fromEntries(
  ['.github/CODEOWNERS', 'content/pelaksana.yml'].map((path) => [path, readFileSync(path, 'utf8')]),
);

export async function openFreshOffice(given: Given = { empty: { plan: 'free' } }): Promise<FreshOffice> {
  const local = await openOffice(given);
  const baseUrl = `${local.url}/api/v3`;
  const client = createClient({ baseUrl, token: `demo-${admin}`, isPaced: false });
  const said: string[] = [];
  const officeOf = (as: Client): Office => ({ client: as, repository: place, owners, isPrivate: false });
  const key = () => {
    const { store } = local.server;
    const code = takeManifest(store, {
      name: 'Paraf',
      url: local.url,
      redirect_url: local.url,
      default_permissions: appPermissions,
      default_events: appEvents,
    });
    return { id: appNumber, privateKey: convertManifest(store, code)! };
  };
  const hands: Hands = {
    now: () => demoStart,
    say: (line) => void said.push(line),
    hasNewKey: false,
    push: async () => {
      const sha = await local.commit(admin, undefined, files, 'Isi awal');
      await local.as(admin).rest.git.createRef({ ...place, ref: 'refs/heads/main', sha });
    },
    appKey: async () => key(),
    asApp: (given) =>
      installedClient(baseUrl, given, place, false, { tries: 1, pause: () => Promise.resolve() }),
  };
  return {
    local,
    client,
    said,
    hands,
    key,
    look: (as = client) => look(officeOf(as), hands.now()),
    setUp: async (first, as = client, other = hands) =>
      setUp(officeOf(as), other, first ?? (await look(officeOf(as), other.now()))),
    remember: () => {
      const { db } = local.server.store;
      const settings = db.all<{ name: string; value: string }>('SELECT * FROM setting');
      const labels = db.all<{ name: string; color: string; description: string }>('SELECT * FROM label');
      return () =>
        db.transaction(() => {
          db.run('DELETE FROM setting');
          db.run('DELETE FROM label');
          for (const row of settings) db.insert('setting', row);
          for (const row of labels) db.insert('label', row);
        });
    },
    stop: () => local.stop(),
  };
}

/** A client that refuses to change anything. */
export function readOnly(client: Client): Client {
  return {
    graphql: (query, variables) => client.graphql(query, variables),
    request: (route, parameters) => {
      if (!route.startsWith('GET ')) throw new Error(`${route} would change something`);
      return client.request(route, parameters);
    },
  };
}

/** What a program may still change before it is killed: its last change is made, and it never hears of it. */
export interface Life {
  changes: number;
}

export function spend(life: Life): void {
  life.changes -= 1;
  if (life.changes <= 0) throw new Error('killed');
}

/** A client that lives so long. */
export function mortal(client: Client, life: Life): Client {
  return {
    graphql: (query, variables) => client.graphql(query, variables),
    request: async (route, parameters) => {
      const answer = await client.request(route, parameters);
      if (!route.startsWith('GET ')) spend(life);
      return answer;
    },
  };
}

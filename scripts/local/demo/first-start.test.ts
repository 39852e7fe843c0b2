/** What the demo office shows at its first start: no screen is empty, and every role finds something waiting. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Position } from '../../core/position.ts';
import { readCheckout } from '../../check/checkout.ts';
import { buildAturan } from '../../core/aturan.ts';
import { createClient } from '../../github/client.ts';
import { readItem } from '../../github/read/item.ts';
import { readPullRequest } from '../../github/read/pull.ts';
import { appAccount } from '../accounts.ts';
import { createLocalServer, type LocalServer } from '../server.ts';
import { needsLook } from './deed.ts';
import { repo } from './editor.ts';
import { makeOffice } from './first-start.ts';
import { stories } from './stories.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'paraf-demo-'));

interface Row {
  readonly koleksi: string;
  readonly judul: string;
  readonly position: Position;
}
let server: LocalServer;
let rows: readonly Row[];

beforeAll(async () => {
  await makeOffice({ checkout, dataDir, startAt: undefined, log: () => undefined });
  server = await createLocalServer({ dataDir });
  const client = createClient({
    baseUrl: `${await server.listen(0)}/api/v3`,
    token: server.appToken,
    isPaced: false,
  });
  rows = await Promise.all(
    stories.map(async (_, index): Promise<Row> => {
      const facts = await readPullRequest(client, repo, index + 1);
      if (!facts.ok || facts.value.kind.kind !== 'item') throw new Error(`#${index + 1} is no item`);
      const reading = readItem(facts.value, appAccount.id, server.store.now());
      if (!reading.ok) throw new Error(reading.issues[0]?.message);
      const { position, judul } = reading.value;
      return { koleksi: facts.value.kind.collection.name, judul: judul ?? '', position };
    }),
  );
}, 240_000);
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const titles = (wanted: (position: Position) => boolean) =>
  rows.filter(({ position }) => wanted(position)).map(({ judul }) => judul);

it('has items of all collections at many steps, and published ones of each', () => {
  const places = rows.map(({ koleksi, position }) => `${koleksi} ${position.langkah ?? position.status}`);
  expect([...new Set(places)].toSorted()).toEqual([
    'berita 1',
    'berita 2',
    'berita 3',
    'berita selesai',
    'informasi-dikecualikan selesai',
    'informasi-publik 2',
    'informasi-publik 3',
    'informasi-publik 4',
    'informasi-publik 5',
    'informasi-publik selesai',
    'kampanye 11',
    'kampanye 2',
    'kampanye 5',
    'kampanye 7',
    'kampanye selesai',
    'konten 1',
    'konten 3',
    'konten 4',
    'konten 7',
    'konten 8',
    'konten selesai',
    'serta-merta 4',
    'serta-merta selesai',
  ]);
});

it('waits for every role that an SOP names', () => {
  const aturan = buildAturan(readCheckout(checkout).parsed);
  if (!aturan.ok) throw new Error('settings with faults');
  const named = [...aturan.value.sops.values()].flatMap((sop) => sop.pelaksana.map(({ id }) => id));
  const waited = new Set(rows.flatMap(({ position }) => position.menunggu));
  expect([...new Set(named)].filter((peran) => !waited.has(peran))).toEqual([]);
});

it('has what an office must know how to tell: late, returned twice, signed by a Plh, stuck, to be monitored', () => {
  const open = ({ steps, langkah }: Position) => steps.find(({ no }) => no === langkah);
  expect(titles((position) => open(position)?.terlambat === true)).toEqual([
    'Puskesmas Buka Layanan Imunisasi Sore bagi Orang Tua Bekerja',
  ]);
  expect(titles(({ putaranKoreksi }) => putaranKoreksi === 2)).toEqual([
    'Lima Belas Menit Membaca Sebelum Pelajaran Dimulai',
  ]);
  const isActing = ({ steps }: Position) =>
    steps.some(({ atasNama }) => atasNama === 'Sekretaris, Plh Kepala Dinas');
  expect(titles((position) => isActing(position) && position.status === 'selesai')).toEqual([
    'Dari Mana Sampah Sekolah Kita Berasal',
  ]);
  expect(titles(({ macet }) => macet.length > 0)).toEqual([
    'Cakupan Imunisasi Dasar Lengkap Triwulan III Tahun 2026',
  ]);
  expect(titles(({ status, langkah }) => status === 'terbit' && langkah !== null)).toEqual([
    'Sungai Bersih Dimulai dari Dapur',
    'Contoh: pasang sungai tinggi di Pontianak Selatan',
  ]);
  expect(titles(({ pelanggaran }) => pelanggaran.length > 0)).toEqual([]);
});

it('tells nothing that has not happened yet: the demo begins on its Monday', () => {
  expect(server.store.now()).toMatch(/^2026-11-02T01:0/);
  const last = rows.flatMap(({ position }) =>
    position.steps.flatMap(({ mulai, selesai }) => [mulai ?? '', selesai ?? '']),
  );
  expect(last.filter((at) => at > server.store.now())).toEqual([]);
});

it('lets the gate look where its look matters, and at the end of each story', () => {
  for (const { deeds } of stories) {
    expect(needsLook(deeds, deeds.length - 1)).toBe(true);
    for (const [place, { act }] of deeds.entries())
      if (act === 'live') expect(needsLook(deeds, place - 1)).toBe(true);
  }
});

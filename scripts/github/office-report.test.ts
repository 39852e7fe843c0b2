import { afterAll, beforeAll, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { tellOffice, type OfficeReport, type ToldFinding } from './office-report.ts';
import { openNewsroom, place, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const found = (path: string): ToldFinding => ({
  code: 'belum-disetujui',
  path,
  sidik: 'a'.repeat(40),
  message: `Butir ${path} ada di main tanpa persetujuan.`,
  author: '',
});
const one = found('content/berita/2026/11/satu');
const two = found('content/berita/2026/11/dua');

const tell = async (report: Partial<OfficeReport>) => {
  const told = await tellOffice(room.app, place, appAccount.id, {
    findings: [],
    omitted: 0,
    failure: null,
    ...report,
  });
  return told.reported.map(({ path }) => path);
};

interface Shown {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly comments: number;
}

const issues = async () => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/issues', { ...place, state: 'all' });
  return (data as Shown[]).map(({ number, title, state, comments }) => [number, state, title, comments]);
};

const body = async (issue_number: number) => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number,
  });
  return (data as Shown).body;
};

it('keeps one issue for the office: it follows what is found, and closes when all fits', async () => {
  expect(await tell({})).toEqual([]);
  expect(await issues()).toEqual([]);

  expect(await tell({ findings: [one] })).toEqual([one.path]);
  expect(await tell({ findings: [one] })).toEqual([]);
  expect(await issues()).toEqual([[1, 'open', `Isi main tidak disetujui: ${one.path}`, 0]]);

  expect(await tell({ findings: [one, two] })).toEqual([two.path]);
  expect(await issues()).toEqual([[1, 'open', `Isi main tidak disetujui: ${one.path} dan 1 lagi`, 1]]);
  expect(await room.comments(1)).toEqual([
    `Ada yang baru:\n\n- Butir ${two.path} ada di main tanpa persetujuan.`,
  ]);

  // One of two is mended: the text follows, and nobody is called.
  expect(await tell({ findings: [two] })).toEqual([]);
  expect(await body(1)).not.toContain(one.path);
  expect(await tell({})).toEqual([]);
  expect(await issues()).toEqual([[1, 'closed', `Isi main tidak disetujui: ${two.path}`, 2]]);
  expect((await room.comments(1))[1]).toBe(
    'Sudah beres: isi main, buku catatan, dan portal cocok kembali. Paraf menutup laporan ini.',
  );
  expect(await tell({})).toEqual([]);
  expect(await room.comments(1)).toHaveLength(2);
});

it('opens a new one when the same is found another day', async () => {
  expect(await tell({ findings: [two] })).toEqual([two.path]);
  expect((await issues())[0]).toEqual([2, 'open', `Isi main tidak disetujui: ${two.path}`, 0]);
});

it('leaves what a person closed closed, until something new is found', async () => {
  await room.as('admin-ti-satu').request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: 2,
    state: 'closed',
  });
  expect(await tell({ findings: [two] })).toEqual([]);
  expect(await issues()).toHaveLength(2);
  const failure = 'Portal tidak dapat dibangun, jadi portal lama tetap tayang. Kata <astro>: @kepala-dinas';
  await tell({ findings: [two], failure });
  expect((await issues())[0]).toEqual([3, 'open', 'Penerbitan berhenti, portal lama tetap tayang', 0]);
  const text = await body(3);
  expect(text).toContain(
    'Penerbitan berhenti: Portal tidak dapat dibangun, jadi portal lama tetap tayang. Kata \\<astro\\>: @\u200bkepala-dinas',
  );
  expect(text).toContain(
    'Yang harus dilakukan: ikuti kalimat di atas, lalu jalankan ulang alur “publish” (Actions → publish → Run workflow).',
  );
});

it('is not led astray by somebody else’s issue that looks like it', async () => {
  await room.as('tamu').request('POST /repos/{owner}/{repo}/issues', {
    ...place,
    title: 'Palsu',
    body: await body(3),
    labels: ['paraf-temuan'],
  });
  await tell({});
  expect((await issues()).map(([number, state]) => [number, state])).toEqual([
    [4, 'open'],
    [3, 'closed'],
    [2, 'closed'],
    [1, 'closed'],
  ]);
});

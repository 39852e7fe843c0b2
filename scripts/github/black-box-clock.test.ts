/** The fifth of the checks of `black-box.test.ts`: time, by the server's clock and the office's calendar alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { news, openNewsroom, place, type Files, type Newsroom } from './testing/newsroom.ts';
import { entriesOf, stateOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

/** Lets time pass until then. */
function until(time: string): void {
  room.wait((Date.parse(time) - Date.parse(room.now())) / 1000);
}

const branchOf = (slug: string) => `cms/berita/2026/11/${slug}`;
const waiting = 'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat';

async function submitted(slug: string): Promise<number> {
  const pull = await room.open('peliput', branchOf(slug), news(slug));
  await room.submit('peliput', pull);
  return pull;
}

/** Pushes on a branch a commit that says of itself when it was made. */
async function pushDated(slug: string, files: Files, date: string): Promise<void> {
  const client = room.as('peliput');
  const head = await room.head(branchOf(slug));
  const plain = await room.commit('peliput', head, files);
  const { data: made } = await client.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    ...place,
    commit_sha: plain,
  });
  const by = { name: 'Peliput', email: 'peliput@contoh.example', date };
  const { data: dated } = await client.request('POST /repos/{owner}/{repo}/git/commits', {
    ...place,
    message: 'Simpan',
    tree: (made as { tree: { sha: string } }).tree.sha,
    parents: [head],
    author: by,
    committer: by,
  });
  await client.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
    ...place,
    ref: `heads/${branchOf(slug)}`,
    sha: (dated as { sha: string }).sha,
    force: true,
  });
}

describe('5. clock', () => {
  it('half an hour goes over a weekend, and over a holiday that is added meanwhile, and the item says why', async () => {
    until('2026-11-06T16:20:00+07:00');
    const pull = await submitted('akhir-pekan');
    expect((await room.look(pull)).title).toBe(`${waiting} Sen 09/11/2026 07.50 WIB`);

    const path = 'content/kalender.yml';
    const calendar = (await room.read('main', path)) ?? '';
    const change = await room.open('admin-ti-satu', 'libur', {
      [path]: calendar.replace(
        '    cutiBersama:\n',
        '      - { tanggal: 2026-11-09, nama: Hari Libur Uji }\n    cutiBersama:\n',
      ),
    });
    await room.review('admin-ti-dua', change, 'APPROVE');
    expect((await room.look(change)).next).toContain(pull);
    expect((await room.look(pull)).title).toBe(`${waiting} Sel 10/11/2026 07.50 WIB`);
    const [board] = await room.comments(pull);
    expect(board).toContain('Tenggat bergeser dari Sen 09/11/2026 07.50 WIB, karena kalender diubah');
    expect(board).toContain('melewati Sabtu 7/11, Minggu 8/11, Senin 9/11 (libur Hari Libur Uji)');
  });

  it('what a commit says of its time changes nothing: neither before a signature, nor a deadline kept', async () => {
    until('2026-11-11T09:00:00+07:00');
    const slug = 'bertanggal-mundur';
    const pull = await submitted(slug);
    await room.review('pengolah-satu', pull, 'APPROVE');
    // After the signature, and dated before the item was opened.
    const folder = `content/berita/2026/11/${slug}`;
    const [index] = Object.entries(news(slug)).filter(([path]) => path === `${folder}/index.md`);
    await pushDated(slug, { [index![0]]: `${String(index![1])}\nDisisipkan.\n` }, '2026-11-01T00:00:00Z');
    expect((await room.look(pull)).title).toBe(`${waiting} Rab 11/11/2026 09.30 WIB`);
    expect([await stateOf(room, pull), await entriesOf(room, pull)]).toEqual(['open', []]);
    // Dated in ten years: the deadline passes all the same.
    await pushDated(slug, { [index![0]]: `${String(index![1])}\nDiganti.\n` }, '2036-11-01T00:00:00Z');
    until('2026-11-11T10:00:00+07:00');
    expect((await room.look(pull)).title).toBe(`${waiting} Rab 11/11/2026 09.30 WIB (terlambat)`);
  });

  it('a deadline that passed while no sweep ran is told once, however many sweeps come then', async () => {
    until('2026-11-12T09:00:00+07:00');
    const pull = await submitted('sapuan-hilang');
    await room.look(pull);
    until('2026-11-18T09:00:00+07:00');
    expect((await room.look(pull)).title).toMatch(/\(terlambat\)$/);
    const told = [await room.comments(pull), await room.head('paraf')];
    for (let sweep = 0; sweep < 3; sweep += 1) {
      room.wait(60);
      const { applied } = await room.look(pull);
      expect(applied.filter(({ outcome }) => outcome !== 'sama')).toEqual([]);
    }
    expect([await room.comments(pull), await room.head('paraf')]).toEqual(told);
    expect(told[0]).toHaveLength(1);
  });
});

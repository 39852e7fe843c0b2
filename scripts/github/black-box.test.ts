/**
 * The checks by which an outsider would judge an approval system, through the API alone, by the names under which they
 * are known. The fifth, the clock, stands in `black-box-clock.test.ts`; emergency and withdrawal in
 * `sop-serta-merta.test.ts` and `../publish/verify.test.ts`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { git as runGit } from '../local/git/command.ts';
import { openGit } from '../publish/git.ts';
import { prove } from '../publish/proof/prove.ts';
import { verify } from '../publish/verify.ts';
import { lookAtMain } from './main.ts';
import { branchOf, filesOf, openWay, samples, type Way } from './testing/item.ts';
import { news, openNewsroom, place, type Newsroom } from './testing/newsroom.ts';
import { entriesOf, ledgerOf, stateOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

let count = 0;
/** Content that waits for the head of the office: everything before is signed. */
async function untilTheHead(): Promise<{ way: Way; folder: string }> {
  const item = samples.make('konten', 0, `kotak-hitam-${(count += 1)}`)!;
  const way = await openWay(room, 'pemohon-disdik', item, 1);
  await way.submit('pemohon-disdik');
  await way.save('bidang-ikp', 3);
  await way.sign('bidang-ikp');
  await way.save('pembuat-konten', 4);
  await way.submit('pembuat-konten');
  expect(await way.sign('bidang-ikp')).toMatch(/^Langkah 8 dari 9/);
  return { way, folder: item.folder };
}

const headTree = (branch: string, folder: string) => {
  const git = openGit(room.server.repository);
  return git.text('rev-parse', `refs/heads/${branch}:${folder}`).trim();
};

describe('1. stale approval', () => {
  it('one byte after the signatures voids them, whether saved, pushed or in an attachment; a save of the same does not', async () => {
    const { way, folder } = await untilTheHead();
    const commit = await room.head(way.branch);
    const tree = headTree(way.branch, folder);

    await room.save('pembuat-konten', way.branch, {}, 'Disimpan tanpa perubahan');
    expect((await room.look(way.pull)).title).toMatch(/^Langkah 8 dari 9/);
    expect(headTree(way.branch, folder)).toBe(tree);

    expect(await way.save('pembuat-konten', 'Satu kalimat lagi.')).toMatch(/^Langkah 5 dari 9/);
    expect(await way.sign('kepala-dinas')).toMatch(/^Langkah 5 dari 9/);
    expect(await way.sign('bidang-ikp')).toMatch(/^Langkah 8 dari 9/);

    const files = openGit(room.server.repository)
      .text('ls-tree', '--name-only', `${commit}:${folder}`)
      .trim()
      .split('\n');
    const attachment = files.find((name) => name.endsWith('.pdf'))!;
    await room.save('pembuat-konten', way.branch, {
      [`${folder}/${attachment}`]: Buffer.from('%PDF-1.4\n% lain\n%%EOF\n'),
    });
    expect((await room.look(way.pull)).title).not.toMatch(/^Langkah 8 dari 9/);
    expect(await stateOf(room, way.pull)).toBe('open');

    // Force-pushed back to what was signed: that revives nothing.
    await room.as('pembuat-konten').request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...place,
      ref: `heads/${way.branch}`,
      sha: commit,
      force: true,
    });
    room.wait(60);
    expect((await room.look(way.pull)).title).toMatch(/^Langkah 5 dari 9/);
    expect(await way.sign('bidang-ikp')).toMatch(/^Langkah 8 dari 9/);
    expect(await way.sign('kepala-dinas')).toBe('Sudah digabung, menunggu tayang');
    const [entry] = await entriesOf(room, way.pull);
    expect(headTree('main', folder)).toBe(entry?.sidik);
  });
});

describe('2. contributor exclusion', () => {
  it.each([
    ['a person', 'peliput', 'Simpan'],
    [
      'the app, for a person who is named as co-author',
      'app',
      'Simpan\n\nCo-authored-by: Satu <1005+pengolah-satu@users.noreply.github.com>',
    ],
  ])('opened by %s, edited by a second and a third: none of them approves', async (_who, opener, message) => {
    const slug = `ikut-menulis-${(count += 1)}`;
    const branch = `cms/berita/2026/11/${slug}`;
    const pull = await room.open(opener, branch, news(slug));
    await room.save('penyusun', branch, news(slug, 'Ditulis kedua.'));
    await room.submit('penyusun', pull);
    await room.save('pengolah-satu', branch, news(slug, 'Diubah ketiga.'), message);
    room.wait(60);
    for (const login of ['peliput', 'penyusun', 'pengolah-satu'])
      await room.review(login, pull, 'COMMENT', '/paraf');
    expect((await room.look(pull)).title).toMatch(/^Langkah 4 dari 4/);
    expect(await stateOf(room, pull)).toBe('open');
    await room.review('pengolah-dua', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe('Sudah digabung, menunggu tayang');
  });
});

describe('3. bypass', () => {
  it('an administrator merges, pushes, sets the label, brings a workflow along: nothing is published, and it is told', async () => {
    const slug = `jalan-pintas-${(count += 1)}`;
    const branch = `cms/berita/2026/11/${slug}`;
    const pull = await room.open('peliput', branch, {
      ...news(slug),
      '.github/workflows/publish.yml': 'on: push\n',
    });
    const admin = room.as('admin-ti-satu');
    const head = await room.head(branch);
    const merge = admin.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
      ...place,
      pull_number: pull,
      merge_method: 'squash',
      request: { retries: 0 },
    });
    await expect(merge).rejects.toMatchObject({ status: 405 });
    const push = admin.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...place,
      ref: 'heads/main',
      sha: head,
    });
    await expect(push).rejects.toMatchObject({ status: 422 });
    await admin.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      ...place,
      issue_number: pull,
      labels: ['decap-cms/pending_publish'],
    });
    expect((await room.look(pull)).title).toMatch(/^Ditolak: /);

    const before = openGit(room.server.repository).commitOf('refs/heads/main')!;
    const smuggled = await room.commit('admin-ti-satu', await room.head('main'), news('selundupan'));
    await runGit(room.server.repository, ['update-ref', 'refs/heads/main', smuggled]);
    const git = openGit(room.server.repository);
    const found = await verify(git);
    expect(found.live.map(({ path }) => path)).not.toContain('content/berita/2026/11/selundupan');
    const { reported } = await lookAtMain(room.app, place, appAccount.id, git, found);
    expect(reported.map(({ path }) => path)).toEqual(['content/berita/2026/11/selundupan']);
    await runGit(room.server.repository, ['update-ref', 'refs/heads/main', before]);
    await room.server.look();
  });
});

describe('4. order and loops', () => {
  it('out of turn is refused, a return needs words and goes to the step of the SOP, rounds stay, two at once yield one', async () => {
    const { way } = await untilTheHead();
    const other = await openWay(
      room,
      'pemohon-disdik',
      samples.make('konten', 0, `urutan-${(count += 1)}`)!,
      1,
    );
    await other.submit('pemohon-disdik');
    expect(await other.refusal((w) => w.sign('kepala-dinas'))).toContain('Paraf tidak dihitung');

    expect(await way.refusal((w) => w.say('kepala-dinas', '/kembalikan'))).toContain('alasan');
    expect(await way.giveBack('kepala-dinas', 'Perbaiki judulnya.')).toMatch(/^Langkah 7 dari 9/);
    await way.save('pembuat-konten', 'Judul diperbaiki.');
    expect(await way.submit('pembuat-konten')).toMatch(/^Langkah 5 dari 9/);
    await way.sign('bidang-ikp');
    expect((await way.position()).putaranKoreksi).toBe(1);

    await Promise.all([1, 2].map(() => room.review('kepala-dinas', way.pull, 'APPROVE')));
    await Promise.all([room.look(way.pull), room.look(way.pull)]);
    expect(await stateOf(room, way.pull)).toBe('merged');
    expect(await entriesOf(room, way.pull)).toHaveLength(1);
    expect((await way.position()).putaranKoreksi).toBe(1);
  });
});

describe('6. acting officer', () => {
  it('signs as “A, Plh B” in the days of the letter, not before, and not what they wrote themselves', async () => {
    const { way } = await untilTheHead();
    expect(await way.refusal((w) => w.sign('sekretaris'))).toContain('Sekretaris, Plh Kepala Dinas');
    const own = await untilTheHead();
    room.wait(8 * 86_400);
    expect(await way.sign('sekretaris')).toBe('Sudah digabung, menunggu tayang');
    const [entry] = await entriesOf(room, way.pull);
    expect(entry?.langkah.at(-1)?.atasNama).toBe('Sekretaris, Plh Kepala Dinas');

    await own.way.save('sekretaris', 'Ditambah sendiri.');
    await own.way.sign('sekretaris');
    expect(await stateOf(room, own.way.pull)).toBe('open');
    room.wait(7 * 86_400);
    expect(await own.way.refusal((w) => w.sign('sekretaris'))).toContain('masa tugas');
  });
});

describe('7. SOP gate', () => {
  it('each paper that is missing stops its own step, by the name that the SOP gives it', async () => {
    const item = samples.make('berita', 0, `tanpa-surat-${(count += 1)}`)!;
    const index = `${item.folder}/index.md`;
    const text = String(filesOf(samples.until(item, 2))[index]);
    for (const [field, paper] of [
      ['kategori', 'Berita (Narasi)'],
      ['ringkasan', 'Berita (Narasi)'],
    ] as const) {
      const slug = `kurang-${field}-${(count += 1)}`;
      const files = Object.fromEntries(
        Object.entries(filesOf(samples.until(item, 2))).map(([path, bytes]) => [
          path.replace(item.folder, `content/berita/2026/11/${slug}`),
          path === index ? text.replace(new RegExp(`^${field}:.*\\n(?:  .*\\n)*`, 'm'), '') : bytes,
        ]),
      );
      const pull = await room.open('peliput', branchOf(`content/berita/2026/11/${slug}`), files);
      await room.submit('penyusun', pull);
      expect((await room.look(pull)).title).toMatch(/^Langkah 2 dari 4/);
      expect((await room.comments(pull)).join('\n')).toContain(paper);
    }
  });
});

describe('10. hostile content and evidence', () => {
  it.each([
    [
      'a drawing under the name of a picture',
      'lapangan.png',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    ],
    ['a drawing', 'gambar.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>'],
    [
      'a test virus under the name of a document',
      'surat.pdf',
      'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
    ],
  ])('%s is not merged, whoever signs it', async (_what, name, bytes) => {
    const slug = `jahat-${(count += 1)}`;
    const branch = `cms/berita/2026/11/${slug}`;
    const pull = await room.open('peliput', branch, {
      ...news(slug),
      [`content/berita/2026/11/${slug}/${name}`]: bytes,
    });
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'APPROVE');
    await room.review('pengolah-dua', pull, 'APPROVE');
    await room.look(pull);
    expect(await stateOf(room, pull)).toBe('open');
  });

  it('a clone proves the whole; one line of the ledger altered, and the proof fails by its name', async () => {
    const told = async () => {
      const git = openGit(room.server.repository);
      return (await prove(git, await verify(git), { isDeep: true })).map(({ file }) => file);
    };
    expect(await told()).toEqual([]);
    const [first] = (await ledgerOf(room)).filter(({ jenis }) => jenis === 'item');
    const path = `ledger/2026/11/${String(first!.number).padStart(6, '0')}.json`;
    const text = (await room.read('paraf', path)) ?? '';
    const altered = await room.commit('app', await room.head('paraf'), {
      [path]: text.replace(/"akun": \d+/, '"akun": 1'),
    });
    await runGit(room.server.repository, ['update-ref', 'refs/heads/paraf', altered]);
    expect(await told()).toContain(`paraf:${path}`);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../local/local.ts';
import { news, openNewsroom, type Newsroom } from '../testing/newsroom.ts';
import { openCounter, runBundle, runEvent, type ActionRun, type Counter } from './testing/run-bundle.ts';

let room: Newsroom;
let counter: Counter;
const heard: Change[] = [];
const starts: number[] = [];

const run = async (start: Parameters<typeof runBundle>[2]): Promise<ActionRun> => {
  const done = await runBundle(room, counter, start);
  if (done.startTime !== null) starts.push(done.startTime);
  return done;
};

beforeAll(async () => {
  room = await openNewsroom();
  counter = await openCounter(room.url);
  room.server.onChange((change) => heard.push(change));
});
afterAll(async () => {
  await counter.stop();
  await room.stop();
});

const slug = 'kerja-bakti';
const branch = `cms/berita/2026/11/${slug}`;
const path = `content/berita/2026/11/${slug}`;
const signIn = [
  'GET /repos/diskominfo/portal/installation',
  'POST /app/installations/400/access_tokens',
  'GET /users/paraf%5Bbot%5D',
];
const dispatches = () => heard.filter(({ event }) => event === 'repository_dispatch');

describe('the bundled gate, in a process of its own, with what a runner gives it', () => {
  let pull: number;
  let head: string;

  it('makes the check, the comment and the queue of a submitted item', async () => {
    pull = await room.open('peliput', branch, news(slug));
    head = await room.head(branch);
    await room.submit('peliput', pull);
    const done = await run({ event: runEvent(`Paraf #${pull}`) });
    const title = 'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 08.30 WIB';
    expect([done.code, done.log.replace(/ghs_\S+/, '…')]).toEqual([
      0,
      `::add-mask::…\n· #${pull}: ${title}\n`,
    ]);
    expect(done.outputs).toBe(`pulls=${pull}\npublish=false\n`);
    expect(done.summary).toContain(`| #${pull} | ${title} |`);
    expect(await room.check(head)).toBe(`berjalan ${title}`);
    expect(await room.comments(pull)).toHaveLength(1);
    expect(await room.read('paraf', 'antrean.json')).toContain(path);
  });

  it('reads a pull request in three reads, and changes nothing when it looks again', async () => {
    const { calls } = await run({ event: runEvent(`Paraf #${pull}`) });
    expect(calls.slice(0, 6).map((call) => call.replace(/\?.*/, ''))).toEqual([
      ...signIn,
      'POST /graphql',
      'GET /repos/diskominfo/portal/activity',
      'POST /graphql',
    ]);
    const writes = calls.filter((call) => !/^GET|graphql|access_tokens/.test(call));
    expect(writes).toEqual([]);
    // Besides: the item's bytes for the checks, its check run, and the queue.
    expect(calls.length).toBeLessThanOrEqual(12);
  });

  it('merges what was signed, records it, and asks for one publication', async () => {
    await room.review('pengolah-satu', pull, 'APPROVE');
    // What a run for an issue comment tells names no branch of the item: the title alone.
    const done = await run({ event: runEvent(`Paraf #${pull}`, { head_branch: 'main' }) });
    expect(done.log).toContain(`· #${pull}: Sudah digabung, menunggu tayang\n`);
    expect(done.outputs).toContain('publish=true\n');
    expect(await room.read('main', `${path}/index.md`)).toContain('Warga kerja bakti di tepi Kapuas');
    expect(await room.read('paraf', 'ledger/2026/11/000002.json')).toContain(`"path": "${path}"`);
    expect(dispatches()).toEqual([{ event: 'repository_dispatch', action: 'paraf-terbit', by: 2000 }]);
  });

  it('asks again as long as nobody said that it is live: a run may end between ledger and request', async () => {
    // The branch is gone and no number is given: the newest pull request of that branch is meant.
    const done = await run({ event: runEvent('Paraf', { head_branch: branch }) });
    expect([done.code, done.outputs]).toEqual([0, `pulls=${pull}\npublish=true\n`]);
    expect(done.calls).toContain(
      `GET /repos/diskominfo/portal/pulls?head=${encodeURIComponent(`diskominfo:${branch}`)}&state=all&sort=updated&direction=desc&per_page=3`,
    );
    expect(dispatches()).toHaveLength(2);
  });

  it('says that it is live, once, and the item is at its end', async () => {
    const entry = JSON.parse((await room.read('paraf', 'ledger/2026/11/000002.json')) ?? '') as {
      sidik: string;
    };
    const report = JSON.stringify({
      live: [{ pull, path, sidik: entry.sidik }],
      findings: [],
      failure: null,
    });
    for (const time of [1, 2]) {
      const done = await run({ inputs: { task: 'published', report } });
      expect([time, done.code, done.log]).toEqual([
        time,
        0,
        expect.stringContaining(`· #${pull}: Selesai: sudah tayang\n`),
      ]);
    }
    const said = (await room.comments(pull)).filter((body) => body.includes('Sudah tayang di portal'));
    expect(said).toHaveLength(1);
    expect((await run({ inputs: { task: 'sweep' } })).outputs).toBe(`pulls=${pull}\npublish=false\n`);
    expect(dispatches()).toHaveLength(2);
  });

  it('starts in less than a second', () => {
    // The quickest of all starts: others share this machine.
    expect(Math.min(...starts)).toBeLessThan(1000);
  });
});

describe('the bundled gate fails closed, and says why', () => {
  it.each([
    [
      'without a key',
      { 'private-key': '' },
      '::error::Nomor aplikasi atau kuncinya kosong. Isi variabel PARAF_APP_ID dan rahasia PARAF_APP_KEY pada lingkungan “gerbang”, lalu jalankan ulang.\n',
    ],
    [
      'as another app than the one that the key belongs to',
      { 'app-id': '7' },
      /^::error::Gerbang tidak dapat menyelesaikan pekerjaannya: Bad credentials.* Periksa apakah aplikasi Paraf masih terpasang di repositori ini dan kuncinya masih berlaku, lalu jalankan ulang; yang sudah tersimpan tidak hilang\.\n$/,
    ],
    [
      'for a task that is not there',
      { task: 'terbitkan' },
      '::error::Tugas “terbitkan” tidak dikenal. Yang ada: look, sweep, published.\n',
    ],
    [
      'with a report that cannot be read',
      { task: 'published', report: '{"live":"semua"}' },
      /::error::Laporan penerbitan tidak terbaca, sehingga tidak diketahui apa yang tayang\. Jalankan ulang alur “publish”\.\n$/,
    ],
  ])('%s', async (_, inputs, message) => {
    const done = await run({ inputs });
    expect(done.code).toBe(1);
    if (typeof message === 'string') expect(done.log).toBe(message);
    else expect(done.log).toMatch(message);
  });

  it('tells of a pull request that is not there, and of the others all the same', async () => {
    const done = await run({ inputs: { pull: '404, 1' } });
    expect(done.log).toContain(
      '::error::#404 belum dapat diperiksa: Tidak dapat dibaca — GitHub: Pull request #404 tidak ditemukan. Penyapuan berikutnya mencobanya lagi.\n',
    );
    expect(done.log).toContain('· #1: Selesai: sudah tayang');
  });
});

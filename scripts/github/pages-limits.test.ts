import { afterAll, beforeAll, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { nearLimits, tellLimits, type PagesUse } from './pages-limits.ts';
import { openNewsroom, place, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const megabytes = (n: number): PagesUse => ({ bytes: n * 1_000_000, seconds: 60 });

it.each<[PagesUse, string[]]>([
  [{ bytes: null, seconds: null }, []],
  [megabytes(799), []],
  [{ bytes: 1, seconds: 479 }, []],
  [megabytes(800), ['<!-- paraf:batas-ukuran-80 -->']],
  [megabytes(950), ['<!-- paraf:batas-ukuran-90 -->']],
  [megabytes(2000), ['<!-- paraf:batas-ukuran-100 -->']],
  [{ bytes: 9e8, seconds: 480 }, ['<!-- paraf:batas-ukuran-90 -->', '<!-- paraf:batas-waktu-80 -->']],
])('%j', (use, marks) => {
  expect(nearLimits(use).map(({ mark }) => mark)).toEqual(marks);
});

it('says in words how near it is', () => {
  expect(nearLimits({ bytes: 812_345_678, seconds: 500 }).map(({ text }) => text)).toEqual([
    'Portal sudah 813 MB; GitHub Pages memuat paling banyak 1.000 MB.',
    'Mengantarkan portal ke GitHub Pages makan 8,3 menit; sesudah 10 menit GitHub menghentikannya.',
  ]);
});

it('keeps one issue while a limit is near: a comment for each new share, and its end when there is room again', async () => {
  const tell = (use: PagesUse) => tellLimits(room.app, place, appAccount.id, use);
  const issues = async () => {
    const { data } = await room.app.request('GET /repos/{owner}/{repo}/issues', { ...place, state: 'all' });
    return (data as { number: number; state: string; comments: number }[])
      .map(({ number, state, comments }) => [number, state, comments])
      .toSorted();
  };
  await tell(megabytes(500));
  expect(await issues()).toEqual([]);
  await tell(megabytes(810));
  await tell(megabytes(820));
  expect(await issues()).toEqual([[1, 'open', 0]]);
  await tell(megabytes(910));
  expect(await issues()).toEqual([[1, 'open', 1]]);
  expect(await room.comments(1)).toEqual([
    'Portal sudah 910 MB; GitHub Pages memuat paling banyak 1.000 MB.',
  ]);

  // The office has read it and closed it.
  await room.app.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: 1,
    state: 'closed',
  });
  await tell(megabytes(920));
  expect(await issues()).toEqual([[1, 'closed', 1]]);
  await tell(megabytes(1001));
  expect(await issues()).toEqual([
    [1, 'closed', 1],
    [2, 'open', 0],
  ]);
  await tell({ bytes: null, seconds: null });
  expect(await issues()).toEqual([
    [1, 'closed', 1],
    [2, 'closed', 1],
  ]);
});

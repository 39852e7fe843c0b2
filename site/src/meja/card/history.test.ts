import { expect, it } from 'vitest';
import { ev, people } from '../../../../scripts/core/testing/history.ts';
import { inReview, news } from '../../../../scripts/core/testing/news.ts';
import { historyOf } from './history.ts';

const { penyusun, pengolah, pengolahLain, tamu } = people;

it('tells the way of an item in plain words, the latest first', () => {
  const lines = historyOf(news, [
    ...inReview,
    ev.giveBack(30, pengolah),
    ev.content(40, penyusun, 'c'),
    ev.content(41, penyusun, 'c'),
    ev.submitted(50, penyusun, 'c'),
    ev.sign(60, tamu, 'c'),
    ev.comment(65, pengolah, 'c', 'Judul sudah baik.'),
    ev.sign(70, pengolahLain, 'c'),
  ]);
  expect(
    lines.map(({ by, what, text, effect, tone }) =>
      [by, what, text, effect, tone].filter(Boolean).join(' | '),
    ),
  ).toEqual([
    `${pengolahLain} | memaraf (periksa) | Langkah 3 dan 4 selesai. | maju`,
    `${pengolah} | memberi catatan | Judul sudah baik. | biasa`,
    `${tamu} | memaraf (periksa) | Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml. | tidak-dihitung`,
    `${penyusun} | mengajukan | Langkah 2 selesai. | maju`,
    `${penyusun} | menyimpan versi baru | biasa`,
    `${pengolah} | mengembalikan | Perbaiki angka di paragraf dua. | Kembali ke langkah 2. | mundur`,
    `${penyusun} | mengajukan | Langkah 2 selesai. | maju`,
    `${penyusun} | menyimpan versi baru | biasa`,
    '1 | membuat butir ini | Langkah 1 selesai. | maju',
  ]);
});

it('says in which role a person stood then', () => {
  const [line] = historyOf(news, inReview);
  expect(line?.sebagai).toBe('Penyusun Bahan Informasi');
});

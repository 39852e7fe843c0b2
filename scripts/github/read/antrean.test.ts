import { expect, it } from 'vitest';
import { positionAfter, ev, people } from '../../core/testing/history.ts';
import { inReview, news } from '../../core/testing/news.ts';
import { antreanFrom, antreanPosition, antreanText, type Antrean } from './antrean.ts';

const item: Antrean = {
  pull: 7,
  judul: 'Kerja bakti',
  path: 'content/berita/2026/11/kerja-bakti',
  koleksi: 'berita',
  opd: 'bpbd',
  pembuka: 1,
  dibuka: '2026-11-02T01:00:00Z',
  penyumbang: [1, 2],
  dikembalikan: null,
  terbit: null,
  posisi: antreanPosition(positionAfter(news, inReview)),
};

it('keeps of a position what stays as it is until somebody acts', () => {
  expect(item.posisi).toEqual({
    sop: 'penyebarluasan-informasi',
    sopVersion: 'versi-penyebarluasan-informasi',
    langkah: 3,
    status: 'berjalan',
    menunggu: ['tim-pengolah-informasi'],
    putaranKoreksi: 0,
    sidik: 'b',
    macet: [],
    steps: [
      expect.objectContaining({ no: 1, tindakan: 'liput', oleh: people.peliput }),
      expect.objectContaining({
        no: 2,
        tindakan: 'susun',
        oleh: people.penyusun,
        peran: 'penyusun-bahan-informasi',
      }),
      { no: 3, tindakan: 'periksa', mulai: expect.any(String) as string },
      { no: 4, tindakan: 'setujui' },
    ],
  });
  const later = positionAfter(news, [...inReview, ev.comment(500, people.tamu, 'b', 'Kapan?')]);
  expect(antreanPosition(later)).toEqual(item.posisi);
});

it('is one item a line, and is read back', () => {
  const text = antreanText([item, { ...item, pull: 8 }]);
  expect(text.split('\n')).toHaveLength(5);
  expect(antreanFrom(text)).toEqual([item, { ...item, pull: 8 }]);
});

it.each([
  ['no file', null],
  ['an empty one', antreanText([])],
  ['no JSON', '['],
  ['something else', '{"a":1}'],
  ['items of another time', '[{"pull":7},null,{"pull":8,"penyumbang":[],"posisi":{}}]'],
])('%s is an empty queue', (_, text) => {
  expect(antreanFrom(text)).toEqual([]);
});

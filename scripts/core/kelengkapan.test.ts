import { describe, expect, it } from 'vitest';
import { kelengkapanOf, namedFiles } from './kelengkapan.ts';

const alur = {
  sop: 'contoh',
  kelengkapan: {
    data: ['liputan.data'],
    foto: ['foto'],
    surat: ['surat.berkas', 'surat.nomor'],
    pernyataan: ['pernyataan'],
    naskah: ['ringkasan', 'isi'],
  },
};

describe('kelengkapanOf', () => {
  it.each<[string, unknown, string, string[], string[]]>([
    ['nothing in an empty item', {}, '', [], []],
    ['nothing where fields hold only spaces', { liputan: { data: '  ' }, ringkasan: 'a' }, ' \n', [], []],
    ['a filled text', { liputan: { data: 'lima orang' } }, '', [], ['data']],
    ['a paper only when all of its fields are filled', { ringkasan: 'a' }, 'Naskah', [], ['naskah']],
    ['no empty list', { foto: [] }, '', [], []],
    ['a list whose files are in the folder', { foto: [{ berkas: 'a.png' }] }, '', ['a.png'], ['foto']],
    [
      'no list of which one file is missing',
      { foto: [{ berkas: 'a.png' }, { berkas: 'b.png' }] },
      '',
      ['a.png'],
      [],
    ],
    ['no entry that names no file', { foto: [{ berkas: '', alt: 'x' }] }, '', [], []],
    ['a named file that is there', { surat: { berkas: 's.pdf', nomor: '1' } }, '', ['s.pdf'], ['surat']],
    ['no named file that is not', { surat: { berkas: 's.pdf', nomor: '1' } }, '', ['S.pdf'], []],
    ['a statement that was ticked', { pernyataan: true }, '', [], ['pernyataan']],
    ['no statement that was not', { pernyataan: false }, '', [], []],
    ['nothing that only the prototype has', { liputan: 'constructor' }, '', [], []],
  ])('finds %s', (_name, data, body, files, expected) => {
    expect(kelengkapanOf(alur, data, body, files)).toEqual(expected);
  });
});

describe('namedFiles', () => {
  it('finds every file that front matter names, and where', () => {
    expect(namedFiles({ foto: [{ berkas: 'a.png' }, { berkas: '' }], surat: { berkas: 's.pdf' } })).toEqual([
      { path: ['foto', 0, 'berkas'], name: 'a.png' },
      { path: ['surat', 'berkas'], name: 's.pdf' },
    ]);
  });
});

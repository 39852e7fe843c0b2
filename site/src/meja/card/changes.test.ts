import { expect, it } from 'vitest';
import { collections } from '../../../../content/schema/collections.ts';
import { fieldsOf } from '../office-data.ts';
import { changesOf } from './changes.ts';

const fields = fieldsOf(collections.find(({ name }) => name === 'konten')!.schema);
const office = { opd: { dinkes: 'Dinas Kesehatan', disdik: 'Dinas Pendidikan' } };

it('names each field that changed by its labels, and the text last', () => {
  const before = {
    data: {
      judul: 'Imunisasi',
      opd: 'dinkes',
      suratTugas: { nomor: '1' },
      anggota: [{ nama: 'A', tugas: 'B' }],
    },
    body: 'Satu dua.',
  };
  const after = {
    data: { judul: 'Imunisasi', opd: 'disdik', suratTugas: { nomor: '2' }, anggota: [] },
    body: 'Satu tiga.',
  };
  expect(
    changesOf(before, after, fields, office).map(({ label, runs }) => [
      label,
      runs.map(({ kind, text }) => `${kind} ${text}`),
    ]),
  ).toEqual([
    ['OPD pemohon', ['sama Dinas', 'hapus  Kesehatan', 'tambah  Pendidikan']],
    ['Surat Perintah Tugas · Nomor surat', ['hapus 1', 'tambah 2']],
    ['Anggota tim 1 · Nama atau jabatan', ['hapus A']],
    ['Anggota tim 1 · Tugas', ['hapus B']],
    ['Isi', ['sama Satu', 'hapus  dua.', 'tambah  tiga.']],
  ]);
});

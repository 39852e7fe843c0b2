import { expect, it } from 'vitest';
import { parseDocument } from '../../../../scripts/markdown/front-matter.ts';
import { changedIndex, newIndex } from './index-text.ts';

const index = `---
judul: Kerja bakti
tanggal: 2026-11-02 # Senin
suratTugas:
  nomor: "1/2026"
anggota: []
---

Isi lama.
`;

it('what is changed is written anew, the rest stays byte for byte', () => {
  expect(changedIndex(index, { anggota: [{ nama: 'Juru kamera', tugas: 'Foto' }], catatan: 'ya' })).toBe(`---
judul: Kerja bakti
tanggal: 2026-11-02 # Senin
suratTugas:
  nomor: "1/2026"
anggota:
  - nama: "Juru kamera"
    tugas: "Foto"
catatan: "ya"
---

Isi lama.
`);
});

it('the same values leave the file as it is', () => {
  expect(changedIndex(index, { suratTugas: { nomor: '1/2026' }, tanggal: '2026-11-02' })).toBe(index);
});

it('another text takes the place of the old one', () => {
  expect(changedIndex(index, {}, 'Isi baru.\n')).toBe(index.replace('Isi lama.', 'Isi baru.'));
});

it('what is written new is read back as it was', () => {
  const data = {
    judul: 'Ya: "#1"',
    tanggal: '2026-11-02',
    jam: '12:30',
    contoh: false,
    daftar: ['on', 'null'],
  };
  const parsed = parseDocument('index.md', '', newIndex(data, 'Isi.\n'));
  expect(parsed).toMatchObject({ ok: true, value: { data, body: '\nIsi.\n' } });
});

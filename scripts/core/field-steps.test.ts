import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Alur } from './aturan.ts';
import { stepsOfFields, type AskingStep, type StepField } from './field-steps.ts';

const alur = parse(readFileSync('content/alur.yml', 'utf8')) as Record<string, Alur>;

function langkahOf(sop: string): AskingStep[] {
  const text = readFileSync(`content/sop/${sop}/index.md`, 'utf8').split('\n---\n', 1)[0] ?? '';
  return (parse(text) as { langkah: AskingStep[] }).langkah;
}

function steps(fields: readonly StepField[], collection: string): Record<string, number> {
  const { sop, kelengkapan } = alur[collection]!;
  return Object.fromEntries(stepsOfFields(fields, kelengkapan, langkahOf(sop)));
}

it('a field belongs to the first step whose kelengkapan it shows, whatever its own tindakan says', () => {
  const fields = ['suratPemohon', 'suratTugas', 'anggota', 'data', 'karya', 'isi'];
  expect(
    steps(
      fields.map((name) => ({ name, tindakan: 'ajukan' })),
      'konten',
    ),
  ).toEqual({ suratPemohon: 1, suratTugas: 3, anggota: 3, data: 4, karya: 4, isi: 4 });
});

it('two steps of one tindakan keep their own fields apart', () => {
  const fields = ['khalayak', 'materi'].map((name) => ({ name, tindakan: 'lengkapi' }));
  expect(steps(fields, 'kampanye')).toEqual({ khalayak: 2, materi: 3 });
});

it('a field that no step asks for goes with the first step of its tindakan', () => {
  const fields = [
    { name: 'judul', tindakan: 'ajukan' },
    { name: 'catatan', tindakan: 'susun' },
  ];
  expect(steps(fields, 'konten')).toEqual({ judul: 1, catatan: 4 });
});

it('under an SOP without that tindakan it is there from the first step on', () => {
  const langkah = langkahOf('pengelolaan-konten-media');
  const fields = [
    { name: 'judul', tindakan: 'liput' },
    { name: 'liputan', tindakan: 'liput' },
    { name: 'contoh' },
  ];
  const found = stepsOfFields(fields, { 'materi-konten': ['liputan.data'] }, langkah);
  expect(Object.fromEntries(found)).toEqual({ judul: 1, liputan: 3, contoh: 1 });
});

it('without steps no field has one', () => {
  expect(stepsOfFields([{ name: 'judul' }], {}, []).size).toBe(0);
});

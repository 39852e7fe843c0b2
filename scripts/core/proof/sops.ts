/** The SOPs that the proof runs: all of the repository, and two invented ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sopFrom, sopFromContent } from '../testing/history.ts';
import type { Sop } from '../sop.ts';

/** The one that the gate's tests put beside the four; it has two approvals and a correction of its own. */
function translation(): Sop {
  const file = new URL('../../github/testing/sop-terjemahan.md', import.meta.url);
  const front = readFileSync(file, 'utf8').split(/^---$/m)[1] ?? '';
  return sopFrom('terjemahan', parse(front, { schema: 'core' }));
}

interface Turn {
  readonly no: number;
  readonly pelaksana: readonly string[];
  readonly tindakan: string;
  readonly papers?: readonly string[];
  readonly kembaliKe?: number;
  readonly lanjutKe?: number;
  readonly hanyaKoreksi?: boolean;
}

/**
 * One with every turn that the schema allows and none of the four takes: a correction that leads past a
 * reviewer who has not signed yet, a reviewer without a way back, a return to before an earlier review and to a
 * maker whom another maker follows, a role that
 * makes and reviews, one person for two approvals, an observer without a step of publication.
 */
function winding(): Sop {
  const turns: readonly Turn[] = [
    { no: 1, pelaksana: ['pemohon'], tindakan: 'ajukan', papers: ['surat'] },
    { no: 2, pelaksana: ['penulis'], tindakan: 'lengkapi' },
    { no: 3, pelaksana: ['meja'], tindakan: 'terima' },
    { no: 4, pelaksana: ['penulis', 'pemohon'], tindakan: 'susun', papers: ['naskah'], lanjutKe: 5 },
    { no: 5, pelaksana: ['meja', 'penulis'], tindakan: 'periksa', kembaliKe: 8 },
    { no: 6, pelaksana: ['kepala'], tindakan: 'periksa', papers: ['surat'], kembaliKe: 1 },
    { no: 7, pelaksana: ['kepala'], tindakan: 'setujui', kembaliKe: 4 },
    { no: 8, pelaksana: ['penulis'], tindakan: 'koreksi', lanjutKe: 6, hanyaKoreksi: true },
    { no: 9, pelaksana: ['pimpinan', 'kepala'], tindakan: 'setujui', kembaliKe: 8 },
    { no: 10, pelaksana: ['meja', 'pemohon'], tindakan: 'pantau' },
  ];
  const absent = {
    pemerintah: null,
    bidang: null,
    seksi: null,
    nomor: null,
    tanggalPembuatan: null,
    tanggalRevisi: null,
    tanggalEfektif: null,
    disahkanOleh: null,
    peringatan: null,
  };
  const empty = { dasarHukum: [], kualifikasi: [], keterkaitan: [], peralatan: [], pencatatan: [] };
  return sopFrom('berliku', {
    nama: 'SOP BERLIKU',
    dinas: 'DINAS CONTOH',
    ...absent,
    ...empty,
    pelaksana: ['pemohon', 'meja', 'penulis', 'kepala', 'pimpinan'].map((id) => ({ id, nama: id })),
    langkah: turns.map(({ papers = [], ...turn }) => ({
      ...turn,
      aktivitas: `Langkah ${turn.no}`,
      sumber: 'eksplisit',
      kelengkapan: papers.map((id) => ({ id, nama: id })),
      waktu: { menit: 30 },
      waktuTeks: null,
      output: [],
    })),
  });
}

/** Those of the repository, and the one beside them. */
export const sops: readonly Sop[] = [
  ...readdirSync(new URL('../../../content/sop/', import.meta.url)).map(sopFromContent),
  translation(),
];

export const windingSop = winding();

import type { Entri } from '../ppid/entri.ts';

/** An entry for tests; what is not said is empty. */
export function entri(part: Partial<Entri> = {}): Entri {
  return {
    nomor: 1,
    url: '/ppid/informasi-publik/dinas-kesehatan/laporan/',
    judul: 'Laporan',
    ringkasan: 'Ringkasan laporan.',
    opd: 'dinas-kesehatan',
    namaOpd: 'Dinas Kesehatan',
    klasifikasi: 'berkala',
    namaKlasifikasi: 'Berkala',
    pejabat: null,
    penanggungJawab: null,
    waktu: null,
    tempat: null,
    bentuk: null,
    retensi: null,
    berlakuSampai: null,
    kewajiban: null,
    terbit: null,
    diperbarui: null,
    sidik: 'a'.repeat(40),
    dokumen: [],
    contoh: false,
    ...part,
  };
}

import { stringify } from 'yaml';
import type { SampleItem } from './fixture.ts';

const offices = ['dinas-kesehatan', 'dinas-pendidikan', 'dinas-sosial', 'bappeda'];
const classes = ['berkala', 'setiap-saat'];
const duties = ['kinerja', 'program', 'keuangan', 'perjanjian'];

/** Entries of public information with documents, as many as wanted: for tests of long lists and for measuring. */
export function manyEntries(count: number): SampleItem[] {
  return Array.from({ length: count }, (_, n) => {
    const opd = offices[n % offices.length]!;
    const year = 2018 + (n % 9);
    const index = {
      judul: `Laporan kegiatan nomor ${n + 1} tahun ${year}`,
      opd,
      tanggal: '2026-10-01',
      draf: { uraian: 'Laporan kegiatan.', berkas: [] },
      ringkasan: `Pelaksanaan, anggaran, dan hasil kegiatan nomor ${n + 1} pada tahun ${year}, menurut kecamatan dan sumber dananya.`,
      pejabat: 'Sekretariat',
      penanggungJawab: 'Sekretaris',
      pembuatan: { waktu: `${year}-03-10`, tempat: 'Pontianak' },
      bentuk: 'Salinan lunak',
      retensi: '5 tahun',
      klasifikasi: classes[n % classes.length],
      kewajiban: duties[n % duties.length],
      dokumen: [
        { berkas: n % 3 === 0 ? 'data.csv' : 'laporan.txt', judul: 'Isi laporan', catatan: 'Satu tabel.' },
      ],
      contoh: true,
    };
    return {
      path: `content/informasi-publik/${opd}/kegiatan-${n + 1}`,
      at: new Date(Date.UTC(2026, 0, 5, 2) + n * 60_000).toISOString(),
      index: `---\n${stringify(index)}---\n\nLaporan nomor ${n + 1}.\n`,
      files: {
        [n % 3 === 0 ? 'data.csv' : 'laporan.txt']: Buffer.from(`kegiatan,nilai\r\n${n + 1},${n * 7}\r\n`),
      },
    };
  });
}

/** A warning that holds on the day of the fixture, and long after. */
export function holdingWarning(berlakuSampai: string): SampleItem {
  const unsur = [
    'bahaya',
    'terdampak',
    'evakuasi',
    'menghindari',
    'bantuan',
    'wajibMengumumkan',
    'tataCara',
    'upaya',
  ];
  const index = {
    judul: 'Contoh: asap tebal di Pontianak Utara',
    opd: 'dinas-kesehatan',
    tanggal: '2026-11-20',
    jenis: 'bencana-alam',
    ringkasan: 'Tutup jendela dan pakai masker bila keluar rumah.',
    wilayah: 'Pontianak Utara',
    berlakuSampai,
    ...Object.fromEntries(unsur.map((name) => [name, `Keterangan ${name}.`])),
    contoh: true,
  };
  return {
    path: 'content/serta-merta/2026/11/asap-tebal',
    at: '2026-11-20T00:10:00.000Z',
    index: `---\n${stringify(index)}---\n`,
  };
}

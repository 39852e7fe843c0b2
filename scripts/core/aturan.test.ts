import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoAccounts } from '../local/accounts.ts';
import { parseDocument, parseYaml } from '../markdown/front-matter.ts';
import { buildAturan, type Aturan, type Parsed } from './aturan.ts';
import { formatIssue } from './issue.ts';
import { kindOfLangkah } from './sop.ts';

const sopIds = readdirSync('content/sop');

/** The settings of this repository, some files replaced (`null`: left out). */
function settings(replaced: Readonly<Record<string, string | null>> = {}): Parsed[] {
  const paths = [
    ...sopIds.map((id) => `content/sop/${id}/index.md`),
    'content/alur.yml',
    'content/pelaksana.yml',
    ...readdirSync('content/opd').map((name) => `content/opd/${name}`),
  ];
  return paths.flatMap((path) => {
    const text = path in replaced ? replaced[path] : readFileSync(path, 'utf8');
    if (text === null || text === undefined) return [];
    const result = path.endsWith('.md') ? parseDocument(path, 'oid', text) : parseYaml(path, 'oid', text);
    if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));
    return [result.value];
  });
}

function aturan(): Aturan {
  const result = buildAturan(settings());
  if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));
  return result.value;
}

function problems(replaced: Readonly<Record<string, string | null>>): string[] {
  const result = buildAturan(settings(replaced));
  return result.ok ? [] : result.issues.map(formatIssue);
}

describe('the settings of this repository', () => {
  it.each([
    ['pembuatan-konten-informasi', 9, { menit: 400 }],
    ['penyebarluasan-informasi', 4, { menit: 240 }],
    ['pengelolaan-konten-media', 11, { menit: 1165 }],
    ['pendokumentasian-informasi-publik', 5, { hariKerja: 14 }],
  ])('hold all steps and the whole time of %s', (id, count, total) => {
    const langkah = aturan().sops.get(id)?.langkah ?? [];
    const sum = { menit: 0, hariKerja: 0 };
    for (const { waktu } of langkah) {
      if (waktu !== null && 'menit' in waktu) sum.menit += waktu.menit;
      if (waktu !== null && 'hariKerja' in waktu) sum.hariKerja += waktu.hariKerja;
    }
    expect(langkah.map(({ no }) => no)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(sum).toMatchObject(total);
  });

  it('name no person: no staff number, no name beside a title', () => {
    for (const id of sopIds) {
      const text = readFileSync(`content/sop/${id}/index.md`, 'utf8');
      expect(
        text.match(/\b\d{8} ?\d{6} ?\d ?\d{3}\b|\b(Drs|Dra|Ir|S\.Sos|S\.T|M\.Si|S\.H|S\.E)\b\.?/g),
      ).toBeNull();
    }
  });

  it('let somebody sign every reviewer step, and every demo account but one hold a role', () => {
    const { sops, pelaksana } = aturan();
    const held = new Set(pelaksana.map(({ peran }) => peran));
    for (const sop of sops.values())
      for (const langkah of sop.langkah)
        expect(
          langkah.pelaksana.some((peran) => held.has(peran)),
          `${sop.id} ${langkah.no}`,
        ).toBe(true);
    const without = demoAccounts.filter(({ id }) => !pelaksana.some(({ akun }) => akun === id));
    expect(without.map(({ login }) => login)).toEqual(['tamu']);
  });

  it('govern berita by an SOP with a maker, a review and an approval', () => {
    const { sops, alur } = aturan();
    const sop = sops.get(alur.get('berita')?.sop ?? '');
    expect(sop?.langkah.map(kindOfLangkah)).toEqual(['maker', 'maker', 'reviewer', 'reviewer']);
  });
});

const sopNames =
  'pembuatan-konten-informasi, pendokumentasian-informasi-publik, pengelolaan-konten-media, pengumuman-informasi-serta-merta, penyebarluasan-informasi';

describe('buildAturan', () => {
  it.each<[string, Readonly<Record<string, string | null>>, string[]]>([
    [
      'the files that must be there',
      { 'content/alur.yml': null, 'content/pelaksana.yml': null },
      [
        'content/alur.yml: content/alur.yml tidak ada. Berkas ini menentukan SOP setiap koleksi; kembalikan.',
        'content/pelaksana.yml: content/pelaksana.yml tidak ada. Tanpa berkas ini tidak seorang pun dapat memaraf; kembalikan.',
      ],
    ],
    [
      'names in alur.yml that lead nowhere',
      {
        'content/alur.yml':
          'berita:\n  sop: berita-kilat\n  kelengkapan:\n    dokumentasi: [liputan.foto, isi]\nwarta:\n  sop: x\n  kelengkapan: {}\n',
      },
      [
        `content/alur.yml:2 berita.sop: SOP “berita-kilat” tidak ada atau belum betul. Pakai salah satu dari ${sopNames}.`,
        'content/alur.yml:4 berita.kelengkapan.dokumentasi.0: Isian “liputan.foto” tidak ada pada koleksi “berita”. Betulkan namanya; “isi” untuk naskah.',
        'content/alur.yml:5 warta: Koleksi “warta” tidak ada. Pakai salah satu dari berita, konten, kampanye, informasi-publik, informasi-dikecualikan, serta-merta.',
      ],
    ],
    [
      'a kelengkapan mapped to no field',
      {
        'content/alur.yml':
          'berita:\n  sop: penyebarluasan-informasi\n  kelengkapan:\n    dokumentasi: [liputan.dokumentasi]\n    data-informasi: []\n    surat: [judul]\n',
      },
      [
        'content/alur.yml:5 berita.kelengkapan.data-informasi: Isian “data-informasi” memuat 0 butir, paling sedikit 1. Tambahkan butirnya.',
      ],
    ],
    [
      'kelengkapan that no field shows',
      {
        'content/alur.yml':
          'berita:\n  sop: penyebarluasan-informasi\n  kelengkapan:\n    dokumentasi: [liputan.dokumentasi]\n    surat: [judul]\n',
      },
      [
        'content/alur.yml:3 berita.kelengkapan: Kelengkapan “data-informasi” (Data Informasi) diperiksa pada langkah 1, tetapi tidak dipetakan ke isian mana pun, sehingga langkah itu tidak akan pernah lengkap. Tambahkan “data-informasi: [nama isian]”.',
        'content/alur.yml:3 berita.kelengkapan: Kelengkapan “berita-narasi” (Berita (Narasi)) diperiksa pada langkah 2, tetapi tidak dipetakan ke isian mana pun, sehingga langkah itu tidak akan pernah lengkap. Tambahkan “berita-narasi: [nama isian]”.',
        'content/alur.yml:5 berita.kelengkapan.surat: SOP “penyebarluasan-informasi” tidak memeriksa kelengkapan “surat”. Betulkan idnya atau hapus baris ini.',
      ],
    ],
    [
      'rows of pelaksana.yml of the wrong form',
      {
        'content/pelaksana.yml':
          '- akun: sekretaris\n  peran: kepala-dinas\n  mulai: 1 Januari 2026\n  jenis: sementara\n  jabatan: Sekretaris\n  surat: ""\n  nama: Seseorang\n',
      },
      [
        'content/pelaksana.yml:1 0.akun: Akun: harus nomor akun GitHub (“id” di https://api.github.com/users/namanya), bukan namanya; isinya “sekretaris”. Betulkan.',
        'content/pelaksana.yml:3 0.mulai: Mulai: harus tanggal seperti 2026-11-02, atau waktu dengan zona seperti 2026-11-02T08:00:00+07:00; isinya “1 Januari 2026”. Betulkan.',
        'content/pelaksana.yml:4 0.jenis: Jenis harus salah satu dari definitif, plt, plh, tetapi isinya “sementara”. Ganti dengan yang tersedia.',
        'content/pelaksana.yml:6 0.surat: Surat belum diisi. Nomor dan tanggal surat penunjukan.',
        'content/pelaksana.yml:7 0.nama: Isian “nama” tidak dikenal di sini. Betulkan ejaannya atau hapus; yang dikenal: akun, peran, opd, mulai, selesai, jenis, jabatan, surat.',
      ],
    ],
    [
      'rows that mean nothing',
      {
        'content/pelaksana.yml': `${row('redaktur', 'opd: dinas-antariksa\n  selesai: "2025-12-31"')}${row('pemohon')}${row('pemohon')}`,
      },
      [
        'content/pelaksana.yml:2 0.peran: Peran “redaktur” tidak ada dalam SOP mana pun. Pakai salah satu dari pemohon, bidang-ikp, tim-pembuat-konten, kepala-dinas, pejabat-bidang-pelayanan-informasi, ppid-utama, ppid-pendukung, kepala-bidang-pikp, kasi-pkp, tim-pengelolaan-konten, tim-peliputan, penyusun-bahan-informasi, tim-pengolah-informasi, pengelola-sistem.',
        'content/pelaksana.yml:7 0.opd: Perangkat daerah “dinas-antariksa” tidak ada di content/opd/. Betulkan idnya, atau tambahkan berkas content/opd/dinas-antariksa.yml.',
        'content/pelaksana.yml:8 0.selesai: Masa tugas selesai (2025-12-31) sebelum mulai (2026-01-01). Betulkan salah satunya.',
        'content/pelaksana.yml:15 2: Baris ini sama dengan penugasan di baris 9. Hapus salah satunya.',
      ],
    ],
  ])('refuses %s', (_name, replaced, expected) => {
    expect(problems(replaced)).toEqual(expected);
  });

  it('tells the faults of one SOP alone, not what follows from it elsewhere', () => {
    const path = 'content/sop/penyebarluasan-informasi/index.md';
    const text = readFileSync(path, 'utf8').replace('tindakan: setujui', 'tindakan: periksa');
    expect(problems({ [path]: text })).toEqual([
      `${path}:38 langkah: SOP ini tidak memuat langkah “setujui”, sehingga isinya terbit tanpa persetujuan siapa pun. Tandai langkah yang menyetujui dengan tindakan: setujui.`,
    ]);
  });
});

function row(peran: string, more?: string): string {
  return `- akun: 1\n  peran: ${peran}\n  mulai: "2026-01-01"\n  jenis: definitif\n  jabatan: Staf\n  surat: Contoh 1\n${more === undefined ? '' : `  ${more}\n`}`;
}

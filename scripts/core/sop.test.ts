import { describe, expect, it } from 'vitest';
import { parseDocument } from '../markdown/front-matter.ts';
import { formatIssue } from './issue.ts';
import { parseSop } from './sop.ts';

const file = 'content/sop/contoh/index.md';

interface Step {
  readonly no?: number | string;
  readonly tindakan: string;
  readonly pelaksana?: string;
  readonly more?: readonly string[];
}

/** An SOP of few words; each step takes eight lines and what `more` adds, the first begins at line 26. */
function sop(steps: readonly Step[], change: (text: string) => string = (text) => text): string {
  const langkah = steps.map(
    ({ no, tindakan, pelaksana = '[penulis]', more = [] }, index) => `  - no: ${no ?? index + 1}
    aktivitas: Langkah contoh
    pelaksana: ${pelaksana}
    tindakan: ${tindakan}
    sumber: eksplisit
    kelengkapan: []
    waktu: { menit: 10 }
    waktuTeks: 10 menit
    output: []
${more.map((line) => `    ${line}\n`).join('')}`,
  );
  return change(`---
nama: CONTOH
pemerintah: null
dinas: DINAS CONTOH
bidang: null
seksi: null
nomor: null
tanggalPembuatan: null
tanggalRevisi: null
tanggalEfektif: null
disahkanOleh: null
dasarHukum: []
kualifikasi: []
keterkaitan: []
peralatan: []
peringatan: null
pencatatan: []
pelaksana:
  - id: penulis
    nama: Penulis
  - id: kepala
    nama: Kepala
langkah:
${langkah.join('')}---
Catatan.
`);
}

function problems(text: string, path = file): string[] {
  const parsed = parseDocument(path, 'oid', text);
  if (!parsed.ok) return parsed.issues.map(formatIssue);
  const result = parseSop(parsed.value);
  return result.ok ? [] : result.issues.map((issue) => formatIssue(issue).replace(`${file}:`, ''));
}

const susun: Step = { tindakan: 'susun' };
const periksa: Step = { tindakan: 'periksa', pelaksana: '[kepala]' };
const setujui: Step = { tindakan: 'setujui', pelaksana: '[kepala]' };
const sound = [susun, setujui];

describe('parseSop', () => {
  it('takes a sound SOP, with the version of its file', () => {
    const parsed = parseDocument(file, 'a'.repeat(40), sop(sound));
    const result = parsed.ok ? parseSop(parsed.value) : parsed;
    expect(result.ok && [result.value.id, result.value.version, result.value.langkah.length]).toEqual([
      'contoh',
      'a'.repeat(40),
      2,
    ]);
  });

  it.each<[string, readonly Step[], string[]]>([
    [
      'nothing is approved',
      [susun, periksa],
      [
        '23 langkah: SOP ini tidak memuat langkah “setujui”, sehingga isinya terbit tanpa persetujuan siapa pun. Tandai langkah yang menyetujui dengan tindakan: setujui.',
      ],
    ],
    [
      'it begins with a review',
      [periksa, susun, setujui],
      [
        '27 langkah.0.tindakan: Langkah pertama (1) bertindakan “periksa”, padahal belum ada isi yang dapat diperiksa. Mulai dengan ajukan, liput, arahkan, susun, atau lengkapi.',
      ],
    ],
    [
      'something is made after the approval',
      [susun, setujui, susun, periksa],
      [
        '45 langkah.2.tindakan: Langkah 3 mengubah isi sesudah disetujui di langkah 2, sehingga yang terbit bukan yang disetujui. Pindahkan ke depan persetujuan, atau tandai hanyaKoreksi: true.',
      ],
    ],
    [
      'it is published before it is approved',
      [susun, { tindakan: 'terbitkan' }, setujui],
      [
        '36 langkah.1.tindakan: Langkah 2 mendahului persetujuan di langkah 3. Taruh penerbitan dan pemantauan sesudah semua persetujuan.',
        '45 langkah.2.tindakan: Langkah 3 berada sesudah penerbitan di langkah 2; sesudahnya hanya boleh “pantau”. Pindahkan langkah ini ke depan penerbitan.',
      ],
    ],
    [
      'a review follows the publication',
      [susun, setujui, { tindakan: 'terbitkan' }, periksa],
      [
        '54 langkah.3.tindakan: Langkah 4 berada sesudah penerbitan di langkah 3; sesudahnya hanya boleh “pantau”. Pindahkan langkah ini ke depan penerbitan.',
      ],
    ],
    [
      'numbers are given twice or out of order',
      [susun, { ...periksa, no: 5 }, { ...periksa, no: 5 }, { ...setujui, no: 3 }],
      [
        '42 langkah.2.no: Nomor langkah 5 dipakai dua kali. Beri setiap langkah nomor sendiri.',
        '51 langkah.3.no: Langkah 3 tertulis sesudah langkah 5. Urutkan langkah menurut nomornya.',
      ],
    ],
    [
      'a return leads to no step, to itself, or to a review',
      [
        susun,
        { ...periksa, more: ['kembaliKe: 9'] },
        { ...periksa, more: ['kembaliKe: 3'] },
        { ...setujui, more: ['kembaliKe: 2'] },
      ],
      [
        '42 langkah.1.kembaliKe: Langkah 2 menuju langkah 9 (kembaliKe), tetapi SOP ini tidak memuat langkah 9. Betulkan nomornya.',
        '52 langkah.2.kembaliKe: Langkah 3 menuju dirinya sendiri (kembaliKe), sehingga tidak pernah selesai. Tunjuk langkah lain.',
        '62 langkah.3.kembaliKe: Langkah 4 mengembalikan ke langkah 2 yang bertindakan “periksa”; yang dikembalikan harus dapat diperbaiki di sana. Tunjuk langkah ajukan, liput, arahkan, susun, koreksi, atau lengkapi.',
      ],
    ],
    [
      'a maker returns, and a reviewer submits',
      [
        { ...susun, more: ['kembaliKe: 2'] },
        { ...susun, more: [] },
        { ...setujui, more: ['lanjutKe: 1'] },
      ],
      [
        '33 langkah.0.kembaliKe: Langkah 1 bertindakan “susun”, bukan pemeriksaan, jadi tidak dapat mengembalikan. Hapus kembaliKe.',
        '52 langkah.2.lanjutKe: Langkah 3 bertindakan “setujui” dan tidak mengajukan isi. Hapus lanjutKe; langkah berikutnya menyusul dengan sendirinya.',
      ],
    ],
    [
      'a submission leads to no step, to itself, or to a maker',
      [
        { ...susun, more: ['lanjutKe: 9'] },
        { ...susun, more: ['lanjutKe: 2'] },
        { ...susun, more: ['lanjutKe: 1'] },
        setujui,
      ],
      [
        '33 langkah.0.lanjutKe: Langkah 1 menuju langkah 9 (lanjutKe), tetapi SOP ini tidak memuat langkah 9. Betulkan nomornya.',
        '43 langkah.1.lanjutKe: Langkah 2 menuju dirinya sendiri (lanjutKe), sehingga tidak pernah selesai. Tunjuk langkah lain.',
        '53 langkah.2.lanjutKe: Pengajuan dari langkah 3 menuju langkah 1 yang bertindakan “susun”. Tunjuk langkah yang memeriksa: terima, tugaskan, periksa, setujui, atau perintahkan.',
      ],
    ],
    [
      'a submission skips an approval, by its own word or by default',
      [
        { ...susun, more: ['lanjutKe: 3'] },
        { ...setujui, more: ['kembaliKe: 4'] },
        { ...periksa, more: [] },
        { tindakan: 'koreksi', more: ['hanyaKoreksi: true'] },
        setujui,
      ],
      [
        '33 langkah.0.lanjutKe: Pengajuan dari langkah 1 menuju langkah 3 dan melewati persetujuan di langkah 2. Tunjuk langkah 2 atau yang lebih awal pada lanjutKe.',
        '53 langkah.3.lanjutKe: Pengajuan dari langkah 4 menuju langkah 5 dan melewati persetujuan di langkah 2. Tunjuk langkah 2 atau yang lebih awal pada lanjutKe.',
      ],
    ],
    [
      'a correction that nobody asks for, that leads nowhere, or is none',
      [
        susun,
        { ...setujui, more: ['hanyaKoreksi: true'] },
        { tindakan: 'koreksi', more: ['hanyaKoreksi: true'] },
      ],
      [
        '43 langkah.2.lanjutKe: Sesudah langkah 3 tidak ada langkah yang memeriksa, sehingga pengajuannya tidak menuju ke mana-mana. Isi lanjutKe.',
        '42 langkah.1.hanyaKoreksi: Langkah 2 bertanda hanyaKoreksi tetapi bertindakan “setujui”. Hapus tandanya, atau jadikan tindakan: koreksi.',
        '52 langkah.2.hanyaKoreksi: Langkah 3 hanya untuk koreksi, tetapi tidak ada langkah yang mengembalikan ke sana. Isi kembaliKe: 3 pada langkah yang memeriksa.',
      ],
    ],
    [
      'a submission goes round and never comes to the approval',
      [susun, periksa, { ...susun, more: ['lanjutKe: 2'] }, setujui],
      [
        '51 langkah.2.lanjutKe: Pengajuan dari langkah 3 mundur ke langkah 2, yang menuju langkah 3 lagi, sehingga tidak pernah sampai ke persetujuan. Tunjuk langkah sesudah 3, atau tandai hanyaKoreksi: true.',
      ],
    ],
    [
      'a submission passes over a review, or a return goes ahead',
      [
        { ...susun, more: ['lanjutKe: 4'] },
        { ...periksa, more: ['kembaliKe: 3'] },
        susun,
        { ...periksa, more: ['kembaliKe: 3'] },
        setujui,
      ],
      [
        '43 langkah.1.kembaliKe: Langkah 2 mengembalikan ke langkah 3, yang belum sampai gilirannya. Tunjuk langkah sebelumnya, atau tandai langkah 3 hanyaKoreksi: true.',
        '33 langkah.0.lanjutKe: Pengajuan dari langkah 1 menuju langkah 4 dan melewati pemeriksaan di langkah 2. Tunjuk langkah 2 pada lanjutKe.',
      ],
    ],
    [
      'a role is not declared or named twice',
      [{ ...susun, pelaksana: '[redaktur, penulis, penulis]' }, setujui],
      [
        '26 langkah.0.pelaksana.2: Pelaksana “penulis” tertulis dua kali dalam daftar ini. Hapus salah satunya.',
        '26 langkah.0.pelaksana.0: Langkah 1 menunjuk pelaksana “redaktur” yang tidak ada dalam daftar pelaksana SOP ini. Pakai salah satu dari penulis, kepala, atau tambahkan ke daftar.',
      ],
    ],
  ])('refuses one where %s', (_name, steps, expected) => {
    expect(problems(sop(steps))).toEqual(expected);
  });

  it('refuses what was inferred without a reason, and papers of one id with two names', () => {
    const steps = [
      {
        ...susun,
        more: [
          'kelengkapan:',
          '  - { nama: Surat, id: surat }',
          '  - { nama: surat, id: surat }',
          '  - { nama: Data, id: data, sumber: disimpulkan }',
        ],
      },
      { ...setujui, more: ['kelengkapan:', '  - { nama: Nota, id: surat }'] },
    ];
    const text = sop(steps, (whole) =>
      whole.replaceAll('    kelengkapan: []\n', '').replace('eksplisit', 'disimpulkan'),
    );
    expect(problems(text)).toEqual([
      '28 langkah.0.sumber: Pelaksana langkah 1 disimpulkan, tetapi alasannya tidak ditulis. Isi alasan: dari mana simpulan itu.',
      '35 langkah.0.kelengkapan.2.sumber: Kelengkapan “Data” disimpulkan, tetapi alasannya tidak ditulis. Isi alasan: dari mana simpulan itu.',
      '34 langkah.0.kelengkapan.1.id: Kelengkapan “surat” tertulis dua kali pada langkah 1. Hapus salah satunya.',
      '45 langkah.1.kelengkapan.0.nama: Kelengkapan “surat” bernama “Nota” di sini tetapi “Surat” pada langkah 1. Samakan namanya, atau beri id lain.',
    ]);
  });

  it('tells every fault of form at once, in the order of the file', () => {
    const text = sop(sound, (whole) =>
      whole
        .replace('nama: CONTOH', 'nama: ""')
        .replace('dinas: DINAS CONTOH', 'dinas: 7\nkepala: Seseorang')
        .replace('id: kepala', 'id: Kepala Dinas')
        .replace('dasarHukum: []', 'dasarHukum: Undang-Undang')
        .replace('seksi: null\n', '')
        .replace('no: 1', 'no: 0')
        .replace('{ menit: 10 }', '{ menit: -5 }')
        .replace('tindakan: setujui', 'tindakan: restui')
        .replace('waktu: { menit: 10 }', 'waktu: { jam: 1 }')
        .replace('[kepala]', '[]'),
    );
    expect(problems(text)).toEqual([
      '2 nama: Nama SOP belum diisi. Lengkapi isian ini.',
      '2 seksi: Seksi belum diisi. Lengkapi isian ini.',
      '4 dinas: Dinas harus berupa teks, tetapi isinya angka 7; bila isinya memang angka atau ya/tidak, apit dengan tanda kutip.',
      '5 kepala: Isian “kepala” tidak dikenal di sini. Betulkan ejaannya atau hapus; yang dikenal: nama, pemerintah, dinas, alamat, bidang, seksi, nomor, tanggalPembuatan, tanggalRevisi, tanggalEfektif, disahkanOleh, dasarHukum, kualifikasi, keterkaitan, peralatan, peringatan, pencatatan, pelaksana, langkah, catatan.',
      '12 dasarHukum: Dasar hukum harus berupa daftar, tetapi isinya “Undang-Undang”; tulis setiap butir pada baris sendiri, diawali “- ”.',
      '21 pelaksana.1.id: Isian “id”: hanya boleh huruf kecil, angka, dan tanda hubung; isinya “Kepala Dinas”. Betulkan.',
      '24 langkah.0.no: Nomor harus lebih dari 0, tetapi isinya angka 0. Betulkan angkanya.',
      '30 langkah.0.waktu.menit: Isian “menit” harus lebih dari 0, tetapi isinya angka -5. Betulkan angkanya.',
      '35 langkah.1.pelaksana: Pelaksana memuat 0 butir, paling sedikit 1. Tambahkan butirnya.',
      '36 langkah.1.tindakan: Tindakan harus salah satu dari ajukan, liput, arahkan, susun, koreksi, lengkapi, terima, tugaskan, periksa, setujui, perintahkan, terbitkan, pantau, tetapi isinya “restui”. Ganti dengan yang tersedia.',
      '39 langkah.1.waktu: Waktu harus berbentuk {menit} atau {hariKerja}, tetapi isinya kelompok isian. Pilih salah satu bentuk itu.',
    ]);
  });

  it('tells faults between its parts together with faults of time and text', () => {
    const steps = [
      { ...susun, more: ['lanjutKe: 7'] },
      { ...periksa, more: ['kembaliKe: 9'] },
      { ...setujui, more: ['kembaliKe: 3'] },
    ];
    const text = sop(steps, (whole) =>
      whole
        .replace('waktu: { menit: 10 }', 'waktu: { menit: 0 }')
        .replace('waktu: { menit: 10 }', 'waktu: { hariKerja: -1 }')
        .replace('waktuTeks: 10 menit', 'waktuTeks: 10'),
    );
    expect(problems(text)).toEqual([
      '30 langkah.0.waktu.menit: Isian “menit” harus lebih dari 0, tetapi isinya angka 0. Betulkan angkanya.',
      '31 langkah.0.waktuTeks: Waktu dalam dokumen harus berupa teks, tetapi isinya angka 10; bila isinya memang angka atau ya/tidak, apit dengan tanda kutip.',
      '40 langkah.1.waktu.hariKerja: Isian “hariKerja” harus lebih dari 0, tetapi isinya angka -1. Betulkan angkanya.',
      '43 langkah.1.kembaliKe: Langkah 2 menuju langkah 9 (kembaliKe), tetapi SOP ini tidak memuat langkah 9. Betulkan nomornya.',
      '53 langkah.2.kembaliKe: Langkah 3 menuju dirinya sendiri (kembaliKe), sehingga tidak pernah selesai. Tunjuk langkah lain.',
      '33 langkah.0.lanjutKe: Langkah 1 menuju langkah 7 (lanjutKe), tetapi SOP ini tidak memuat langkah 7. Betulkan nomornya.',
    ]);
  });

  it('refuses an SOP that lies elsewhere', () => {
    expect(problems(sop(sound), 'content/sop/Contoh Baru.md')).toEqual([
      'content/sop/Contoh Baru.md:2: SOP harus terletak di content/sop/<id>/index.md, dengan id dari huruf kecil, angka, dan tanda hubung. Pindahkan berkasnya.',
    ]);
  });
});

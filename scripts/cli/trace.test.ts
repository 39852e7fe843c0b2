import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { positionSchema } from '../core/position.ts';
import { calendar, events, id, opened, scratchFolder, signed, submitted } from './testing/histories.ts';
import { paraf } from './testing/paraf.ts';

const { written, history, scratch } = scratchFolder();
const file = history('riwayat.jsonl', events);
const trace = (...args: string[]) => paraf('trace', '--sop', id, '--events', file, ...args);

describe('paraf trace --events', () => {
  it('shows deadlines, marks what is late, and explains what is open', async () => {
    const { code, out } = await trace('--now', '2026-11-09T09:10:00+07:00');
    expect(code).toBe(0);
    expect(out).toBe(`penyebarluasan-informasi: berjalan, putaran koreksi 0

   No  Tindakan  Selesai                          Tenggat                              Waktu kerja  Oleh
✓  1   liput     Jum 06/11/2026 16.00 WIB         Sen 09/11/2026 09.00 WIB             0 menit      Pengumpul Data/Tim Peliputan (akun 1003)
✓  2   susun     Sen 09/11/2026 09.00 WIB         Sen 09/11/2026 08.00 WIB, TERLAMBAT  120 menit    Penyusun Bahan Informasi (akun 1003)
▸  3   periksa   menunggu Tim Pengolah Informasi  Sen 09/11/2026 09.30 WIB             10 menit
·  4   setujui

  langkah 3: Tenggat Sen 09/11/2026 09.30 WIB: 30 menit kerja sejak Sen 09/11/2026 09.00 WIB.
`);
  });

  it('tells what was not counted, what is stuck, and what broke the order, each with who and when', async () => {
    const rows = written(
      'seorang.yml',
      [1003, 1005]
        .map(
          (akun) =>
            `- { akun: ${akun}, peran: ${akun === 1003 ? 'penyusun-bahan-informasi' : 'tim-pengolah-informasi'}, mulai: 2026-01-01, jenis: definitif, jabatan: Staf, surat: Contoh }\n`,
        )
        .join(''),
    );
    const list = history('ganjil.jsonl', [
      opened,
      submitted,
      { ...opened, kind: 'content', at: '2026-11-09T09:05:00+07:00', by: 1005, sidik: 'b' },
      signed(777, '2026-11-09T09:06:00+07:00', { sidik: 'b' }),
      signed(1005, '2026-11-09T09:07:00+07:00', { sidik: 'b' }),
    ]);
    const now = '2026-11-09T10:00:00+07:00';
    const stuck = await paraf('trace', '--sop', id, '--events', list, '--now', now, '--pelaksana', rows);
    expect(stuck).toEqual({
      code: 0,
      err: '',
      out: `penyebarluasan-informasi: berjalan, putaran koreksi 0

   No  Tindakan  Selesai                          Tenggat                              Waktu kerja  Oleh
✓  1   liput     Jum 06/11/2026 16.00 WIB         Sen 09/11/2026 09.00 WIB             0 menit      Penyusun Bahan Informasi (akun 1003)
✓  2   susun     Sen 09/11/2026 09.00 WIB         Sen 09/11/2026 08.00 WIB, TERLAMBAT  120 menit    Penyusun Bahan Informasi (akun 1003)
✓  3   periksa   Sen 09/11/2026 09.07 WIB         Sen 09/11/2026 09.30 WIB             7 menit      Tim Pengolah Informasi (akun 1005)
▸  4   setujui   menunggu Tim Pengolah Informasi  Sen 09/11/2026 09.37 WIB, TERLAMBAT  53 menit

  langkah 4: Tenggat Sen 09/11/2026 09.37 WIB: 30 menit kerja sejak Sen 09/11/2026 09.07 WIB.
! MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena pemegang peran Tim Pengolah Informasi ikut menyunting isinya. Minta pembuatnya menegaskan isi ini dengan /ajukan, atau angkat seorang lagi di content/pelaksana.yml.
✗ Sen 09/11/2026 09.06 WIB, akun 777: Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.
✗ Sen 09/11/2026 09.07 WIB, akun 1005: Paraf dihitung untuk langkah 3 (periksa), tetapi belum untuk langkah 4 (setujui): yang ikut membuat isi tidak boleh menyetujuinya. Minta Tim Pengolah Informasi yang lain, atau minta pembuatnya menegaskan isi ini dengan /ajukan.
`,
    });

    const merged = history('digabung.jsonl', [
      ...events,
      { kind: 'merged', at: '2026-11-09T09:30:00+07:00', by: 777, sidik: 'a' },
    ]);
    const broken = await paraf('trace', '--sop', id, '--events', merged, '--now', now);
    expect(broken.out).toContain(
      '! Sen 09/11/2026 09.30 WIB, akun 777: Digabung tanpa persetujuan yang lengkap atas isi ini.',
    );
  });

  it('prints a Position as JSON that keeps its contract', async () => {
    const { code, out } = await trace('--now', '2026-11-09T09:10:00+07:00', '--json');
    expect(code).toBe(0);
    expect(positionSchema.parse(JSON.parse(out))).toMatchObject({
      sop: id,
      langkah: 3,
      status: 'berjalan',
      menunggu: ['tim-pengolah-informasi'],
    });
  });

  it('tells everything that is wrong in all files at once', async () => {
    const bad = written(
      'rusak.jsonl',
      [
        '{"kind":"setuju","at":"2026-11-06T16:00:00+07:00","by":1}',
        '{"kind":"closed","at":"kemarin","by":"tamu"}',
        '{',
      ].join('\n'),
    );
    const rows = written(
      'peran.yml',
      '- akun: tamu\n  peran: kepala-dinas\n  mulai: 2026-01-01\n  jenis: plh\n  surat: Contoh\n',
    );
    const kalender = written('waktu.yml', calendar.replace('zona: Asia/Pontianak', 'zona: WIB'));
    const result = await paraf(
      ...['trace', '--sop', 'kilat', '--events', bad, '--now', '2026-11-09T09:10:00+07:00'],
      ...['--pelaksana', rows, '--kalender', kalender],
    );
    expect(result).toEqual({
      code: 1,
      out: '',
      err: `content/sop/kilat/index.md: Tidak ada SOP dengan id "kilat". Yang ada: pembuatan-konten-informasi, pendokumentasian-informasi-publik, pengelolaan-konten-media, pengumuman-informasi-serta-merta, penyebarluasan-informasi.
${rows}:1 0.akun: Akun: harus nomor akun GitHub (“id” di https://api.github.com/users/namanya), bukan namanya; isinya “tamu”. Betulkan.
${rows}:1 0.jabatan: Jabatan belum diisi. Jabatan orangnya, tanpa nama.
${kalender}:2 zona: Zona waktu harus Asia/Pontianak, tetapi isinya “WIB”. Ganti dengan yang tersedia.
${bad}:1 kind: "kind" harus salah satu dari: opened, content, submitted, reviewed, edited, dismissed, closed, reopened, merged, published, observed.
${bad}:2 at: "at" harus waktu ISO 8601 dengan zona, misalnya "2026-11-02T08:00:00+07:00".
${bad}:2 by: "by" harus nomor akun, misalnya 1003, tetapi isinya "tamu". Perbaiki.
${bad}:3: Baris ini bukan JSON yang utuh. Satu baris berisi satu peristiwa.
`,
    });
  });

  it('ends with 3 where files cannot be read, and tells what is wrong in the others', async () => {
    const gone = join(scratch, 'tiada.yml');
    const result = await paraf(
      ...[
        'trace',
        '--sop',
        'kilat',
        '--events',
        scratch,
        '--now',
        '2026-11-09T09:10:00+07:00',
        '--kalender',
        gone,
      ],
    );
    expect(result).toEqual({
      code: 3,
      out: '',
      err: `content/sop/kilat/index.md: Tidak ada SOP dengan id "kilat". Yang ada: pembuatan-konten-informasi, pendokumentasian-informasi-publik, pengelolaan-konten-media, pengumuman-informasi-serta-merta, penyebarluasan-informasi.
${gone}: Berkas ini tidak dapat dibaca (ENOENT). Periksa nama dan izinnya, lalu ulangi.
${scratch}: Berkas ini tidak dapat dibaca (EISDIR). Periksa nama dan izinnya, lalu ulangi.
`,
    });
  });

  it('judges nothing by clocks that went backwards', async () => {
    const list = history('mundur.jsonl', [
      ...events,
      { kind: 'closed', at: '2026-11-06T15:59:59+07:00', by: 1003 },
    ]);
    const result = await paraf('trace', '--sop', id, '--events', list, '--now', '2026-11-09T08:00:00+07:00');
    expect(result).toEqual({
      code: 1,
      out: '',
      err: `${list}:2 at: Terjadi Sen 09/11/2026 09.00 WIB, padahal saat penilaiannya baru Sen 09/11/2026 08.00 WIB. Betulkan jamnya, atau majukan saat penilaian (now).
${list}:3 at: Terjadi Jum 06/11/2026 15.59 WIB, sebelum butir ini dibuka Jum 06/11/2026 16.00 WIB. Betulkan jamnya; sebelum dibuka tidak ada yang dapat terjadi.
`,
    });
  });

  it('warns of rows that give nobody a role, and judges all the same', async () => {
    const rows = written(
      'aneh.yml',
      '- { akun: 1, peran: redaktur, mulai: 2026-03-01, selesai: 2026-01-01, jenis: definitif, jabatan: Staf, surat: Contoh }\n',
    );
    const { code, out, err } = await trace(
      '--now',
      '2026-11-09T09:10:00+07:00',
      '--pelaksana',
      rows,
      '--json',
    );
    expect([code, err]).toEqual([
      0,
      `${rows}:1 0.peran: (peringatan) Peran “redaktur” tidak ada dalam SOP mana pun. Pakai salah satu dari pemohon, bidang-ikp, tim-pembuat-konten, kepala-dinas, pejabat-bidang-pelayanan-informasi, ppid-utama, ppid-pendukung, kepala-bidang-pikp, kasi-pkp, tim-pengelolaan-konten, tim-peliputan, penyusun-bahan-informasi, tim-pengolah-informasi.
${rows}:1 0.selesai: (peringatan) Masa tugas selesai (2026-01-01) sebelum mulai (2026-03-01). Betulkan salah satunya.
`,
    ]);
    expect(JSON.parse(out)).toMatchObject({ langkah: 1, ditolak: [{ code: 'peran-lain' }] });
  });

  it('names every fault of a calendar', async () => {
    const wrong = written(
      'salah.yml',
      calendar.replace('zona: Asia/Pontianak', 'zona: WIB').replace('2026-01-16', '2026-01-32'),
    );
    expect(await trace('--now', '2026-11-10T09:00:00+07:00', '--kalender', wrong)).toEqual({
      code: 1,
      out: '',
      err:
        `${wrong}:2 zona: Zona waktu harus Asia/Pontianak, tetapi isinya “WIB”. Ganti dengan yang tersedia.\n` +
        `${wrong}:30 tahun.2026.libur.1.tanggal: Tanggal harus tanggal yang ada, ditulis tahun-bulan-hari seperti 2026-11-02, tetapi isinya “2026-01-32”. Betulkan.\n`,
    });
  });

  it('ends with 2 on wrong use', async () => {
    expect(await paraf('trace', '--sop', id)).toEqual({
      code: 2,
      out: '',
      err: 'paraf trace memerlukan --sop, --events, dan --now; atau --batch; atau --pr.\n',
    });
  });
});

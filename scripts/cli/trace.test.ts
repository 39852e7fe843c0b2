import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { positionSchema } from '../core/position.ts';
import { paraf } from './testing/paraf.ts';
import { optionFaults, type TraceOptions } from './trace-options.ts';

const scratch = mkdtempSync(join(tmpdir(), 'paraf-trace-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const id = 'penyebarluasan-informasi';
const opened = {
  kind: 'opened',
  at: '2026-11-06T16:00:00+07:00',
  by: 1003,
  sidik: 'a',
  kelengkapan: ['dokumentasi', 'data-informasi', 'berita-narasi'],
};
const submitted = { kind: 'submitted', at: '2026-11-09T09:00:00+07:00', by: 1003, sidik: 'a' };
const events: readonly object[] = [opened, submitted];
const signed = (by: number, at: string, more: object = {}) => ({
  kind: 'reviewed',
  at,
  by,
  id: `r${by}`,
  verdict: 'sign',
  sidik: 'a',
  ...more,
});

const written = (name: string, text: string) => {
  writeFileSync(join(scratch, name), text);
  return join(scratch, name);
};
const history = (name: string, list: readonly object[]) =>
  written(name, list.map((event) => `${JSON.stringify(event)}\n`).join(''));
const file = history('riwayat.jsonl', events);
const trace = (...args: string[]) => paraf('trace', '--sop', id, '--events', file, ...args);
const calendar = readFileSync('content/kalender.yml', 'utf8');

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
      err: `content/sop/kilat/index.md: Tidak ada SOP dengan id "kilat". Yang ada: pembuatan-konten-informasi, pendokumentasian-informasi-publik, pengelolaan-konten-media, penyebarluasan-informasi.
${rows}:1 0.akun: Akun harus berupa angka, tetapi isinya “tamu”; tulis angkanya saja, tanpa tanda kutip dan satuan.
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
      err: `content/sop/kilat/index.md: Tidak ada SOP dengan id "kilat". Yang ada: pembuatan-konten-informasi, pendokumentasian-informasi-publik, pengelolaan-konten-media, penyebarluasan-informasi.
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

  const usage = 'paraf trace memerlukan --sop, --events, dan --now; atau --batch; atau --pr.';
  const badNow = (text: string) =>
    `Waktu "${text}" tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.`;
  it.each<[string, TraceOptions, string[]]>([
    ['nothing', {}, [usage]],
    ['no history', { sop: id }, [usage]],
    ['no moment', { sop: id, events: file }, [usage]],
    ['a day for a moment', { sop: id, events: file, now: '2026-11-09' }, [badNow('2026-11-09')]],
    [
      'a moment without a zone',
      { sop: id, events: file, now: '2026-11-09T09:10:00' },
      [badNow('2026-11-09T09:10:00')],
    ],
    [
      'two things at once',
      { batch: file, pr: '7' },
      ['paraf trace menghitung satu hal: --sop dengan --events, atau --batch, atau --pr. Pilih satu.'],
    ],
    [
      'settings for a pull request, which has its own',
      { pr: '7', kalender: 'x.yml' },
      [
        '--pelaksana dan --kalender tidak berlaku bersama --pr: keduanya dibaca dari sistem yang tercatat. Hapus.',
      ],
    ],
    ['all that is needed', { sop: id, events: file, now: '2026-11-09T09:10:00Z', app: '100' }, []],
    [
      'three at once that are none',
      { now: 'besok', app: 'paraf', pr: '0' },
      [
        badNow('besok'),
        '--app paraf bukan nomor akun. Tulis angka saja.',
        '--pr 0 bukan nomor pull request. Tulis angka saja.',
      ],
    ],
  ])('use with %s', (_, options, faults) => {
    expect(optionFaults(options)).toEqual(faults);
  });

  it('ends with 2 on wrong use', async () => {
    expect(await paraf('trace', '--sop', id)).toEqual({ code: 2, out: '', err: `${usage}\n` });
  });
});

describe('paraf trace --batch', () => {
  const now = '2026-11-10T07:40:00+07:00';
  const batch = (name: string, ...lines: readonly unknown[]) =>
    written(name, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));

  it('gives one Position a line, by the calendar and the people of each case', async () => {
    const closed = calendar.replace('libur:\n', 'libur:\n      - { tanggal: 2026-11-09, nama: Contoh }\n');
    const kalender = JSON.parse(JSON.stringify(parse(closed))) as unknown;
    const pelaksana = [
      {
        akun: 1003,
        peran: 'tim-peliputan',
        mulai: '2026-01-01',
        jenis: 'definitif',
        jabatan: 'Staf',
        surat: 'Contoh',
      },
    ];
    const many = await paraf(
      'trace',
      '--batch',
      batch(
        'perkara.jsonl',
        { sop: id, events, now },
        '',
        { sop: id, events, now, kalender },
        { sop: id, events, now, pelaksana },
        { sop: 'pengelolaan-konten-media', events: [], now },
      ),
    );
    const positions = many.out
      .trim()
      .split('\n')
      .map((line) => positionSchema.parse(JSON.parse(line)));
    expect([many.code, many.err]).toEqual([0, '']);
    expect(positions.map(({ langkah }) => langkah)).toEqual([3, 3, 2, null]);
    expect(positions.slice(0, 2).map(({ steps }) => steps[2]?.tenggat)).toEqual([
      '2026-11-09T09:30:00+07:00',
      '2026-11-10T08:00:00+07:00',
    ]);
    const one = await trace('--now', now, '--json', '--kalender', written('libur.yml', closed));
    expect(JSON.parse(one.out)).toEqual(positions[1]);
  });

  it('keeps the place of cases that cannot be judged, each with all its faults', async () => {
    const path = batch(
      'rusak-perkara.jsonl',
      '{"sop":',
      'null',
      [1],
      {},
      { sop: 'kilat', events: [{ kind: 'closed' }], now: 'kini', app: 'paraf' },
      { sop: id, events: [submitted], now },
      { sop: id, events, now },
    );
    const { code, out, err } = await paraf('trace', '--batch', path);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { issues?: { code: string }[]; langkah?: number });
    expect([code, lines.map(({ issues, langkah }) => issues?.length ?? langkah)]).toEqual([
      1,
      [1, 1, 1, 3, 5, 1, 3],
    ]);
    expect(err).toBe(`${path}:1: Baris ini bukan JSON yang utuh. Satu baris berisi satu perkara.
${path}:2: Setiap baris harus satu objek JSON berisi "sop", "events", dan "now".
${path}:3: Setiap baris harus satu objek JSON berisi "sop", "events", dan "now".
${path}:4 sop: "sop" belum ada. Isi dengan id SOP.
${path}:4 events: "events" harus daftar peristiwa.
${path}:4 now: Waktu null tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.
content/sop/kilat/index.md: Tidak ada SOP dengan id "kilat". Yang ada: pembuatan-konten-informasi, pendokumentasian-informasi-publik, pengelolaan-konten-media, penyebarluasan-informasi.
${path}:5 events.0.at: "at" harus waktu ISO 8601 dengan zona, misalnya "2026-11-02T08:00:00+07:00".
${path}:5 events.0.by: "by" belum ada. Tambahkan.
${path}:5 now: Waktu "kini" tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.
${path}:5 app: "app" harus nomor akun aplikasi Paraf.
${path}:6 events: Riwayat ini tidak memuat peristiwa "opened", sehingga tidak ada butir yang dinilai. Tambahkan peristiwanya.
`);
  });

  it('ends with 3 where the file cannot be read', async () => {
    const gone = join(scratch, 'tiada.jsonl');
    expect(await paraf('trace', '--batch', gone)).toEqual({
      code: 3,
      out: '',
      err: `${gone}: Berkas ini tidak dapat dibaca (ENOENT). Periksa nama dan izinnya, lalu ulangi.\n`,
    });
  });
});

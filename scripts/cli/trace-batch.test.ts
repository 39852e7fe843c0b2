import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { positionSchema } from '../core/position.ts';
import { calendar, events, id, scratchFolder, submitted } from './testing/histories.ts';
import { paraf } from './testing/paraf.ts';

const { written, history, scratch } = scratchFolder();
const file = history('riwayat.jsonl', events);

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
    const one = await paraf(
      ...['trace', '--sop', id, '--events', file, '--now', now, '--json'],
      ...['--kalender', written('libur.yml', closed)],
    );
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
content/sop/kilat/index.md: Tidak ada SOP dengan id "kilat". Yang ada: pembuatan-konten-informasi, pendokumentasian-informasi-publik, pengelolaan-konten-media, pengumuman-informasi-serta-merta, penyebarluasan-informasi.
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

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const scratch = mkdtempSync(join(tmpdir(), 'paraf-cli-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function paraf(...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/cli.ts', ...args], (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('paraf', () => {
  it('sop --json prints every SOP as the program understands it', async () => {
    const { code, out } = await paraf('sop', '--json');
    const sops = JSON.parse(out) as {
      id: string;
      version: string;
      langkah: { no: number; kind: string; waktu: unknown }[];
    }[];
    expect(code).toBe(0);
    expect(sops.map(({ id, langkah }) => [id, langkah.length])).toEqual([
      ['pembuatan-konten-informasi', 9],
      ['pendokumentasian-informasi-publik', 5],
      ['pengelolaan-konten-media', 11],
      ['penyebarluasan-informasi', 4],
    ]);
    expect(sops.every(({ version }) => /^[0-9a-f]{40}$/.test(version))).toBe(true);
    expect(sops[2]?.langkah.map(({ kind }) => kind).slice(-4)).toEqual([
      'reviewer',
      'reviewer',
      'system',
      'observer',
    ]);
    expect(sops[1]?.langkah[2]?.waktu).toEqual({ hariKerja: 10 });
  });

  it('sop prints a table for people', async () => {
    const { out } = await paraf('sop');
    expect(out).toContain('7   koreksi   Tim Pembuat Konten *  30 MENIT  lanjut ke 5, hanya koreksi\n');
  });

  it('example writes a complete item, which check finds nothing in, and never over another', async () => {
    const made = await paraf('example', 'berita', '--out', scratch, '--slug', 'kerja-bakti');
    expect(made).toEqual({ code: 0, out: 'content/berita/2026/11/kerja-bakti\n', err: '' });
    for (const [name, ...options] of [
      ['konten', '--nomor', '2'],
      ['kampanye', '--sampai', '3'],
      ['informasi-publik'],
    ])
      expect(await paraf('example', name!, '--out', scratch, ...options)).toMatchObject({ code: 0, err: '' });
    cpSync('content', join(scratch, 'content'), { recursive: true });
    expect(await paraf('check', scratch)).toEqual({ code: 0, out: '0 temuan, 0 peringatan\n', err: '' });

    const again = await paraf('example', 'berita', '--out', scratch, '--slug', 'kerja-bakti');
    expect(again).toEqual({
      code: 1,
      out: '',
      err: 'content/berita/2026/11/kerja-bakti sudah ada di folder tujuan, dan tidak ditimpa. Pakai nama lain dengan --slug, atau folder tujuan lain.\n',
    });

    writeFileSync(join(scratch, 'content/berita/2026/11/kerja-bakti/lama.txt'), 'x\n');
    writeFileSync(join(scratch, 'content/opd/bpbd.yml'), 'nama: Badan\n');
    expect(await paraf('check', scratch)).toEqual({
      code: 1,
      out: '1 temuan, 1 peringatan\n',
      err:
        'content/berita/2026/11/kerja-bakti/lama.txt: (peringatan) Berkas “lama.txt” tidak disebut di isian maupun naskah, tetapi ikut disetujui bersama isinya. Hapus bila tidak dipakai.\n' +
        'content/opd/bpbd.yml:1 singkatan: Singkatan belum diisi. Lengkapi isian ini.\n',
    });
  });

  describe('trace', () => {
    const id = 'penyebarluasan-informasi';
    const opened = {
      kind: 'opened',
      at: '2026-11-06T16:00:00+07:00',
      by: 1003,
      sidik: 'a',
      kelengkapan: ['dokumentasi', 'data-informasi', 'berita-narasi'],
    };
    const events = [opened, { kind: 'submitted', at: '2026-11-09T09:00:00+07:00', by: 1003, sidik: 'a' }];
    const file = join(scratch, 'riwayat.jsonl');
    writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const trace = (...args: string[]) => paraf('trace', '--sop', id, '--events', file, ...args);
    const calendar = readFileSync('content/kalender.yml', 'utf8');
    const other = (name: string, text: string) => {
      writeFileSync(join(scratch, name), text);
      return join(scratch, name);
    };

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

    it('takes another calendar, for one case and for each of many', async () => {
      const closed = calendar.replace('libur:\n', 'libur:\n      - { tanggal: 2026-11-09, nama: Contoh }\n');
      const now = '2026-11-10T07:40:00+07:00';
      const one = await trace('--now', now, '--json', '--kalender', other('libur.yml', closed));
      const step = (out: string) =>
        (JSON.parse(out) as { steps: Record<string, unknown>[] }).steps.map(({ tenggat }) => tenggat)[2];
      expect(step(one.out)).toBe('2026-11-10T08:00:00+07:00');

      const kalender = JSON.parse(JSON.stringify(parse(closed))) as unknown;
      const cases = [
        { sop: id, events, now },
        { sop: id, events, now, kalender },
        { sop: id, events, now, kalender: { zona: 'Asia/Pontianak' } },
      ];
      const lines = cases.map((item) => JSON.stringify(item)).join('\n');
      const many = await paraf('trace', '--batch', other('perkara.jsonl', lines));
      const [own, changed, broken] = many.out.split('\n');
      expect([step(own!), step(changed!)]).toEqual([
        '2026-11-09T09:30:00+07:00',
        '2026-11-10T08:00:00+07:00',
      ]);
      expect(many.code).toBe(1);
      expect(
        (JSON.parse(broken!) as { issues: { field: string }[] }).issues.map(({ field }) => field),
      ).toEqual(['dasarJamKerja', 'jamKerja', 'jamKerjaRamadan', 'tahun']);
    });

    it('names every fault of a calendar', async () => {
      const wrong = other(
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
      const missing = await trace(
        '--now',
        '2026-11-10T09:00:00+07:00',
        '--kalender',
        join(scratch, 'tiada.yml'),
      );
      expect([missing.code, missing.out]).toEqual([3, '']);
    });
  });

  const help = 'Jalankan “npm run -s paraf -- --help” untuk melihat cara pakainya.\n';
  it.each<[string[], number, string]>([
    [['terbitkan'], 2, `Perintah ini tidak ada: terbitkan. ${help}`],
    [['sop', '--xml'], 2, `Pilihan ini tidak ada: --xml. ${help}`],
    [['example', 'berita'], 2, `Pilihan ini wajib disebut: --out <folder>. ${help}`],
    [['example', '--out', scratch], 2, `Keterangan ini belum disebut: koleksi. ${help}`],
    [
      ['example', 'warta', '--out', scratch],
      2,
      'Koleksi “warta” tidak punya contoh. Pakai salah satu dari: berita, konten, kampanye, informasi-publik.\n',
    ],
    [
      ['example', 'konten', '--out', scratch, '--sampai', '12'],
      2,
      'Langkah “12” tidak ada dalam SOP koleksi konten. Pakai salah satu dari: 1, 2, 3, 4, 5, 6, 7, 8, 9.\n',
    ],
    [
      ['example', 'berita', '--out', scratch, '--slug', '../x'],
      2,
      'Nama “../x” tidak dapat menjadi alamat. Pakai 3 sampai 80 huruf kecil dan angka, dipisah tanda hubung.\n',
    ],
    [
      ['check', join(scratch, 'kosong')],
      2,
      `Folder content/ tidak ada di ${join(scratch, 'kosong')}, jadi tidak ada yang diperiksa. Sebutkan folder yang memuatnya.\n`,
    ],
  ])('%j ends with %i and says what to do', async (args, code, err) => {
    expect(await paraf(...args)).toEqual({ code, out: '', err });
  });

  it('ends with 3 where the disk refuses', async () => {
    writeFileSync(join(scratch, 'berkas'), '');
    const { code, err } = await paraf('example', 'berita', '--out', join(scratch, 'berkas'));
    expect(code).toBe(3);
    expect(err).toMatch(
      /^Gagal membaca atau menulis berkas \(\w+\): .*\. Periksa nama, izin, dan ruang disk, lalu ulangi\.\n$/,
    );
  });
});

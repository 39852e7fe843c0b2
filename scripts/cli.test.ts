import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { paraf } from './cli/testing/paraf.ts';

const scratch = mkdtempSync(join(tmpdir(), 'paraf-cli-'));
afterAll(() => rmSync(scratch, { recursive: true }));

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
      ['pengumuman-informasi-serta-merta', 4],
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

  const help = 'Jalankan “npm run -s paraf -- --help” untuk melihat cara pakainya.\n';
  it.each<[string[], number, string]>([
    [['terbitkan'], 2, `Perintah ini tidak ada: terbitkan. ${help}`],
    [['sop', '--xml'], 2, `Pilihan ini tidak ada: --xml. ${help}`],
    [['example', 'berita'], 2, `Pilihan ini wajib disebut: --out <folder>. ${help}`],
    [['example', '--out', scratch], 2, `Keterangan ini belum disebut: koleksi. ${help}`],
    [
      ['example', 'warta', '--out', scratch],
      2,
      'Koleksi “warta” tidak punya contoh. Pakai salah satu dari: berita, konten, kampanye, informasi-publik, informasi-dikecualikan, serta-merta.\n',
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

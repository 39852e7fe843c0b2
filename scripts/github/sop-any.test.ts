/** Any collection runs under any SOP, by data alone: a shipped SOP under another collection, and one nobody knew. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { airingText } from '../core/airing.ts';
import type { SampleItem } from '../example/sample.ts';
import { openWay, samples, tell, type Way } from './testing/item.ts';
import { openNewsroom, settings, type Newsroom } from './testing/newsroom.ts';
import { entriesOf } from './testing/records.ts';

const rooms: Newsroom[] = [];
afterAll(() => Promise.all(rooms.map((room) => room.stop())));

const shipped = settings();
const sign = (login: string) => (way: Way) => way.sign(login);
const refused = (act: (way: Way) => Promise<string>) => (way: Way) => way.refusal(act);

/** `alur.yml` in which one collection runs under another SOP. */
function flow(collection: string, entry: string): string {
  const old = shipped['content/alur.yml'] ?? '';
  const blocks = old.split(/^(?=[a-z-]+:$)/m);
  return blocks
    .map((block) => (block.startsWith(`${collection}:`) ? `${collection}:\n${entry}` : block))
    .join('');
}

/** The same item at every step: its papers are those of another SOP. */
const whole = (item: SampleItem) => () => item;

describe('berita under the SOP of campaigns', () => {
  it('goes its eleven steps, with the fields of news as its papers', async () => {
    const room = await openNewsroom({
      'content/alur.yml': flow(
        'berita',
        `  sop: pengelolaan-konten-media
  kelengkapan:
    disposisi: [liputan.data]
    daftar-aspek-khalayak: [narasumber]
    data-resmi: [liputan.dokumentasi]
    materi-konten: [liputan.data]
    daftar-tim: [narasumber]
    surat-tugas: [liputan.dokumentasi]
    lembar-kerja: [liputan.data]
    isi-konten: [ringkasan, isi]
    jenis-konten: [kategori]
`,
      ),
    });
    rooms.push(room);
    const item = samples.make('berita', 1)!;
    const way = await openWay(room, 'kabid-pikp', item, 1, whole(item));
    const { said, should } = await tell(way, [
      [
        (w) => w.submit('kasi-pkp'),
        'Langkah 4 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 08.10 WIB',
      ],
      [
        (w) => w.say('kabid-pikp', '/paraf'),
        'Langkah 5 dari 11: menunggu TIM PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK, tenggat Sel 03/11/2026 08.31 WIB',
      ],
      [
        refused((w) => w.submit('peliput')),
        'Pengajuan tidak dihitung: langkah 5 (susun) hanya oleh TIM PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK. Minta yang bersangkutan.',
      ],
      [
        (w) => w.submit('tim-konten'),
        'Langkah 6 dari 11: menunggu KASI PKP, tenggat Sen 02/11/2026 10.08 WIB',
      ],
      [
        refused(sign('pengolah-satu')),
        'Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.',
      ],
      [sign('kasi-pkp'), 'Langkah 7 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 10.10 WIB'],
      [
        (w) => w.say('kabid-pikp', '/paraf'),
        'Langkah 8 dari 11: menunggu KEPALA DINAS, tenggat Sen 02/11/2026 10.11 WIB',
      ],
      [
        sign('kepala-dinas'),
        'Langkah 9 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 08.17 WIB',
      ],
      [(w) => w.say('kabid-pikp', '/paraf'), 'Sudah digabung, menunggu tayang'],
      [
        (w) => w.publish(),
        'Langkah 11 dari 11: sudah tayang, menunggu KASI PKP, tenggat Sen 02/11/2026 09.09 WIB',
      ],
    ]);
    expect(said).toEqual(should);
    expect((await entriesOf(room, way.pull))[0]).toMatchObject({
      koleksi: 'berita',
      sop: 'pengelolaan-konten-media',
    });
  });
});

describe('an SOP that no program knows', () => {
  it('runs by its document, flow and roles: two approvals, correction, observer, numbers of its own', async () => {
    const rows = [
      [1003, 'redaktur', 'Redaktur'],
      [1004, 'penerjemah', 'Penerjemah'],
      [1005, 'ahli-bahasa', 'Ahli Bahasa'],
      [1009, 'pimpinan', 'Kepala Dinas'],
    ].map(
      ([akun, peran, jabatan]) =>
        `- akun: ${akun}\n  peran: ${peran}\n  mulai: "2026-01-01"\n  jenis: definitif\n  jabatan: ${jabatan}\n  surat: Contoh nomor 9 tanggal 2 Januari 2026\n`,
    );
    const room = await openNewsroom({
      'content/sop/terjemahan/index.md': readFileSync(
        new URL('testing/sop-terjemahan.md', import.meta.url),
        'utf8',
      ),
      'content/pelaksana.yml': `${shipped['content/pelaksana.yml'] ?? ''}\n${rows.join('')}`,
      'content/alur.yml': flow(
        'konten',
        '  sop: terjemahan\n  kelengkapan:\n    permintaan: [permohonan.tujuan]\n    naskah: [ringkasan, isi]\n',
      ),
    });
    rooms.push(room);
    const item = samples.make('konten', 2)!;
    const way = await openWay(room, 'peliput', item, 1, whole(item));
    expect(await way.position()).toMatchObject({
      sop: 'terjemahan',
      langkah: 20,
      menunggu: ['penerjemah', 'redaktur'],
    });
    const { said, should } = await tell(way, [
      [
        (w) => w.submit('penyusun'),
        'Langkah 30 dari 70: menunggu Ahli Bahasa, tenggat Sen 02/11/2026 08.30 WIB',
      ],
      [
        (w) => w.giveBack('kepala-dinas', 'Istilah resmi belum dipakai.'),
        'Langkah 40 dari 70: menunggu Penerjemah, tenggat Sen 02/11/2026 08.31 WIB',
      ],
      [
        refused((w) => w.submit('peliput')),
        'Pengajuan tidak dihitung: langkah 40 (koreksi) hanya oleh Penerjemah. Minta yang bersangkutan.',
      ],
      [
        (w) => w.submit('penyusun'),
        'Langkah 30 dari 70: menunggu Ahli Bahasa, tenggat Sen 02/11/2026 08.33 WIB',
      ],
      [
        refused(sign('kepala-dinas')),
        'Paraf tidak dihitung: yang ditunggu langkah 30 (setujui) oleh Ahli Bahasa. Tunggu giliran, lalu ulangi.',
      ],
      [sign('pengolah-satu'), 'Langkah 50 dari 70: menunggu Pimpinan'],
      // What one `setujui` signed cannot be changed under the other.
      [
        (w) => w.save('kepala-dinas', 'Satu kalimat lagi.'),
        'Langkah 30 dari 70: menunggu Ahli Bahasa, tenggat Sen 02/11/2026 08.36 WIB',
      ],
      [sign('pengolah-satu'), 'Langkah 50 dari 70: MACET, tidak ada yang boleh memaraf sebagai Pimpinan'],
      [(w) => w.say('penyusun', '/ajukan'), 'Langkah 50 dari 70: menunggu Pimpinan'],
      [sign('kepala-dinas'), 'Sudah digabung, menunggu tayang'],
      [
        (w) => w.publish(),
        'Langkah 70 dari 70: sudah tayang, menunggu Ahli Bahasa atau Redaktur, tenggat Rab 04/11/2026 16.00 WIB',
      ],
      [
        (w) =>
          w.comment(
            'pengolah-satu',
            airingText({ kanal: 'Portal', waktu: 'pekan pertama', frekuensi: 'terus', ketepatan: 'Tepat' }),
          ),
        'Selesai: sudah tayang',
      ],
    ]);
    expect(said).toEqual(should);
    expect((await entriesOf(room, way.pull))[0]?.langkah.map(({ no, akun }) => [no, akun])).toEqual([
      [10, 1003],
      [20, 1004],
      [30, 1005],
      [40, 1004],
      [50, 1009],
    ]);
  });
});

/** SOP Pengelolaan Konten dan Media as its document says, through the real gate: from direction to monitoring. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { airingText } from '../core/airing.ts';
import { openWay, samples, tell, type Way } from './testing/item.ts';
import { openNewsroom, type Newsroom } from './testing/newsroom.ts';
import { entriesOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const sign = (login: string) => (way: Way) => way.sign(login);
const save = (login: string, to: number | string) => (way: Way) => way.save(login, to);
const submit = (login: string) => (way: Way) => way.submit(login);
const refused = (act: (way: Way) => Promise<string>) => (way: Way) => way.refusal(act);

const laporan = { kanal: 'Radio lokal', waktu: '3 November 2026', frekuensi: '4 kali', ketepatan: 'Tepat' };

describe('planned communication', () => {
  const item = samples.make('kampanye', 0)!;
  let way: Way;

  it('is directed by the Kabid, gets audience and material from the Kasi, and a team', async () => {
    way = await openWay(room, 'kabid-pikp', item, 1);
    expect(await way.position()).toMatchObject({ langkah: 2, menunggu: ['kasi-pkp'] });
    const { said, should } = await tell(way, [
      [save('kasi-pkp', 2), 'Langkah 3 dari 11: menunggu KASI PKP, tenggat Sen 02/11/2026 09.40 WIB'],
      [
        refused(submit('kasi-pkp')),
        'Pengajuan tidak dihitung: langkah 3 (lengkapi) memerlukan Data berisikan informasi resmi yang valid, materi konten, yang belum ada. Lengkapi, lalu ulangi.',
      ],
      [save('kasi-pkp', 3), 'Langkah 3 dari 11: menunggu KASI PKP, tenggat Sen 02/11/2026 09.40 WIB'],
      [
        refused(submit('tim-konten')),
        'Pengajuan tidak dihitung: langkah 3 (lengkapi) hanya oleh KASI PKP. Minta yang bersangkutan.',
      ],
      [
        submit('kasi-pkp'),
        'Langkah 4 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 08.14 WIB',
      ],
      [
        refused(sign('kasi-pkp')),
        'Paraf tidak dihitung: yang ditunggu langkah 4 (tugaskan) oleh KEPALA BIDANG PIKP. Tunggu giliran, lalu ulangi.',
      ],
      [
        save('kabid-pikp', 4),
        'Langkah 4 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 08.14 WIB',
      ],
      [
        (w) => w.say('kabid-pikp', '/paraf'),
        'Langkah 5 dari 11: menunggu TIM PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK, tenggat Sel 03/11/2026 08.37 WIB',
      ],
    ]);
    expect(said).toEqual(should);
  });

  it('is made by the team, returned by the Kabid to the team, and checked again from the Kasi on', async () => {
    const { said, should } = await tell(way, [
      [
        save('tim-konten', 5),
        'Langkah 5 dari 11: menunggu TIM PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK, tenggat Sel 03/11/2026 08.37 WIB',
      ],
      [submit('tim-konten'), 'Langkah 6 dari 11: menunggu KASI PKP, tenggat Sen 02/11/2026 10.14 WIB'],
      // "Memeriksa dan mengedit": who checks here may edit.
      [
        save('kasi-pkp', 'Diedit oleh Kasi.'),
        'Langkah 6 dari 11: menunggu KASI PKP, tenggat Sen 02/11/2026 10.14 WIB',
      ],
      [sign('kasi-pkp'), 'Langkah 7 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 10.16 WIB'],
      [
        (w) => w.say('kabid-pikp', '/kembalikan Angka survei perlu sumber.'),
        'Langkah 5 dari 11: menunggu TIM PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK, tenggat Sel 03/11/2026 08.42 WIB',
      ],
      [
        save('tim-konten', 'Sumber: survei rumah tangga, Oktober 2026.'),
        'Langkah 5 dari 11: menunggu TIM PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK, tenggat Sel 03/11/2026 08.42 WIB',
      ],
      [submit('tim-konten'), 'Langkah 6 dari 11: menunggu KASI PKP, tenggat Sen 02/11/2026 10.19 WIB'],
      [sign('kasi-pkp'), 'Langkah 7 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 10.20 WIB'],
      [
        (w) => w.say('kabid-pikp', '/paraf'),
        'Langkah 8 dari 11: menunggu KEPALA DINAS, tenggat Sen 02/11/2026 10.21 WIB',
      ],
      [
        refused((w) => w.say('kabid-pikp', '/paraf')),
        'Paraf tidak dihitung: yang ditunggu langkah 8 (setujui) oleh KEPALA DINAS. Tunggu giliran, lalu ulangi.',
      ],
    ]);
    expect(said).toEqual(should);
    expect((await way.position()).putaranKoreksi).toBe(1);
  });

  it('is approved by the head, ordered by the Kabid, disseminated, and monitored by the Kasi', async () => {
    const { said, should } = await tell(way, [
      [
        sign('kepala-dinas'),
        'Langkah 9 dari 11: menunggu KEPALA BIDANG PIKP, tenggat Sen 02/11/2026 08.28 WIB',
      ],
      [
        refused(sign('kasi-pkp')),
        'Paraf tidak dihitung: langkah 9 (perintahkan) hanya oleh KEPALA BIDANG PIKP. Minta yang bersangkutan.',
      ],
      [
        refused((w) => w.comment('kasi-pkp', airingText(laporan))),
        'Laporan tayang tidak dihitung: butir ini belum digabung atau belum tayang.',
      ],
      [(w) => w.say('kabid-pikp', '/paraf'), 'Sudah digabung, menunggu tayang'],
      [
        (w) => w.publish(),
        'Langkah 11 dari 11: sudah tayang, menunggu KASI PKP, tenggat Sen 02/11/2026 09.22 WIB',
      ],
      [
        refused((w) => w.comment('tim-konten', airingText(laporan))),
        'Laporan tayang tidak dihitung: langkah 11 (pantau) hanya oleh KASI PKP. Minta yang bersangkutan.',
      ],
      // What says too little is answered, and nothing is refused or recorded.
      [refused((w) => w.comment('kasi-pkp', '/tayang\nKanal: Radio\nFrekuensi: 2\nFrekuensi: 3')), ''],
      [(w) => w.comment('kasi-pkp', airingText(laporan)), 'Selesai: sudah tayang'],
    ]);
    expect(said).toEqual(should);

    const [entry] = await entriesOf(room, way.pull);
    expect(entry?.langkah.map(({ no, akun }) => [no, akun])).toEqual([
      [1, 1011],
      [2, 1012],
      [3, 1012],
      [4, 1011],
      [5, 1013],
      [6, 1012],
      [7, 1011],
      [8, 1009],
      [9, 1011],
    ]);
  });

  it('keeps the airing report once, beside the ledger, and answered the one that said too little', async () => {
    const comments = await room.comments(way.pull);
    expect(comments.filter((body) => body.includes('belum dapat dicatat'))).toEqual([
      expect.stringContaining(
        'Laporan tayang dari `kasi-pkp` belum dapat dicatat:\n\n- Baris Waktu belum ada atau kosong.\n- Baris Frekuensi tertulis 2 kali. Satu laporan untuk satu kanal.\n- Baris Ketepatan belum ada atau kosong.\n\nKirim komentar baru seperti ini:',
      ),
    ]);
    const before = await room.head('paraf');
    await room.look(way.pull);
    expect(await room.head('paraf')).toBe(before);
    expect(await airingsOf(way.pull)).toEqual([
      expect.objectContaining({
        ...laporan,
        akun: 1012,
        peran: 'kasi-pkp',
        atasNama: 'KASI PKP',
        path: item.folder,
        sidik: (await entriesOf(room, way.pull))[0]?.sidik,
      }),
    ]);
    // Another channel, later: one record more.
    expect(await way.comment('kasi-pkp', airingText({ ...laporan, kanal: 'Papan kelurahan' }))).toBe(
      'Selesai: sudah tayang',
    );
    expect((await airingsOf(way.pull)).map(({ kanal }) => kanal)).toEqual(['Radio lokal', 'Papan kelurahan']);
  });
});

async function airingsOf(pull: number): Promise<{ kanal: string }[]> {
  const folder = 'tayang/2026/11';
  const raw = await room.app.graphql(
    'query A($e:String!){repository(owner:"diskominfo",name:"portal"){object(expression:$e){... on Tree{entries{name object{... on Blob{text}}}}}}}',
    { e: `paraf:${folder}` },
  );
  const { object } = (
    raw as { repository: { object: { entries: { name: string; object: { text: string } }[] } } }
  ).repository;
  return object.entries
    .filter(({ name }) => name.startsWith(`${pull}-`))
    .map((entry) => JSON.parse(entry.object.text) as { kanal: string });
}

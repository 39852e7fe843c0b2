/** SOP Pembuatan Konten Informasi as its document says, through the real gate: one item, one pull request, nine steps. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { branchOf, openWay, samples, tell, type Way } from './testing/item.ts';
import { openNewsroom, type Newsroom } from './testing/newsroom.ts';
import { entriesOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const sign = (login: string) => (way: Way) => way.sign(login);
const refused = (act: (way: Way) => Promise<string>) => (way: Way) => way.refusal(act);

describe('content that an office asks for', () => {
  const item = samples.make('konten', 0)!;
  let way: Way;

  it('is asked for with a letter by the office alone, accepted, and given to a team with its letter', async () => {
    way = await openWay(room, 'pemohon-disdik', item, 1);
    const { said, should } = await tell(way, [
      [
        refused((w) => w.submit('pemohon-dinkes')),
        'Pengajuan tidak dihitung: akun ini bertugas sebagai Pemohon hanya untuk dinas-kesehatan, sedangkan butir ini milik dinas-pendidikan. Minta pemegangnya di perangkat daerah itu.',
      ],
      [
        (w) => w.submit('pemohon-disdik'),
        'Langkah 2 dari 9: menunggu Bidang IKP, tenggat Sen 02/11/2026 08.06 WIB',
      ],
      [
        refused(sign('kepala-dinas')),
        'Paraf tidak dihitung: yang ditunggu langkah 2 (terima) oleh Bidang IKP. Tunggu giliran, lalu ulangi.',
      ],
      [
        refused(sign('tamu')),
        'Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.',
      ],
      [sign('bidang-ikp'), 'Langkah 3 dari 9: menunggu Bidang IKP, tenggat Sen 02/11/2026 09.04 WIB'],
      [
        refused(sign('bidang-ikp')),
        'Paraf tidak dihitung: langkah 3 (tugaskan) memerlukan Surat Perintah Tugas, Anggota tim, yang belum ada. Lengkapi, lalu ulangi.',
      ],
      // The holder of the step adds its papers: that is part of the step and opens nothing again.
      [
        (w) => w.save('bidang-ikp', 3),
        'Langkah 3 dari 9: menunggu Bidang IKP, tenggat Sen 02/11/2026 09.04 WIB',
      ],
      [sign('bidang-ikp'), 'Langkah 4 dari 9: menunggu Tim Pembuat Konten, tenggat Sen 02/11/2026 11.07 WIB'],
    ]);
    expect(said).toEqual(should);
  });

  it('is made from the material of that office, and submitted by the team', async () => {
    const { said, should } = await tell(way, [
      [
        refused((w) => w.submit('pembuat-konten')),
        'Pengajuan tidak dihitung: langkah 4 (susun) memerlukan Data Informasi, Pernyataan bahwa materi berasal dari OPD pemohon, Konten Informasi, yang belum ada. Lengkapi, lalu ulangi.',
      ],
      [
        (w) => w.save('pembuat-konten', 4),
        'Langkah 4 dari 9: menunggu Tim Pembuat Konten, tenggat Sen 02/11/2026 11.07 WIB',
      ],
      [
        refused((w) => w.submit('bidang-ikp')),
        'Pengajuan tidak dihitung: langkah 4 (susun) hanya oleh Tim Pembuat Konten. Minta yang bersangkutan.',
      ],
      [
        (w) => w.submit('pembuat-konten'),
        'Langkah 5 dari 9: menunggu Bidang IKP, tenggat Sen 02/11/2026 08.41 WIB',
      ],
    ]);
    expect(said).toEqual(should);
  });

  it('is returned by the Bidang to step 7 and checked again from step 5; one paraf answers 5 and 6', async () => {
    const { said, should } = await tell(way, [
      [
        refused((w) => w.giveBack('pembuat-konten', 'Belum selesai.')),
        'Pengembalian tidak dihitung: hanya pemegang langkah 5 (periksa) atau langkah sesudahnya, atau yang sudah memaraf, boleh mengembalikan.',
      ],
      [
        (w) => w.giveBack('bidang-ikp', 'Warna judul kurang kontras.'),
        'Langkah 7 dari 9: menunggu Tim Pembuat Konten, tenggat Sen 02/11/2026 08.43 WIB',
      ],
      [
        (w) => w.save('pembuat-konten', 'Judul sudah digelapkan.'),
        'Langkah 7 dari 9: menunggu Tim Pembuat Konten, tenggat Sen 02/11/2026 08.43 WIB',
      ],
      [
        (w) => w.submit('pembuat-konten'),
        'Langkah 5 dari 9: menunggu Bidang IKP, tenggat Sen 02/11/2026 08.45 WIB',
      ],
      [sign('bidang-ikp'), 'Langkah 8 dari 9: menunggu Kadis, tenggat Sen 02/11/2026 08.46 WIB'],
    ]);
    expect(said).toEqual(should);
    expect((await way.position()).putaranKoreksi).toBe(1);
  });

  it('is refused by the head, corrected, and approved by an acting head in the week of the letter', async () => {
    const { said, should } = await tell(way, [
      [
        (w) => w.giveBack('kepala-dinas', 'Batas waktu belum disebut.'),
        'Langkah 7 dari 9: menunggu Tim Pembuat Konten, tenggat Sen 02/11/2026 08.47 WIB',
      ],
      [
        (w) => w.save('pembuat-konten', 'Pendaftaran ditutup 30 November 2026 pukul 16.00 WIB.'),
        'Langkah 7 dari 9: menunggu Tim Pembuat Konten, tenggat Sen 02/11/2026 08.47 WIB',
      ],
      [
        (w) => w.submit('pembuat-konten'),
        'Langkah 5 dari 9: menunggu Bidang IKP, tenggat Sen 02/11/2026 08.49 WIB',
      ],
      [sign('bidang-ikp'), 'Langkah 8 dari 9: menunggu Kadis, tenggat Sen 02/11/2026 08.50 WIB'],
      [
        refused(sign('sekretaris')),
        'Paraf tidak dihitung: masa tugas akun ini sebagai Sekretaris, Plh Kepala Dinas berakhir 30 Oktober 2026. Minta pemegangnya sekarang, atau perpanjang di content/pelaksana.yml.',
      ],
    ]);
    expect(said).toEqual(should);

    room.wait(7 * 86_400);
    expect(await way.sign('sekretaris')).toBe('Sudah digabung, menunggu tayang');
    const [entry] = await entriesOf(room, way.pull);
    expect(entry?.langkah.map(({ no, akun, atasNama }) => [no, akun, atasNama])).toEqual([
      [1, 1001, 'Pemohon'],
      [2, 1007, 'Bidang IKP'],
      [3, 1007, 'Bidang IKP'],
      [4, 1008, 'Tim Pembuat Konten'],
      [5, 1007, 'Bidang IKP'],
      [6, 1007, 'Bidang IKP'],
      [7, 1008, 'Tim Pembuat Konten'],
      [8, 1010, 'Sekretaris, Plh Kepala Dinas'],
      [9, 1010, 'Sekretaris, Plh Kepala Dinas'],
    ]);
    expect(await way.publish()).toBe('Selesai: sudah tayang');
    const position = await way.position();
    expect(position).toMatchObject({ status: 'selesai', langkah: null, menunggu: [], putaranKoreksi: 2 });
    expect(position.steps.map(({ no, terlambat }) => [no, terlambat])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, false],
      [6, false],
      [7, false],
      [8, true],
      [9, false],
    ]);
  });

  it('takes its branch away; and an edit of one’s own keeps an acting head from approving, not from checking', async () => {
    await expect(room.head(branchOf(item.folder))).rejects.toThrow('Not Found');
    const other = await openWay(room, 'pemohon-dinkes', samples.make('konten', 1)!, 1);
    await other.submit('pemohon-dinkes');
    await other.save('bidang-ikp', 3);
    await other.sign('bidang-ikp');
    await other.save('pembuat-konten', 4);
    await other.submit('pembuat-konten');
    await other.sign('bidang-ikp');
    await other.save('sekretaris', 'Ditambah oleh pejabatnya.');
    expect(await other.sign('sekretaris')).toMatch(/^Langkah 9 dari 9: menunggu Kadis, tenggat /);
    expect((await other.position()).ditolak.at(-1)?.message).toBe(
      'Paraf dihitung untuk langkah 8 (periksa), tetapi belum untuk langkah 9 (setujui): yang ikut membuat isi tidak boleh menyetujuinya. Minta Kadis yang lain, atau minta pembuatnya menegaskan isi ini dengan /ajukan.',
    );
    expect(await other.sign('kepala-dinas')).toBe('Sudah digabung, menunggu tayang');
  });
});

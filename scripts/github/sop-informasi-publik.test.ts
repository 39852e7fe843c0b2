/** SOP Pendokumentasian Informasi Publik as its document says, through the real gate: fourteen working days. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWay, samples, tell, type Way } from './testing/item.ts';
import { openNewsroom, type Newsroom } from './testing/newsroom.ts';
import { entriesOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const day = 86_400;
const sign = (login: string) => (way: Way) => way.sign(login);
const submit = (login: string) => (way: Way) => way.submit(login);
const refused = (act: (way: Way) => Promise<string>) => (way: Way) => way.refusal(act);

const pejabat = 'Pejabat Bidang Pelayanan Informasi dan Dokumentasi';
/** The first sample after the SOPs: of dinas-pendidikan. */
const item = samples.make('informasi-publik', 4)!;

describe('an entry of the list of public information', () => {
  let way: Way;

  it('begins as a draft of the officer, is corrected once, and goes to the office', async () => {
    way = await openWay(room, 'pejabat-plid', item, 1);
    const { said, should } = await tell(way, [
      [
        refused(submit('ppid-disdik')),
        `Pengajuan tidak dihitung: langkah 1 (ajukan) hanya oleh ${pejabat}. Minta yang bersangkutan.`,
      ],
      [submit('pejabat-plid'), 'Langkah 2 dari 5: menunggu PPID Utama, tenggat Sel 03/11/2026 16.00 WIB'],
      [
        refused(sign('ppid-disdik')),
        'Paraf tidak dihitung: langkah 2 (periksa) hanya oleh PPID Utama. Minta yang bersangkutan.',
      ],
      [
        (w) => w.giveBack('ppid-utama', 'Sebutkan tahun ajarannya.'),
        `Langkah 1 dari 5: menunggu ${pejabat}, tenggat Sel 03/11/2026 16.00 WIB`,
      ],
      [
        (w) => w.save('pejabat-plid', 'Tahun ajaran 2026/2027.'),
        `Langkah 1 dari 5: menunggu ${pejabat}, tenggat Sel 03/11/2026 16.00 WIB`,
      ],
      [submit('pejabat-plid'), 'Langkah 2 dari 5: menunggu PPID Utama, tenggat Sel 03/11/2026 16.00 WIB'],
      [
        sign('ppid-utama'),
        'Langkah 3 dari 5: menunggu PPID Pendukung (OPD), tenggat Sen 16/11/2026 16.00 WIB',
      ],
    ]);
    expect(said).toEqual(should);
  });

  it('gets its data from the PPID Pendukung of that office and of no other, within ten working days', async () => {
    room.wait(9 * day);
    const { said, should } = await tell(way, [
      [
        refused(submit('ppid-disdik')),
        'Pengajuan tidak dihitung: langkah 3 (lengkapi) memerlukan Data dan Informasi OPD, yang belum ada. Lengkapi, lalu ulangi.',
      ],
      [
        (w) => w.save('ppid-disdik', 3),
        'Langkah 3 dari 5: menunggu PPID Pendukung (OPD), tenggat Sen 16/11/2026 16.00 WIB',
      ],
      [
        refused(submit('ppid-dinkes')),
        'Pengajuan tidak dihitung: akun ini bertugas sebagai PPID Pendukung (OPD) hanya untuk dinas-kesehatan, sedangkan butir ini milik dinas-pendidikan. Minta pemegangnya di perangkat daerah itu.',
      ],
      [submit('ppid-disdik'), 'Langkah 4 dari 5: menunggu PPID Utama, tenggat Kam 12/11/2026 16.00 WIB'],
    ]);
    expect(said).toEqual(should);
    expect((await way.position()).steps[2]).toMatchObject({ hariKerja: 7, terlambat: false, oleh: 1016 });
  });

  it('is returned to the office, approved by PPID Utama, and uploaded by the officer who began it', async () => {
    const { said, should } = await tell(way, [
      [
        refused((w) => w.say('pejabat-plid', '/paraf')),
        'Paraf tidak dihitung: yang ditunggu langkah 4 (setujui) oleh PPID Utama. Tunggu giliran, lalu ulangi.',
      ],
      [
        (w) => w.giveBack('ppid-utama', 'Jumlah kursi di Pontianak Timur keliru.'),
        'Langkah 3 dari 5: menunggu PPID Pendukung (OPD), tenggat Rab 25/11/2026 16.00 WIB',
      ],
      [
        (w) => w.save('ppid-disdik', 'Angka Pontianak Timur sudah dicocokkan.'),
        'Langkah 3 dari 5: menunggu PPID Pendukung (OPD), tenggat Rab 25/11/2026 16.00 WIB',
      ],
      [submit('ppid-disdik'), 'Langkah 4 dari 5: menunggu PPID Utama, tenggat Kam 12/11/2026 16.00 WIB'],
      [sign('ppid-utama'), `Langkah 5 dari 5: menunggu ${pejabat}, tenggat Kam 12/11/2026 16.00 WIB`],
      [
        refused(sign('ppid-utama')),
        `Paraf tidak dihitung: langkah 5 (perintahkan) hanya oleh ${pejabat}. Minta yang bersangkutan.`,
      ],
      [(w) => w.say('pejabat-plid', '/paraf'), 'Sudah digabung, menunggu tayang'],
      [(w) => w.publish(), 'Selesai: sudah tayang'],
    ]);
    expect(said).toEqual(should);
    const [entry] = await entriesOf(room, way.pull);
    expect(entry?.langkah.map(({ no, akun, atasNama }) => [no, akun, atasNama])).toEqual([
      [1, 1014, pejabat],
      [2, 1015, 'PPID Utama'],
      [3, 1016, 'PPID Pendukung (OPD)'],
      [4, 1015, 'PPID Utama'],
      [5, 1014, pejabat],
    ]);
    expect(await way.position()).toMatchObject({ status: 'selesai', putaranKoreksi: 2, langkah: null });
  });

  it('stays the item of its office, whatever a version says later', async () => {
    const other = await openWay(room, 'pejabat-plid', samples.make('informasi-publik', 5)!, 1);
    await other.submit('pejabat-plid');
    await other.sign('ppid-utama');
    await other.save('ppid-dinkes', 3);
    const index = `${samples.make('informasi-publik', 5)!.folder}/index.md`;
    const text = await room.read(other.branch, index);
    await room.save('ppid-disdik', other.branch, {
      [index]: (text ?? '').replace('opd: dinas-kesehatan', 'opd: dinas-pendidikan'),
    });
    expect(await other.refusal(submit('ppid-disdik'))).toBe(
      'Pengajuan tidak dihitung: akun ini bertugas sebagai PPID Pendukung (OPD) hanya untuk dinas-pendidikan, sedangkan butir ini milik dinas-kesehatan. Minta pemegangnya di perangkat daerah itu.',
    );
  });
});

describe('a correction of an entry that is live', () => {
  it('goes the whole way again, and is a second version of the same address', async () => {
    const first = await openWay(room, 'pejabat-plid', samples.make('informasi-publik', 6)!, 1);
    const path = samples.make('informasi-publik', 6)!.folder;
    const whole = async (way: Way) => {
      await way.submit('pejabat-plid');
      await way.sign('ppid-utama');
      await way.save('ppid-disdik', 3);
      await way.submit('ppid-disdik');
      await way.sign('ppid-utama');
      await way.say('pejabat-plid', '/paraf');
      return way.publish();
    };
    expect(await whole(first)).toBe('Selesai: sudah tayang');
    room.wait(day);
    const made = samples.make('informasi-publik', 6)!;
    const index = `${path}/index.md`;
    const text = `${new TextDecoder().decode(made.files.get(index))}
Satu angka dibetulkan.
`;
    const corrected = { ...made, files: new Map(made.files).set(index, new TextEncoder().encode(text)) };
    const second = await openWay(room, 'pejabat-plid', corrected, 1);
    expect(await whole(second)).toBe('Selesai: sudah tayang');
    const versions = [...(await entriesOf(room, first.pull)), ...(await entriesOf(room, second.pull))];
    expect(versions.map((entry) => entry.path)).toEqual([path, path]);
    expect(new Set(versions.map(({ sidik }) => sidik)).size).toBe(2);
  });
});

/** SOP Penyebarluasan Informasi as its document says, through the real gate. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWay, samples, tell, type Way } from './testing/item.ts';
import { openNewsroom, type Newsroom } from './testing/newsroom.ts';
import { entriesOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const sign = (login: string) => (way: Way) => way.sign(login);
const refused = (act: (way: Way) => Promise<string>) => (way: Way) => way.refusal(act);

it('news is covered, written, corrected by the desk, and approved by a member who did not write', async () => {
  const way = await openWay(room, 'peliput', samples.make('berita', 0)!, 1);
  const { said, should } = await tell(way, [
    [
      (w) => w.save('penyusun', 2),
      'Langkah 2 dari 4: menunggu Penyusun Bahan Informasi, tenggat Sen 02/11/2026 09.00 WIB',
    ],
    [
      refused((w) => w.submit('pengolah-satu')),
      'Pengajuan tidak dihitung: langkah 2 (susun) hanya oleh Penyusun Bahan Informasi. Minta yang bersangkutan.',
    ],
    [
      (w) => w.submit('penyusun'),
      'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 08.32 WIB',
    ],
    [
      refused(sign('kepala-dinas')),
      'Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.',
    ],
    [
      (w) => w.giveBack('pengolah-satu', 'Panjang parit berbeda dengan data liputan.'),
      'Langkah 2 dari 4: menunggu Penyusun Bahan Informasi, tenggat Sen 02/11/2026 09.04 WIB',
    ],
    [
      (w) => w.save('penyusun', 'Panjang parit sudah dicocokkan.'),
      'Langkah 2 dari 4: menunggu Penyusun Bahan Informasi, tenggat Sen 02/11/2026 09.04 WIB',
    ],
    [
      (w) => w.submit('penyusun'),
      'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 08.36 WIB',
    ],
    [
      (w) => w.save('pengolah-satu', 'Dikoreksi oleh Tim Pengolah.'),
      'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 08.36 WIB',
    ],
    // A corrector may clear 3 but never 4.
    [
      sign('pengolah-satu'),
      'Langkah 4 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 08.38 WIB',
    ],
    [
      refused(sign('pengolah-satu')),
      'Paraf tidak dihitung untuk langkah 4 (setujui): yang ikut membuat isi tidak boleh menyetujuinya. Minta Tim Pengolah Informasi yang lain, atau minta pembuatnya menegaskan isi ini dengan /ajukan.',
    ],
    [sign('pengolah-dua'), 'Sudah digabung, menunggu tayang'],
    [(w) => w.publish(), 'Selesai: sudah tayang'],
  ]);
  expect(said).toEqual(should);
  const [entry] = await entriesOf(room, way.pull);
  expect(entry?.langkah.map(({ no, akun }) => [no, akun])).toEqual([
    [1, 1003],
    [2, 1004],
    [3, 1005],
    [4, 1006],
  ]);
});

/** The proposed SOP for warnings, through the real gate: live within three minutes, then looked at by somebody else. */
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

const tinjauan = airingText({
  kanal: 'Portal dan pengeras suara kelurahan',
  waktu: '2 November 2026',
  frekuensi: 'Di setiap halaman selama berlaku',
  ketepatan: 'Tepat: isinya benar dan masa berlakunya cukup',
});
const refused = (act: (way: Way) => Promise<string>) => (way: Way) => way.refusal(act);
const item = samples.make('serta-merta', 0)!;

describe('a warning', () => {
  let way: Way;

  it('is not put forward without its eight parts, nor approved by who wrote it', async () => {
    way = await openWay(room, 'ppid-dinkes', item, 0);
    const { said, should } = await tell(way, [
      [
        refused((w) => w.submit('ppid-dinkes')),
        'Pengajuan tidak dihitung: langkah 1 (ajukan) memerlukan Delapan unsur informasi serta-merta, yang belum ada. Lengkapi, lalu ulangi.',
      ],
      [
        (w) => w.save('ppid-dinkes', 1),
        'Langkah 1 dari 4: menunggu PPID Pendukung (OPD) atau Pejabat Bidang Pelayanan Informasi dan Dokumentasi, tenggat Sen 02/11/2026 08.15 WIB',
      ],
    ]);
    expect(said).toEqual(should);
  });

  it('is merged within three minutes of being put forward, by one signature', async () => {
    const begun = room.now();
    const { said, should } = await tell(way, [
      [
        (w) => w.submit('ppid-dinkes'),
        expect.stringMatching(
          /^Langkah 2 dari 4: menunggu PPID Utama, tenggat Sen 02\/11\/2026 08\.1\d WIB$/,
        ) as string,
      ],
      [(w) => w.sign('ppid-utama'), 'Sudah digabung, menunggu tayang'],
      [
        (w) => w.publish(),
        'Langkah 4 dari 4: sudah tayang, menunggu Kepala Dinas, tenggat Sel 03/11/2026 16.00 WIB',
      ],
    ]);
    expect(said).toEqual(should);
    const [entry] = await entriesOf(room, way.pull);
    expect(Date.parse(entry?.at ?? '') - Date.parse(begun)).toBeLessThanOrEqual(180_000);
    expect(entry?.langkah.map(({ no, atasNama }) => [no, atasNama])).toEqual([
      [1, 'PPID Pendukung (OPD)'],
      [2, 'PPID Utama'],
    ]);
  });

  it('stays open until somebody who took no part has looked at it again', async () => {
    expect((await way.position()).status).toBe('terbit');
    const { said, should } = await tell(way, [
      [
        refused((w) => w.comment('ppid-utama', tinjauan)),
        'Laporan tayang tidak dihitung: langkah 4 (pantau) hanya oleh Kepala Dinas. Minta yang bersangkutan.',
      ],
      [(w) => w.comment('kepala-dinas', tinjauan), 'Selesai: sudah tayang'],
    ]);
    expect(said).toEqual(should);
  });
});

import { describe, expect, test } from 'vitest';
import type { Penugasan } from '../pelaksana.ts';
import { contextOf, ev, newsRows, people, positionAfter, row } from '../testing/history.ts';
import { inReview, outline, sop, table } from '../testing/news.ts';
import { later, officeOf, offices } from '../testing/office.ts';

const { peliput, penyusun, pengolah, pengolahLain, tamu } = people;

/** Signing happens on 2 November 2026 at 08.30 WIB, in the role whose appointment a row of the table gives. */
const others = newsRows.filter(({ akun }) => akun !== pengolah && akun !== pengolahLain);
const signing = (...rows: readonly Partial<Penugasan>[]) => {
  const events = [...inReview.slice(0, 1), ...inReview.slice(1), ev.sign(30, pengolah, 'b')];
  const held = rows.map((more) => row(pengolah, 'tim-pengolah-informasi', more));
  return positionAfter(contextOf(sop, [...others, ...held]), events);
};

describe('R2: an appointment counts by its dates, at the moment of signing', () => {
  test.each<[string, Partial<Penugasan>[], string]>([
    ['without an end', [{}], 'siap, langkah -, putaran 0'],
    ['from the start of its first day', [{ mulai: '2026-11-02' }], 'siap, langkah -, putaran 0'],
    ['from a time', [{ mulai: '2026-11-02T08:30:00+07:00' }], 'siap, langkah -, putaran 0'],
    [
      'not a second before it',
      [{ mulai: '2026-11-02T08:30:01+07:00' }],
      'berjalan, langkah 3, putaran 0, masa-tugas-belum-mulai',
    ],
    ['to the end of its last day', [{ selesai: '2026-11-02' }], 'siap, langkah -, putaran 0'],
    ['and no longer', [{ selesai: '2026-11-01' }], 'berjalan, langkah 3, putaran 0, masa-tugas-berakhir'],
    [
      'to a time, that moment included',
      [{ selesai: '2026-11-02T08:30:00+07:00' }],
      'siap, langkah -, putaran 0',
    ],
    [
      'and not after it',
      [{ selesai: '2026-11-02T08:29:59+07:00' }],
      'berjalan, langkah 3, putaran 0, masa-tugas-berakhir',
    ],
    [
      'in one of several terms',
      [{ selesai: '2026-03-31' }, { mulai: '2026-10-01' }],
      'siap, langkah -, putaran 0',
    ],
    [
      'a backdated one from when it reached main',
      [{ tercatat: '2026-11-02T09:00:00+07:00' }],
      'berjalan, langkah 3, putaran 0, masa-tugas-belum-mulai',
    ],
  ])('%s', (_, rows, expected) => {
    expect(outline(signing(...rows))).toBe(expected);
  });

  const roster = (...rows: readonly Penugasan[]) => contextOf(sop, [...others, ...rows]);
  table(
    [
      [
        'what was signed under a term that has ended since stands',
        [...inReview, ev.sign(30, pengolah, 'b')],
        'siap, langkah -, putaran 0',
      ],
    ],
    roster(row(pengolah, 'tim-pengolah-informasi', { selesai: '2026-11-02T08:31:00+07:00' })),
  );
});

describe('R2: an appointment for one office counts for its items alone', () => {
  const { informasi } = offices;
  const pendukung = informasi.who('ppid-pendukung');
  const scoped = officeOf(informasi.sop, (who) => [
    row(who('pejabat-bidang-pelayanan-informasi'), 'pejabat-bidang-pelayanan-informasi'),
    row(who('ppid-utama'), 'ppid-utama'),
    row(who('ppid-pendukung'), 'ppid-pendukung', { opd: 'dinas-pendidikan' }),
    row(who('ppid-pendukung', 2), 'ppid-pendukung', { opd: 'dinas-kesehatan' }),
  ]);
  const begun = (opd?: string) => {
    const [opened, ...rest] = informasi.until(3);
    return [{ ...opened!, ...(opd === undefined ? {} : { opd }) } as (typeof rest)[number], ...rest];
  };
  const completed = (opd: string | undefined, by: number) => {
    const events = begun(opd);
    const at = later(events);
    return [...events, ev.content(at, by, 'data', scoped.complete), ev.submitted(at + 1, by, 'data')];
  };
  table(
    [
      [
        'PPID Pendukung for their own',
        completed('dinas-pendidikan', pendukung),
        'berjalan, langkah 4, putaran 0',
      ],
      [
        'and for no other',
        completed('dinas-kesehatan', pendukung),
        'berjalan, langkah 3, putaran 0, opd-lain',
      ],
      [
        'nor for an item that names none',
        completed(undefined, pendukung),
        'berjalan, langkah 3, putaran 0, opd-lain',
      ],
      [
        'the office is that of the opening, whatever a later version says',
        completed('dinas-kesehatan', pendukung).map((event) =>
          event.kind === 'content' ? { ...event, opd: 'dinas-pendidikan' } : event,
        ),
        'berjalan, langkah 3, putaran 0, opd-lain',
      ],
    ],
    scoped.context,
  );
});

describe('R2: in which role a person signs', () => {
  const both = (more: Partial<Penugasan> = {}) =>
    contextOf(sop, [
      ...others,
      row(pengolah, 'penyusun-bahan-informasi', more),
      row(pengolah, 'tim-pengolah-informasi', more),
    ]);
  table(
    [
      [
        'who holds two signs in the one that is asked for',
        [...inReview, ev.sign(30, pengolah, 'b')],
        'siap, langkah -, putaran 0',
      ],
      [
        'or says which',
        [...inReview, ev.sign(30, pengolah, 'b', { sebagai: 'tim-pengolah-informasi' })],
        'siap, langkah -, putaran 0',
      ],
      [
        'not one that the step does not ask for',
        [...inReview, ev.sign(30, pengolah, 'b', { sebagai: 'penyusun-bahan-informasi' })],
        'berjalan, langkah 3, putaran 0, sebagai-tidak-cocok',
      ],
      [
        'nor one that they do not hold',
        [...inReview, ev.sign(30, pengolah, 'b', { sebagai: 'kepala-dinas' })],
        'berjalan, langkah 3, putaran 0, sebagai-tidak-cocok',
      ],
    ],
    both(),
  );

  test.each<[string, Partial<Penugasan>, string]>([
    ['definitif', { jabatan: 'Staf' }, 'Tim Pengolah Informasi'],
    ['Plh', { jenis: 'plh', jabatan: 'Sekretaris' }, 'Sekretaris, Plh Tim Pengolah Informasi'],
    ['Plt', { jenis: 'plt', jabatan: 'Kepala Bidang IKP' }, 'Kepala Bidang IKP, Plt Tim Pengolah Informasi'],
  ])('%s is shown as such on every step it clears', (_, more, expected) => {
    const { steps, status } = signing(more);
    expect(status).toBe('siap');
    expect(steps.slice(2).map(({ oleh, peran, atasNama }) => [oleh, peran, atasNama])).toEqual([
      [pengolah, 'tim-pengolah-informasi', expected],
      [pengolah, 'tim-pengolah-informasi', expected],
    ]);
  });
});

describe('R2: who may not is told precisely why', () => {
  const { konten } = offices;
  const [kadis, sekretaris] = [konten.who('kepala-dinas'), 40];
  /** Only these rows for the head of the office. */
  const headed = (...rows: readonly Penugasan[]) =>
    officeOf(konten.sop, (who) => [
      ...konten.sop.pelaksana.flatMap(({ id }) => (id === 'kepala-dinas' ? [] : [row(who(id), id)])),
      ...rows,
    ]);
  const plh = (mulai: string, selesai: string, more: Partial<Penugasan> = {}) =>
    row(sekretaris, 'kepala-dinas', { jenis: 'plh', jabatan: 'Sekretaris', mulai, selesai, ...more });
  const waiting = konten.until(8);
  const { sidik } = konten.after(waiting);

  /** The signature of an account in the turn of the head of the office, on 2 November 2026. */
  const told = (by: number, ...rows: readonly Penugasan[]) =>
    headed(row(kadis, 'kepala-dinas', { jabatan: 'Kadis' }), ...rows)
      .after([...waiting, ev.sign(later(waiting), by, sidik)])
      .ditolak.map(({ code, message }) => `${code}: ${message}`);

  test.each<[string, string[], string[]]>([
    ['a Plh in office', told(sekretaris, plh('2026-11-02', '2026-11-06')), []],
    [
      'a Plh whose term is over',
      told(sekretaris, plh('2026-10-26', '2026-11-01')),
      [
        'masa-tugas-berakhir: Paraf tidak dihitung: masa tugas akun ini sebagai Sekretaris, Plh Kadis berakhir 1 November 2026. Minta pemegangnya sekarang, atau perpanjang di content/pelaksana.yml.',
      ],
    ],
    [
      'a Plh whose term ended at a time',
      told(sekretaris, plh('2026-10-26', '2026-11-02T07:30:00+07:00')),
      [
        'masa-tugas-berakhir: Paraf tidak dihitung: masa tugas akun ini sebagai Sekretaris, Plh Kadis berakhir Sen 02/11/2026 07.30 WIB. Minta pemegangnya sekarang, atau perpanjang di content/pelaksana.yml.',
      ],
    ],
    [
      'a Plh whose term has not begun',
      told(sekretaris, plh('2026-11-09', '2026-11-13')),
      [
        'masa-tugas-belum-mulai: Paraf tidak dihitung: akun ini baru bertugas sebagai Sekretaris, Plh Kadis mulai 9 November 2026. Tunggu sampai berlaku, lalu ulangi.',
      ],
    ],
    [
      'a Plh whose letter was written down late',
      told(sekretaris, plh('2026-11-02', '2026-11-06', { tercatat: '2026-11-02T13:00:00+07:00' })),
      [
        'masa-tugas-belum-mulai: Paraf tidak dihitung: akun ini baru bertugas sebagai Sekretaris, Plh Kadis mulai Sen 02/11/2026 13.00 WIB. Tunggu sampai berlaku, lalu ulangi.',
      ],
    ],
    [
      'who was Plh long ago and will be soon: the nearer',
      told(sekretaris, plh('2026-09-01', '2026-09-04'), plh('2026-11-09', '2026-11-13')),
      [
        'masa-tugas-belum-mulai: Paraf tidak dihitung: akun ini baru bertugas sebagai Sekretaris, Plh Kadis mulai 9 November 2026. Tunggu sampai berlaku, lalu ulangi.',
      ],
    ],
    [
      'an official of another office',
      told(sekretaris, plh('2026-11-02', '2026-11-06', { opd: 'dinas-kesehatan' })),
      [
        'opd-lain: Paraf tidak dihitung: akun ini bertugas sebagai Sekretaris, Plh Kadis hanya untuk dinas-kesehatan, sedangkan butir ini tidak menyebut perangkat daerah. Minta pemegangnya di perangkat daerah itu.',
      ],
    ],
    [
      'somebody whose role comes in no later step',
      told(konten.who('tim-pembuat-konten')),
      ['peran-lain: Paraf tidak dihitung: langkah 8 (periksa) hanya oleh Kadis. Minta yang bersangkutan.'],
    ],
    [
      'somebody unknown',
      told(tamu * 100),
      [
        'tanpa-peran: Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.',
      ],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test('an acting official who contributed clears what may be checked, and not the approval', () => {
    const office = headed(row(kadis, 'kepala-dinas', { jabatan: 'Kadis' }), plh('2026-11-02', '2026-11-06'));
    const edited = [...waiting, ev.content(later(waiting), sekretaris, 'suntingan', office.complete)];
    const position = office.after([...edited, ev.sign(later(edited), sekretaris, 'suntingan')]);
    expect([position.langkah, position.ditolak.map(({ message }) => message)]).toEqual([
      9,
      [
        'Paraf dihitung untuk langkah 8 (periksa), tetapi belum untuk langkah 9 (setujui): yang ikut membuat isi tidak boleh menyetujuinya. Minta Kadis yang lain, atau minta pembuatnya menegaskan isi ini dengan /ajukan.',
      ],
    ]);
    expect(position.steps.find(({ no }) => no === 8)?.atasNama).toBe('Sekretaris, Plh Kadis');
  });

  test('submissions, returns, dismissals and airing reports too', () => {
    const lapsed = { selesai: '2026-11-01' };
    const context = contextOf(sop, [
      row(peliput, 'tim-peliputan'),
      row(penyusun, 'penyusun-bahan-informasi'),
      row(pengolahLain, 'tim-pengolah-informasi'),
      row(20, 'penyusun-bahan-informasi', lapsed),
      row(21, 'tim-pengolah-informasi', lapsed),
    ]);
    const messages = positionAfter(context, [
      ...inReview.slice(0, 2),
      ev.submitted(15, 20, 'b'),
      inReview[2]!,
      ev.giveBack(25, 21),
      ev.sign(30, pengolahLain, 'b', { id: 'x' }),
      ev.dismissed(31, 21, 'x'),
    ]).ditolak.map(({ event, message }) => `${event} ${message}`);
    const end =
      'berakhir 1 November 2026. Minta pemegangnya sekarang, atau perpanjang di content/pelaksana.yml.';
    expect(messages).toEqual([
      `2 Pengajuan tidak dihitung: masa tugas akun ini sebagai Penyusun Bahan Informasi ${end}`,
      `4 Pengembalian tidak dihitung: masa tugas akun ini sebagai Tim Pengolah Informasi ${end}`,
      `6 Pencabutan tinjauan tidak dihitung: masa tugas akun ini sebagai Tim Pengolah Informasi ${end}`,
    ]);

    const { kampanye } = offices;
    const kasi = kampanye.who('kasi-pkp');
    const over = officeOf(kampanye.sop, (who) => [
      ...kampanye.sop.pelaksana.map(({ id, nama }) => row(who(id), id, { jabatan: nama })),
      row(41, 'kasi-pkp', { jenis: 'plt', jabatan: 'Kepala Seksi Layanan', selesai: '2026-11-01' }),
    ]);
    const ready = kampanye.until('siap');
    const content = kampanye.after(ready).sidik!;
    const live = [...ready, ev.merged(later(ready), people.app, content)];
    const shown = [...live, ev.published(later(live), people.app, content)];
    const watched = [...shown, ev.observed(later(shown), 41), ev.observed(later(shown, 2), kasi)];
    expect(over.after(watched)).toMatchObject({
      status: 'selesai',
      ditolak: [
        {
          code: 'masa-tugas-berakhir',
          message: `Laporan tayang tidak dihitung: masa tugas akun ini sebagai Kepala Seksi Layanan, Plt KASI PKP ${end}`,
        },
      ],
    });
  });
});

import { describe, expect, test } from 'vitest';
import { ev, people } from '../testing/history.ts';
import { inReview, outline, ready, table } from '../testing/news.ts';
import { everyOffice, later, offices, type Office } from '../testing/office.ts';

const { penyusun, pengolah, pengolahLain, tamu, app } = people;

describe('R8: who may return, and with what', () => {
  const returned = [...inReview, ev.giveBack(30, pengolah)];
  table([
    ['a holder of the step', returned, 'berjalan, langkah 2, putaran 1'],
    [
      'not without a reason',
      [...inReview, ev.giveBack(30, pengolah, '  ')],
      'berjalan, langkah 3, putaran 0, tanpa-alasan',
    ],
    [
      'a bare command is no reason',
      [...inReview, ev.comment(30, pengolah, 'b', '/kembalikan')],
      'berjalan, langkah 3, putaran 0, tanpa-alasan',
    ],
    [
      'in words',
      [...inReview, ev.comment(30, pengolah, 'b', '/kembalikan Judulnya keliru.')],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'not an outsider',
      [...inReview, ev.giveBack(30, tamu)],
      'berjalan, langkah 3, putaran 0, tidak-berhak-mengembalikan',
    ],
    [
      'nor the writer',
      [...inReview, ev.giveBack(30, penyusun)],
      'berjalan, langkah 3, putaran 0, tidak-berhak-mengembalikan',
    ],
    ['nor the app', [...inReview, ev.giveBack(30, app)], 'berjalan, langkah 3, putaran 0, aplikasi'],
    [
      'at a maker step it is a note, also after a return',
      [...returned, ev.giveBack(31, pengolahLain)],
      'berjalan, langkah 2, putaran 1',
    ],
    ['from siap by who signed', [...ready, ev.giveBack(40, pengolah)], 'berjalan, langkah 2, putaran 1'],
    [
      'from siap not by who did not',
      [...ready, ev.giveBack(40, pengolahLain)],
      'siap, langkah -, putaran 0, tidak-berhak-mengembalikan',
    ],
    [
      'nor by who signed only before the last return',
      [
        ...ready,
        ev.giveBack(40, pengolah),
        ev.submitted(41, penyusun, 'b'),
        ev.sign(42, pengolahLain, 'b'),
        ev.giveBack(43, pengolah),
      ],
      'siap, langkah -, putaran 1, tidak-berhak-mengembalikan',
    ],
    [
      'after the merge nothing can be returned',
      [...ready, ev.merged(40, app, 'b'), ev.giveBack(41, pengolah)],
      'terbit, langkah -, putaran 0, sudah-digabung',
    ],
    [
      'nor while it is closed',
      [...inReview, ev.closed(29, tamu), ev.giveBack(30, pengolah)],
      'ditutup, langkah -, putaran 0, sudah-ditutup',
    ],
  ]);

  test('a refusal says who may', () => {
    expect(
      offices.berita
        .after([
          ...offices.berita.until(3),
          ev.giveBack(100, tamu * 100),
          ev.giveBack(101, offices.berita.who('tim-pengolah-informasi'), ''),
        ])
        .ditolak.map(({ message }) => message),
    ).toEqual([
      'Pengembalian tidak dihitung: hanya pemegang langkah 3 (periksa) atau langkah sesudahnya, atau yang sudah memaraf, boleh mengembalikan.',
      'Pengembalian tidak dihitung: alasannya belum ditulis. Tulis apa yang harus diperbaiki, lalu ulangi.',
    ]);
  });
});

/** Where an item stands after a return by the holder of a role while a step is waited for. */
const returnedBy = (office: Office, no: number | 'siap', peran: string) => {
  const events = office.until(no);
  return outline(office.after([...events, ev.giveBack(later(events), office.who(peran))]));
};

describe('R8: returns from later steps, and by those of later steps', () => {
  test.each<[keyof typeof offices, number | 'siap', string, string]>([
    ['konten', 5, 'kepala-dinas', 'berjalan, langkah 7, putaran 1'],
    ['konten', 8, 'bidang-ikp', 'berjalan, langkah 7, putaran 1'],
    ['konten', 2, 'kepala-dinas', 'berjalan, langkah 1, putaran 1'],
    ['konten', 'siap', 'bidang-ikp', 'berjalan, langkah 7, putaran 1'],
    ['konten', 8, 'tim-pembuat-konten', 'berjalan, langkah 8, putaran 0, tidak-berhak-mengembalikan'],
    ['konten', 8, 'pemohon', 'berjalan, langkah 8, putaran 0, tidak-berhak-mengembalikan'],
    ['kampanye', 4, 'kepala-dinas', 'berjalan, langkah 3, putaran 1'],
    ['kampanye', 6, 'kepala-dinas', 'berjalan, langkah 5, putaran 1'],
    // Kasi PKP holds no step after 8, but signed step 6 of this review.
    ['kampanye', 8, 'kasi-pkp', 'berjalan, langkah 5, putaran 1'],
    ['kampanye', 9, 'kepala-dinas', 'berjalan, langkah 5, putaran 1'],
    ['kampanye', 'siap', 'kepala-dinas', 'berjalan, langkah 5, putaran 1'],
    ['informasi', 2, 'pejabat-bidang-pelayanan-informasi', 'berjalan, langkah 1, putaran 1'],
    ['informasi', 4, 'pejabat-bidang-pelayanan-informasi', 'berjalan, langkah 3, putaran 1'],
    ['informasi', 5, 'ppid-utama', 'berjalan, langkah 3, putaran 1'],
    // Step 5 names no way back: to the maker step last submitted.
    ['informasi', 'siap', 'pejabat-bidang-pelayanan-informasi', 'berjalan, langkah 3, putaran 1'],
    ['informasi', 4, 'ppid-pendukung', 'berjalan, langkah 4, putaran 0, tidak-berhak-mengembalikan'],
    // While makers work it is a note.
    ['konten', 4, 'bidang-ikp', 'berjalan, langkah 4, putaran 0'],
    ['informasi', 3, 'ppid-utama', 'berjalan, langkah 3, putaran 0'],
  ])('%s at %s, by %s: %s', (name, no, peran, expected) => {
    expect(returnedBy(offices[name], no, peran)).toBe(expected);
  });

  test('who holds an earlier step, and did not sign it in this review, may not', () => {
    const { kampanye } = offices;
    const events = kampanye.until(8);
    const { langkah, ditolak } = kampanye.after([...events, ev.giveBack(later(events), kampanye.at(6, 2))]);
    expect([langkah, ...ditolak.map(({ code }) => code)]).toEqual([8, 'tidak-berhak-mengembalikan']);
  });

  test('SOP 1 waiting for its assignment: the request goes back to the office that made it', () => {
    const { konten } = offices;
    const asked = { kelengkapan: ['surat-pemohon'] };
    const ikp = konten.who('bidang-ikp');
    const events = [
      ev.opened(0, konten.who('pemohon'), 'a', asked),
      ev.submitted(1, konten.who('pemohon'), 'a'),
      ev.sign(2, ikp, 'a'),
      ev.giveBack(3, ikp),
    ];
    expect(konten.after(events)).toMatchObject({ langkah: 1, putaranKoreksi: 1 });
  });
});

describe('R8: rounds are counted, and the count never falls', () => {
  test.each(everyOffice)('%s, returned three times at its first review', (_, office) => {
    let events = office.until(
      office.after(office.until('siap')).steps.find(({ review }) => review !== null)!.no,
    );
    const by = office.at(office.after(events).langkah!);
    for (let round = 1; round <= 3; round += 1) {
      events = [...events, ev.giveBack(later(events), by)];
      const { langkah, putaranKoreksi, sidik } = office.after(events);
      expect(putaranKoreksi).toBe(round);
      events = [...events, ev.submitted(later(events), office.at(langkah!), sidik)];
      expect(office.after(events).putaranKoreksi).toBe(round);
    }
  });

  table([
    [
      'neither closing nor an edit takes one away',
      [
        ...inReview,
        ev.giveBack(30, pengolah),
        ev.submitted(40, penyusun, 'b'),
        ev.closed(41, tamu),
        ev.reopened(42, tamu),
        ev.content(43, tamu, 'c'),
      ],
      'berjalan, langkah 3, putaran 1',
    ],
    [
      'a return without effect counts none',
      [...inReview, ev.giveBack(30, tamu), ev.giveBack(31, pengolah, ''), ev.giveBack(32, pengolah)],
      'berjalan, langkah 2, putaran 1, tidak-berhak-mengembalikan tanpa-alasan',
    ],
  ]);
});

import { describe, expect, test } from 'vitest';
import { ev, people, positionAfter } from '../testing/history.ts';
import { inReview, news, ready, table } from '../testing/news.ts';
import { everyOffice, later } from '../testing/office.ts';

const { pengolah, penyusun, tamu, app } = people;

describe('R15: a merge that the plan did not order is a violation', () => {
  table([
    ['ordered: none', [...ready, ev.merged(40, app, 'b')], 'terbit, langkah -, putaran 0'],
    [
      'before siap',
      [...inReview, ev.merged(30, app, 'b')],
      'ditutup, langkah -, putaran 0, !digabung-tanpa-persetujuan',
    ],
    [
      'of other content',
      [...ready, ev.merged(40, app, 'x')],
      'ditutup, langkah -, putaran 0, !digabung-tanpa-persetujuan',
    ],
    [
      'of the signed content after it was voided',
      [...ready, ev.content(39, tamu, 'x'), ev.merged(40, app, 'b')],
      'ditutup, langkah -, putaran 0, !digabung-tanpa-persetujuan',
    ],
    [
      'of the signed content by somebody else',
      [...ready, ev.merged(40, tamu, 'b')],
      'terbit, langkah -, putaran 0, !digabung-bukan-aplikasi',
    ],
    [
      'that may be published',
      [...ready, ev.merged(40, tamu, 'b'), ev.published(41, app, 'b')],
      'selesai, langkah -, putaran 0, !digabung-bukan-aplikasi',
    ],
    [
      'what was not signed is never published',
      [...inReview, ev.merged(30, tamu, 'b'), ev.published(31, app, 'b')],
      'ditutup, langkah -, putaran 0, belum-terbit, !digabung-tanpa-persetujuan',
    ],
    [
      'nor can it be signed afterwards',
      [...inReview, ev.merged(30, tamu, 'b'), ev.sign(31, pengolah, 'b'), ev.reopened(32, tamu)],
      'ditutup, langkah -, putaran 0, sudah-digabung, !digabung-tanpa-persetujuan',
    ],
    [
      'nothing moves after a merge',
      [...ready, ev.merged(40, app, 'b'), ev.content(41, penyusun, 'c'), ev.merged(42, app, 'c')],
      'terbit, langkah -, putaran 0, sudah-digabung sudah-digabung',
    ],
  ]);

  test.each(everyOffice)('%s: before every step, and of the wrong bytes at the end', (_, office) => {
    for (const { no } of office.sop.langkah) {
      const events = office.until(no);
      const { langkah, sidik, status } = office.after(events);
      if (langkah !== no || status !== 'berjalan') continue;
      const merged = office.after([...events, ev.merged(later(events), app, sidik!)]);
      expect([merged.status, merged.pelanggaran.map(({ code }) => code)]).toEqual([
        'ditutup',
        ['digabung-tanpa-persetujuan'],
      ]);
    }
  });

  test('is told in words', () => {
    const told = (events: Parameters<typeof positionAfter>[1]) =>
      positionAfter(news, events).pelanggaran.map(({ event, message }) => `${event} ${message}`);
    expect([
      ...told([...ready, ev.merged(40, tamu, 'b')]),
      ...told([...inReview, ev.merged(40, tamu, 'b')]),
    ]).toEqual([
      '4 Isi yang disetujui digabung bukan oleh aplikasi Paraf. Isinya boleh terbit; penggabungannya dilaporkan.',
      '3 Digabung tanpa persetujuan yang lengkap atas isi ini. Tidak diterbitkan; penggabungannya dibatalkan dengan pull request baru.',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Event } from '../events.ts';
import { contextOf, ev, minute, newsRows, people, positionAfter } from '../testing/history.ts';
import { inReview, news, outline, ready, sop, table } from '../testing/news.ts';
import { everyOffice } from '../testing/office.ts';

const { peliput, penyusun, pengolah, tamu, app } = people;

describe('R13: what is not known proves nothing', () => {
  table([
    ['nothing happened', [], 'berjalan, langkah -, putaran 0'],
    [
      'nothing was opened',
      ready.slice(1),
      'berjalan, langkah -, putaran 0, belum-dibuka belum-dibuka belum-dibuka',
    ],
    [
      'opened twice: the first counts',
      [...inReview, ev.opened(25, pengolah, 'x')],
      'berjalan, langkah 3, putaran 0, sudah-dibuka',
    ],
    [
      'a signature of unknown content',
      [...inReview, ev.sign(30, pengolah, null)],
      'berjalan, langkah 3, putaran 0, sidik-tak-terbukti',
    ],
    [
      'a submission of unknown content',
      [...inReview.slice(0, 2), ev.submitted(20, penyusun, null)],
      'berjalan, langkah 2, putaran 0, sidik-tak-terbukti',
    ],
    [
      'an edit by nobody that is known counts as anybody’s',
      [...ready, ev.content(40, 0, 'c')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a merge of unknown content',
      [...ready, { ...ev.merged(40, app, 'b'), sidik: null } as Event],
      'ditutup, langkah -, putaran 0, !digabung-tanpa-persetujuan',
    ],
    [
      'an edit, a dismissal or a return of reviews that nobody has seen',
      [...ready, ev.edited(40, tamu, 'tiada'), ev.dismissed(41, tamu, 'tiada')],
      'siap, langkah -, putaran 0, tidak-dapat-dicabut',
    ],
  ]);

  test('where the app is not known, no merge is the app’s', () => {
    const context = { ...contextOf(sop, newsRows), app: null };
    expect(outline(positionAfter(context, [...ready, ev.merged(40, app, 'b')]))).toBe(
      'terbit, langkah -, putaran 0, !digabung-bukan-aplikasi',
    );
  });

  test.each(everyOffice)(
    '%s: without anybody in office nothing moves, and it says where it is stuck',
    (_, office) => {
      const nobody = contextOf(office.sop, []);
      const position = positionAfter(nobody, office.until('siap'));
      const approvals = office.sop.langkah.filter(({ tindakan }) => tindakan === 'setujui');
      expect([position.status, position.langkah]).toEqual(['berjalan', office.sop.langkah[0]?.no]);
      expect(position.macet.map(({ no }) => no)).toEqual(approvals.map(({ no }) => no));
    },
  );

  test('nothing that is given makes it throw, or is changed by it', () => {
    const odd: Event[] = [
      ev.opened(0, peliput, 'a', { kelengkapan: ['toString', '__proto__'], coAuthors: [peliput, peliput] }),
      ev.sign(1, pengolah, 'a', { id: '__proto__', sebagai: 'constructor', body: '/kembalikan' }),
      ev.dismissed(2, pengolah, '__proto__'),
      ev.content(3, penyusun, '', { opd: '' }),
      ev.published(4, app, 'a'),
      ev.observed(5, tamu),
      ev.reopened(6, tamu),
    ];
    const frozen = odd.map((event) => Object.freeze(structuredClone(event)));
    const position = positionAfter(news, frozen);
    expect(frozen).toEqual(odd);
    expect(outline(position)).toBe(
      'berjalan, langkah 2, putaran 0, tidak-dapat-dicabut belum-terbit belum-terbit',
    );
    expect(position.steps[0]?.mulai).toBe(minute(0));
  });
});

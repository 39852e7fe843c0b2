import { describe, expect, test } from 'vitest';
import { ev, people } from '../testing/history.ts';
import { inReview, ready, table } from '../testing/news.ts';
import { everyOffice, later } from '../testing/office.ts';

const { pengolah, pengolahLain, tamu, app } = people;

describe('R3: a signature is of the content that stood on the branch', () => {
  table([
    [
      'not of what stood there before',
      [...inReview, ev.sign(30, pengolah, 'a')],
      'berjalan, langkah 3, putaran 0, isi-berbeda',
    ],
    [
      'nor of what came after it',
      [...inReview, ev.sign(30, pengolah, 'c'), ev.content(31, tamu, 'c')],
      'berjalan, langkah 3, putaran 0, isi-berbeda',
    ],
    [
      'nor of what nothing proves',
      [...inReview, ev.sign(30, pengolah, null)],
      'berjalan, langkah 3, putaran 0, sidik-tak-terbukti',
    ],
    [
      'a byte changed in an attachment, all papers there: another content',
      [...ready, ev.content(40, tamu, 'b-dengan-foto-lain')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'content that moves away and back revives nothing',
      [...ready, ev.content(40, tamu, 'x'), ev.content(41, tamu, 'b')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a force-push that brings an older content back is another content than the signed one',
      [...ready, ev.content(40, tamu, 'a')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'what came back can be signed anew',
      [...ready, ev.content(40, tamu, 'x'), ev.content(41, tamu, 'b'), ev.sign(42, pengolahLain, 'b')],
      'siap, langkah -, putaran 0',
    ],
  ]);
});

describe('R3: reviews edited afterwards, and repeated ones', () => {
  const signed = [...inReview, ev.sign(30, pengolah, 'b', { id: 'x' })];
  table([
    [
      'edited by its author: it signs nothing',
      [...signed, ev.edited(31, pengolah, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'edited by anybody else: the same',
      [...signed, ev.edited(31, tamu, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a new review signs again',
      [...signed, ev.edited(31, pengolah, 'x'), ev.sign(32, pengolah, 'b')],
      'siap, langkah -, putaran 0',
    ],
    [
      'an edit of one that cleared nothing changes nothing',
      [...signed, ev.sign(31, pengolahLain, 'b', { id: 'y' }), ev.edited(32, pengolahLain, 'y')],
      'siap, langkah -, putaran 0, tidak-ada-yang-menunggu',
    ],
    [
      'of one that was voided already, too',
      [...signed, ev.content(31, tamu, 'c'), ev.edited(32, pengolah, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'an edited return stands',
      [...inReview, ev.giveBack(30, pengolah, 'Salah.', { id: 'x' }), ev.edited(31, pengolah, 'x')],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'an edit after the merge comes too late',
      [...signed, ev.merged(31, app, 'b'), ev.edited(32, pengolah, 'x')],
      'terbit, langkah -, putaran 0',
    ],
    [
      'the same person’s second signature has nothing left to clear',
      [...signed, ev.sign(31, pengolah, 'b')],
      'siap, langkah -, putaran 0, tidak-ada-yang-menunggu',
    ],
  ]);
});

test.each(everyOffice)(
  '%s: what is published is what every setujui signed, and nothing else',
  (_, office) => {
    const events = office.until('siap');
    const { sidik, sidikDisetujui, steps } = office.after(events);
    expect(sidikDisetujui).toBe(sidik);
    for (const step of steps) if (step.tindakan === 'setujui') expect(step.sidik).toBe(sidik);
    const at = later(events);
    const merged = (content: string) => office.after([...events, ev.merged(at, app, content)]);
    expect([merged(sidik!).status, merged('lain').status]).toEqual(['terbit', 'ditutup']);
    const published = (content: string) =>
      office.after([...events, ev.merged(at, app, sidik!), ev.published(at + 1, app, content)]);
    expect(published('lain')).toMatchObject({
      status: 'terbit',
      ditolak: [{ code: 'sidik-terbit-berbeda' }],
    });
  },
);

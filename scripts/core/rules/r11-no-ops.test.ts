import { describe, expect, test } from 'vitest';
import { ev, people } from '../testing/history.ts';
import { inReview, ready, table } from '../testing/news.ts';
import { everyOffice, later } from '../testing/office.ts';

const { peliput, penyusun, pengolah, tamu } = people;

describe('R11: the same bytes change nothing, whatever happened to commit ids', () => {
  test.each(everyOffice)(
    '%s: a rebase, a force-push or a merge of main, by anybody, at any step',
    (_, office) => {
      for (const no of [...office.sop.langkah.map((langkah) => langkah.no), 'siap'] as const) {
        const events = office.until(no);
        const before = office.after(events);
        for (const by of [office.at(1), office.at(office.sop.langkah.at(-1)!.no), tamu * 100]) {
          const again = ev.content(later(events), by, before.sidik!, { kelengkapan: [], coAuthors: [by] });
          expect(office.after([...events, again])).toEqual(before);
        }
      }
    },
  );

  table([
    [
      'not even a signature of the same second',
      [...inReview, ev.content(30, tamu, 'b'), ev.sign(30, pengolah, 'b')],
      'siap, langkah -, putaran 0',
    ],
    [
      'a no-op save does not end a maker step that waits for a version',
      [ev.opened(0, tamu, 'a', { kelengkapan: [] }), ev.content(1, peliput, 'a')],
      'berjalan, langkah 1, putaran 0',
    ],
    [
      'nor a correction',
      [...inReview, ev.giveBack(30, pengolah), ev.content(40, penyusun, 'b')],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'a save while it is closed, of the same bytes, neither',
      [...ready, ev.closed(40, tamu), ev.content(41, tamu, 'b'), ev.reopened(42, tamu)],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'after the merge it is no refusal either',
      [...ready, ev.merged(40, people.app, 'b')],
      'terbit, langkah -, putaran 0',
    ],
  ]);
});

import { describe, expect, test } from 'vitest';
import { kindOfLangkah } from '../sop.ts';
import { ev, people } from '../testing/history.ts';
import { inReview, outline, ready, table } from '../testing/news.ts';
import { everyOffice, later, offices, type Office } from '../testing/office.ts';

const { pengolah, pengolahLain, penyusun, tamu } = people;

/** Where an item stands after an edit by an account while a step is waited for. */
function edited(office: Office, no: number | 'siap', by: number) {
  const events = office.until(no);
  return office.after([...events, ev.content(later(events), by, 'suntingan', office.complete)]);
}

const doneNos = (position: ReturnType<Office['after']>) =>
  position.steps.filter(({ selesai }) => selesai !== null).map(({ no }) => no);

describe('R7: at a maker step an edit is the work itself, whoever makes it, and voids nothing before it', () => {
  const cases: [keyof typeof offices, number, number[]][] = [
    ['konten', 4, [1, 2, 3]],
    ['berita', 2, [1]],
    ['kampanye', 5, [1, 2, 3, 4]],
    ['informasi', 3, [1, 2]],
  ];
  test.each(cases)('%s at step %i', (name, no, before) => {
    const office = offices[name];
    const everybody = [...office.sop.pelaksana.map(({ id }) => office.who(id)), tamu * 100];
    for (const by of everybody) {
      const position = edited(office, no, by);
      expect([position.langkah, doneNos(position)]).toEqual([no, before]);
      expect(position.ditolak).toEqual([]);
    }
  });

  test('in a correction as well, where it waits for its submission', () => {
    const { konten } = offices;
    const waiting = konten.until(8);
    const returned = [...waiting, ev.giveBack(later(waiting), konten.who('kepala-dinas'))];
    const at = later(returned);
    const saved = [
      ...returned,
      ev.content(at, konten.who('tim-pembuat-konten'), 'x', konten.complete),
      ev.content(at + 1, konten.who('pemohon'), 'y', konten.complete),
    ];
    expect(outline(konten.after(saved))).toBe('berjalan, langkah 7, putaran 1');
    expect(doneNos(konten.after(saved))).toEqual([1, 2, 3, 4]);
  });
});

describe('R7: at a reviewer step, its holder edits as part of the step, until a setujui of this review is signed', () => {
  const reviewers = everyOffice.flatMap(([name, office]) =>
    office.sop.langkah
      .filter((langkah) => kindOfLangkah(langkah) === 'reviewer')
      .filter(({ no }) => office.after(office.until(no)).langkah === no)
      .map(({ no }) => [name, no, office] as const),
  );
  /** Where each review begins. */
  const beginning: Record<string, (no: number) => number> = {
    konten: (no) => (no < 4 ? 2 : 5),
    berita: () => 3,
    kampanye: (no) => (no < 5 ? 4 : 6),
    informasi: (no) => (no < 3 ? 2 : 4),
  };
  test.each(reviewers)('%s, step %i', (name, no, office) => {
    const start = beginning[name]!(no);
    const approved = office.sop.langkah.some(
      (langkah) => langkah.tindakan === 'setujui' && langkah.no >= start && langkah.no < no,
    );
    for (const place of [1, 2] as const)
      expect(edited(office, no, office.at(no, place)).langkah).toBe(approved ? start : no);
    // Anybody else sends it back to where this review began; what came before the review stands.
    const others = office.sop.pelaksana
      .map(({ id }) => office.who(id))
      .filter((akun) => akun !== office.at(no));
    for (const by of [...others, tamu * 100]) {
      const position = edited(office, no, by);
      expect(position.langkah, `by ${by}`).toBe(start);
      expect(doneNos(position)).toEqual(
        doneNos(office.after(office.until(no))).filter((done) => done < start),
      );
    }
  });

  test.each(everyOffice)('%s at siap: every edit does, by whomever', (name, office) => {
    const start = beginning[name]!(99);
    for (const { id } of office.sop.pelaksana) {
      const position = edited(office, 'siap', office.who(id));
      expect([position.status, position.langkah, position.sidikDisetujui]).toEqual(['berjalan', start, null]);
    }
  });
});

describe('R7: what such an edit leaves to do', () => {
  table([
    [
      'a holder’s edit, signed by the other',
      [...inReview, ev.content(25, pengolah, 'c'), ev.sign(30, pengolahLain, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'an outsider’s edit is reviewed from the beginning, without a round of correction',
      [...inReview, ev.content(25, tamu, 'c'), ev.sign(30, pengolah, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'the writer’s own edit during the review, too',
      [...ready, ev.content(40, penyusun, 'c'), ev.sign(41, pengolah, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'the old content put back by an outsider is one more edit',
      [...ready, ev.content(40, tamu, 'c'), ev.content(41, tamu, 'b')],
      'berjalan, langkah 3, putaran 0',
    ],
  ]);

  test('the edit of a holder at a later step keeps the signatures of the steps before it in the review', () => {
    const { kampanye } = offices;
    const position = edited(kampanye, 7, kampanye.who('kepala-bidang-pikp'));
    expect([position.langkah, doneNos(position)]).toEqual([7, [1, 2, 3, 4, 5, 6]]);
    // Step 6 was signed on other bytes: who published them answers for them at step 8, on exactly these.
    expect(position.steps[5]?.sidik).not.toBe(position.sidik);
  });
});

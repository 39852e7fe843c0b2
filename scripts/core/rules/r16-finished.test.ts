import { describe, expect, test } from 'vitest';
import { ev, people } from '../testing/history.ts';
import { ready, table } from '../testing/news.ts';
import { later, officeOf, offices, type Office } from '../testing/office.ts';

const { tamu, app } = people;

describe('R16: selesai when nothing is left, terbit until then', () => {
  table([
    ['merged', [...ready, ev.merged(40, app, 'b')], 'terbit, langkah -, putaran 0'],
    [
      'live',
      [...ready, ev.merged(40, app, 'b'), ev.published(41, app, 'b')],
      'selesai, langkah -, putaran 0',
    ],
    [
      'live twice is once',
      [...ready, ev.merged(40, app, 'b'), ev.published(41, app, 'b'), ev.published(42, app, 'b')],
      'selesai, langkah -, putaran 0',
    ],
    [
      'not live before it is merged',
      [...ready, ev.published(41, app, 'b')],
      'siap, langkah -, putaran 0, belum-terbit',
    ],
    [
      'not with other bytes',
      [...ready, ev.merged(40, app, 'b'), ev.published(41, app, 'x')],
      'terbit, langkah -, putaran 0, sidik-terbit-berbeda',
    ],
    [
      'nobody watches what no SOP has watched',
      [...ready, ev.observed(41, tamu)],
      'siap, langkah -, putaran 0, belum-terbit',
    ],
  ]);

  const { kampanye } = offices;
  /** The same SOP, its publication not written as a step of its own. */
  const silent = officeOf({
    ...kampanye.sop,
    langkah: kampanye.sop.langkah.filter(({ tindakan }) => tindakan !== 'terbitkan'),
  });
  const kasi = kampanye.who('kasi-pkp');
  /** The stations of the end: step waited for, and by whom. */
  const stations = (office: Office) => {
    const signed = office.until('siap');
    const { sidik } = office.after(signed);
    const at = later(signed);
    const end = [
      ev.merged(at, app, sidik!),
      ev.observed(at + 1, kasi),
      ev.published(at + 2, app, sidik!),
      ev.observed(at + 3, tamu * 100),
      ev.observed(at + 4, kasi),
      ev.observed(at + 5, kasi),
    ];
    return [0, 1, 2, 3, 4, 5, 6].map((count) => {
      const { status, langkah, menunggu, ditolak } = office.after([...signed, ...end.slice(0, count)]);
      return [status, langkah, menunggu.join(), ditolak.map(({ code }) => code).join()];
    });
  };
  test('SOP 3 is published in its step 10, and watched in step 11', () => {
    expect(stations(kampanye)).toEqual([
      ['siap', 10, '', ''],
      ['terbit', 10, '', ''],
      ['terbit', 10, '', 'belum-terbit'],
      ['terbit', 11, 'kasi-pkp', 'belum-terbit'],
      ['terbit', 11, 'kasi-pkp', 'belum-terbit,peran-lain'],
      ['selesai', null, '', 'belum-terbit,peran-lain'],
      ['selesai', null, '', 'belum-terbit,peran-lain'],
    ]);
  });
  test('an SOP that has it watched, without a step that publishes, waits for nobody before it is live', () => {
    expect(stations(silent)).toEqual([
      ['siap', null, '', ''],
      ['terbit', null, '', ''],
      ['terbit', null, '', 'belum-terbit'],
      ['terbit', 11, 'kasi-pkp', 'belum-terbit'],
      ['terbit', 11, 'kasi-pkp', 'belum-terbit,peran-lain'],
      ['selesai', null, '', 'belum-terbit,peran-lain'],
      ['selesai', null, '', 'belum-terbit,peran-lain'],
    ]);
  });
  test('steps 10 and 11 say who did them, and when', () => {
    const signed = kampanye.until('siap');
    const { sidik } = kampanye.after(signed);
    const at = later(signed);
    const { steps } = kampanye.after([
      ...signed,
      ev.merged(at, app, sidik!),
      ev.published(at + 2, app, sidik!),
      ev.observed(at + 4, kasi),
    ]);
    expect(steps.slice(-2).map(({ no, oleh, peran, atasNama }) => [no, oleh, peran, atasNama])).toEqual([
      [10, app, null, null],
      [11, kasi, 'kasi-pkp', 'KASI PKP'],
    ]);
  });

  /** The same SOP, watched by somebody who took no part; the Kasi checks in step 6 and watches in step 11. */
  const another = officeOf({
    ...kampanye.sop,
    langkah: kampanye.sop.langkah.map((langkah) => ({
      ...langkah,
      orangLain: langkah.tindakan === 'pantau',
    })),
  });
  test('a step for somebody else is refused to who did a step, and done by another holder of the role', () => {
    const signed = another.until('siap');
    const { sidik } = another.after(signed);
    const at = later(signed);
    const [first, second] = [another.who('kasi-pkp'), another.who('kasi-pkp', 2)];
    const live = [...signed, ev.merged(at, app, sidik!), ev.published(at + 2, app, sidik!)];
    const refused = another.after([...live, ev.observed(at + 3, first)]);
    expect([refused.langkah, refused.ditolak.map(({ message }) => message)]).toEqual([
      11,
      [
        'Laporan tayang tidak dihitung untuk langkah 11 (pantau): yang ikut mengerjakan butir ini tidak dapat meninjaunya kembali. Minta KASI PKP yang lain.',
      ],
    ]);
    const { status, steps } = another.after([
      ...live,
      ev.observed(at + 3, first),
      ev.observed(at + 4, second),
    ]);
    expect([status, steps.at(-1)?.oleh]).toEqual(['selesai', second]);
  });
  test('who only edited the words took part as well', () => {
    const signed = another.until(6);
    const editor = another.who('kasi-pkp', 2);
    const edited = [...signed, ev.content(later(signed), editor, 'e', another.complete)];
    const rest = (history: typeof edited): typeof edited => {
      const { langkah, status, sidik } = another.after(history);
      if (status !== 'berjalan' || langkah === null) return history;
      return rest([...history, ev.sign(later(history), another.at(langkah), sidik!, { id: `x${langkah}` })]);
    };
    const done = rest(edited);
    const at = later(done);
    const { sidik } = another.after(done);
    const live = [...done, ev.merged(at, app, sidik!), ev.published(at + 1, app, sidik!)];
    const { ditolak } = another.after([...live, ev.observed(at + 2, editor)]);
    expect(ditolak.map(({ code }) => code)).toEqual(['ikut-serta']);
  });
});

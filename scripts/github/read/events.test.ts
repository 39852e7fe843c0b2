import { describe, expect, it } from 'vitest';
import {
  at,
  bot,
  comment,
  commit,
  events,
  factsOf,
  labeled,
  move,
  review,
  sidik,
  user,
  version,
} from '../testing/history.ts';
import type { Facts } from './facts.ts';

/** Sidik of the only review, as the record of the branch proves it. */
const signed = (facts: Facts) => {
  const found = events(facts).filter((event) => event.kind === 'reviewed');
  expect(found).toHaveLength(1);
  return found[0]!.sidik;
};

describe('opening', () => {
  it('takes the version that stood when the pull request was opened, and who worked on it before', () => {
    const facts = factsOf({
      activity: [
        move(0, user(3), null, 'a1'),
        move(0, user(4), 'a1', 'b1', 30),
        move(5, user(5), 'b1', 'c1'),
      ],
      versions: new Map([
        [commit('a1'), version('a1', { commits: [{ oid: commit('a1'), accounts: [3, 8], unknown: [] }] })],
        [commit('b1'), version('b1')],
        [commit('c1'), version('c1', { commits: [{ oid: commit('c1'), accounts: [6], unknown: ['X'] }] })],
      ]),
    });
    expect(events(facts)).toEqual([
      { kind: 'opened', at: at(1), by: 3, sidik: sidik('b'), kelengkapan: [], coAuthors: [8, 4] },
      { kind: 'content', at: at(5), by: 5, sidik: sidik('c'), kelengkapan: [], coAuthors: [6] },
    ]);
  });

  const dependabot = { id: 49699333, login: 'dependabot[bot]', type: 'Bot' };
  it.each<[string, Partial<Facts>, number, number[]]>([
    ['whoever opened it', {}, 3, []],
    ['the app opened it: who pushed its content last before', { author: bot }, 3, []],
    [
      'so for any bot, and the others before are contributors',
      {
        author: dependabot,
        activity: [
          move(0, user(4), null, 'a1'),
          move(0, user(5), 'a1', 'b1', 9),
          move(0, bot, 'b1', 'a2', 20),
        ],
      },
      5,
      [4, bot.id],
    ],
    ['only bots were there: the bot', { author: bot, activity: [move(0, bot, null, 'a1')] }, bot.id, []],
    ['whose account is gone: who pushed', { author: null }, 3, []],
    ['nobody is known at all', { author: null, activity: [move(0, null, null, 'a1')] }, 0, []],
  ])('is by %s', (_, more, by, coAuthors) => {
    expect(events(factsOf(more))[0]).toMatchObject({ kind: 'opened', by, coAuthors });
  });

  it('is an issue where the record does not reach back to it', () => {
    expect(() => events(factsOf({ activity: [] }))).toThrow(
      'Catatan cabang cms/berita/2026/11/kerja-bakti tidak memuat keadaan saat #7 dibuka, sehingga tidak ada yang dapat dibuktikan. Buat cabang dan pull request baru.',
    );
  });
});

describe('which content a signature is of', () => {
  const cases: [string, Partial<Facts>, string | null][] = [
    ['the head at its time', { reviews: [review(5, 9, 'APPROVED', 'a1')] }, sidik('a')],
    [
      'what stood then, not what came later',
      {
        activity: [move(0, user(3), null, 'a1'), move(9, user(3), 'a1', 'b1')],
        reviews: [review(5, 9, 'APPROVED', 'a1')],
      },
      sidik('a'),
    ],
    [
      'nothing, if GitHub re-pointed its commit to a later head of other content',
      {
        activity: [move(0, user(3), null, 'a1'), move(9, user(3), 'a1', 'b1')],
        reviews: [review(5, 9, 'APPROVED', 'b1')],
      },
      null,
    ],
    [
      'the content, if its commit was re-pointed to a rebase of the same bytes',
      {
        activity: [move(0, user(3), null, 'a1'), move(9, user(3), 'a1', 'a2')],
        reviews: [review(5, 9, 'APPROVED', 'a2')],
      },
      sidik('a'),
    ],
    [
      'nothing, if it names an older commit than stood there',
      {
        activity: [move(0, user(3), null, 'a1'), move(4, user(3), 'a1', 'b1')],
        reviews: [review(5, 9, 'APPROVED', 'a1')],
      },
      null,
    ],
    [
      'the old content again, where a force-push had brought it back by then',
      {
        activity: [move(0, user(3), null, 'a1'), move(3, user(3), 'a1', 'b1'), move(4, user(3), 'b1', 'a1')],
        reviews: [review(5, 9, 'APPROVED', 'a1')],
      },
      sidik('a'),
    ],
    [
      'nothing, in the second of a push',
      {
        activity: [move(0, user(3), null, 'a1'), move(5, user(3), 'a1', 'b1')],
        reviews: [review(5, 9, 'APPROVED', 'b1')],
      },
      null,
    ],
    [
      'nothing, where the record has a gap before it',
      {
        activity: [move(0, user(3), null, 'a1'), move(8, user(3), 'b1', 'c1')],
        reviews: [review(5, 9, 'APPROVED', 'a1')],
      },
      null,
    ],
    [
      'the content, where a gap was closed by then',
      {
        activity: [move(0, user(3), null, 'a1'), move(3, user(3), 'b1', 'c1')],
        reviews: [review(5, 9, 'APPROVED', 'c1')],
      },
      sidik('c'),
    ],
    [
      'nothing, where the head is not what the record ends with',
      {
        head: { ref: 'x', oid: commit('b1') },
        reviews: [review(5, 9, 'APPROVED', 'b1')],
      },
      null,
    ],
    [
      'nothing, while the record’s clock had gone back',
      {
        activity: [move(0, user(3), null, 'a1'), move(8, user(3), 'a1', 'b1'), move(4, user(3), 'b1', 'a2')],
        reviews: [review(5, 9, 'APPROVED', 'a1')],
      },
      null,
    ],
    [
      'what the chain of the record ends with, once its clock has caught up',
      {
        activity: [move(0, user(3), null, 'a1'), move(8, user(3), 'a1', 'b1'), move(4, user(3), 'b1', 'c1')],
        reviews: [review(9, 9, 'APPROVED', 'c1')],
      },
      sidik('c'),
    ],
    [
      'nothing, where Meja showed other content',
      { reviews: [review(5, 9, 'APPROVED', 'a1', { body: `Baik.\n\nSidik: ${sidik('b')}` })] },
      null,
    ],
    [
      'the content that Meja showed, whatever became of its commit',
      { reviews: [review(5, 9, 'APPROVED', 'b1', { body: `Sidik: ${sidik('a')}` })] },
      sidik('a'),
    ],
  ];
  it.each(cases)('%s', (_, more, expected) => {
    expect(signed(factsOf(more))).toBe(expected);
  });
});

describe('what moved', () => {
  it('fills a gap in the record with a version by nobody', () => {
    const facts = factsOf({
      activity: [move(0, user(3), null, 'a1'), move(8, user(4), 'b1', 'a2')],
    });
    expect(events(facts).slice(1)).toEqual([
      { kind: 'content', at: at(8), by: 0, sidik: sidik('b'), kelengkapan: [], coAuthors: [] },
      { kind: 'content', at: at(8), by: 4, sidik: sidik('a'), kelengkapan: [], coAuthors: [] },
    ]);
  });

  it('holds a version that deletes the folder for empty', () => {
    const facts = factsOf({
      activity: [move(0, user(3), null, 'a1'), move(8, user(4), 'a1', 'b1')],
      versions: new Map([
        [commit('a1'), version('a1')],
        [commit('b1'), version('b1', { sidik: null })],
      ]),
    });
    expect(events(facts)[1]).toMatchObject({ sidik: '4b825dc642cb6eb9a060e54bf8d69288fbee4904' });
  });
});

describe('submissions', () => {
  const kinds = (facts: Facts) =>
    events(facts)
      .slice(1)
      .map((event) => `${event.kind} ${event.by} ${'sidik' in event ? String(event.sidik) : ''}`);

  it('counts the label set by a person, each time that it was set', () => {
    expect(kinds(factsOf({ happenings: [labeled(4, user(3)), labeled(8, user(5))] }))).toEqual([
      `submitted 3 ${sidik('a')}`,
      `submitted 5 ${sidik('a')}`,
    ]);
  });

  it('counts neither the label set by the app nor any other label', () => {
    const happenings = [
      labeled(4, bot),
      labeled(5, user(3), 'decap-cms/pending_publish'),
      labeled(6, user(3), 'decap-cms/draft'),
    ];
    expect(kinds(factsOf({ happenings }))).toEqual([]);
  });

  it('takes a version pushed in the same second as submitted', () => {
    const facts = factsOf({
      activity: [move(0, user(3), null, 'a1'), move(4, user(3), 'a1', 'b1')],
      happenings: [labeled(4, user(3))],
    });
    expect(kinds(facts)).toEqual([`content 3 ${sidik('b')}`, `submitted 3 ${sidik('b')}`]);
  });

  it('is a comment review /ajukan too, of what stood then', () => {
    const facts = factsOf({ reviews: [review(4, 3, 'COMMENTED', 'a1', { body: '/ajukan\r\n' })] });
    expect(events(facts)[1]).toMatchObject({
      kind: 'reviewed',
      verdict: 'comment',
      body: '/ajukan',
      sidik: sidik('a'),
    });
  });
});

describe('what a review says', () => {
  const said = (
    more: Partial<Facts['reviews'][number]>,
    state: Facts['reviews'][number]['state'] = 'COMMENTED',
  ) => {
    const [, event] = events(factsOf({ reviews: [review(4, 9, state, 'a1', more)] }));
    if (event?.kind !== 'reviewed') throw new Error('no review');
    return `${event.verdict}${event.sebagai === undefined ? '' : ` sebagai ${event.sebagai}`}: ${event.body}`;
  };
  it.each([
    ['APPROVED signs', {}, 'APPROVED', 'sign: '],
    ['/paraf signs', { body: '/paraf' }, 'COMMENTED', 'sign: /paraf'],
    ['/paraf with more on its line does not', { body: '/paraf ya' }, 'COMMENTED', 'comment: /paraf ya'],
    [
      'in which role may be said',
      { body: `/paraf\nSebagai: kepala-dinas\nSidik: ${sidik('a')}` },
      'COMMENTED',
      'sign sebagai kepala-dinas: /paraf',
    ],
    ['CHANGES_REQUESTED returns', { body: 'Salah angka.' }, 'CHANGES_REQUESTED', 'return: Salah angka.'],
    [
      '/kembalikan returns',
      { body: '/kembalikan Salah angka.' },
      'COMMENTED',
      'return: /kembalikan Salah angka.',
    ],
    [
      'an approval that begins with /kembalikan returns',
      { body: '/kembalikan x' },
      'APPROVED',
      'return: /kembalikan x',
    ],
    ['anything else is a remark', { body: 'Bagus.\n/paraf' }, 'COMMENTED', 'comment: Bagus.\n/paraf'],
  ] as const)('%s', (_, more, state, expected) => {
    expect(said(more, state)).toBe(expected);
  });

  it('keeps what a dismissed review was, until its dismissal', () => {
    const facts = factsOf({
      reviews: [review(4, 9, 'DISMISSED', 'a1', { id: '55' })],
      happenings: [{ kind: 'dismissed', at: at(6), by: user(8), review: '55', before: 'APPROVED' }],
    });
    expect(events(facts).slice(1)).toMatchObject([
      { kind: 'reviewed', id: '55', verdict: 'sign' },
      { kind: 'dismissed', at: at(6), by: 8, review: '55' },
    ]);
  });

  it('tells that it was edited, and keeps what was first sent', () => {
    const edited = { at: at(9), by: user(9) };
    const facts = factsOf({
      reviews: [
        review(4, 9, 'COMMENTED', 'a1', { id: '56', body: 'Baik.', firstBody: '/kembalikan Salah.', edited }),
      ],
    });
    expect(events(facts).slice(1)).toMatchObject([
      { kind: 'reviewed', id: '56', verdict: 'return', body: '/kembalikan Salah.' },
      { kind: 'edited', at: at(9), by: 9, review: '56' },
    ]);
  });

  it.each(['/paraf', '/ajukan'])('signs and submits nothing by a word %s edited in', (body) => {
    const edited = { at: at(9), by: user(9) };
    const facts = factsOf({
      reviews: [review(4, 9, 'COMMENTED', 'a1', { body, firstBody: null, edited })],
    });
    expect(events(facts)[1]).toMatchObject({ verdict: 'comment' });
  });

  it('is nothing from an app', () => {
    expect(events(factsOf({ reviews: [review(4, 1, 'APPROVED', 'a1', { by: bot })] }))).toHaveLength(1);
  });
});

describe('the end', () => {
  const url = '/berita/2026/11/kerja-bakti/';
  it('takes the merged content, and what the app said is live', () => {
    const facts = factsOf({
      state: 'MERGED',
      mergedAt: at(20),
      mergeCommit: commit('a2'),
      happenings: [
        { kind: 'merged', at: at(20), by: bot },
        { kind: 'closed', at: at(20), by: bot },
      ],
      comments: [
        comment(21, bot, `<!-- paraf:terbit sidik=${sidik('a')} url=${url} -->\nSudah tayang.`),
        comment(22, user(9), `<!-- paraf:terbit sidik=${sidik('b')} url=/lain/ -->`),
        comment(23, bot, `<!-- paraf:terbit sidik=${sidik('b')} url=/lain/ -->`, true),
        comment(30, user(9), '/tayang\nKanal: Radio\nWaktu: pagi\nFrekuensi: 2 kali\nKetepatan: tepat'),
        comment(31, user(9), '/tayang\nKanal: Radio'),
        comment(32, user(9), '/tayang\nKanal: Radio\nWaktu: pagi\nFrekuensi: 2\nKetepatan: ya', true),
      ],
    });
    expect(events(facts).slice(1)).toEqual([
      { kind: 'merged', at: at(20), by: bot.id, sidik: sidik('a') },
      { kind: 'published', at: at(21), by: bot.id, sidik: sidik('a'), url },
      { kind: 'observed', at: at(30), by: 9, kanal: 'Radio', frekuensi: '2 kali', ketepatan: 'tepat' },
    ]);
  });

  it('keeps a closing that was no merge', () => {
    const happenings = [
      { kind: 'closed', at: at(4), by: user(3) },
      { kind: 'reopened', at: at(6), by: bot },
    ] as const;
    expect(events(factsOf({ happenings })).slice(1)).toEqual([
      { kind: 'closed', at: at(4), by: 3 },
      { kind: 'reopened', at: at(6), by: bot.id },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Event } from '../../../../scripts/core/events.ts';
import { reduce } from '../../../../scripts/core/reduce.ts';
import { ev, people } from '../../../../scripts/core/testing/history.ts';
import { inReview, news, ready } from '../../../../scripts/core/testing/news.ts';
import { actsOf } from './acts.ts';

const { peliput, penyusun, pengolah, pengolahLain, tamu } = people;
const now = '2026-11-03T08:00:00+07:00';

/** What a person may do, in one line. */
function outline(events: readonly Event[], akun: number): string {
  const acts = actsOf(reduce(news, events), akun, now);
  const { paraf } = acts;
  return [
    paraf === null
      ? ''
      : `paraf ${paraf.langkah.map(({ no }) => no).join('+')} sebagai ${paraf.sebagai.map(({ peran }) => peran).join('/')}, lalu ${paraf.isReady ? 'siap' : (paraf.sesudahnya?.no ?? '-')}`,
    acts.kembalikan ? 'kembalikan' : '',
    acts.ajukan ?? '',
    acts.tayang ? 'tayang' : '',
    acts.isi === null ? '' : `isi ${acts.isi.tindakan}`,
  ]
    .filter(Boolean)
    .join('; ');
}

describe('what a person may do', () => {
  it.each([
    [
      'a corrector in turn clears both steps at once',
      inReview,
      pengolah,
      'paraf 3+4 sebagai tim-pengolah-informasi, lalu siap; kembalikan; isi periksa',
    ],
    ['the writer in the review', inReview, penyusun, ''],
    ['a guest', inReview, tamu, ''],
    ['who signed may still return it', ready, pengolah, 'kembalikan'],
    [
      'the writer with a draft',
      [ev.opened(0, peliput, 'a'), ev.content(10, penyusun, 'b')],
      penyusun,
      'ajukan; isi susun',
    ],
    [
      'a corrector who edited checks, and cannot approve',
      [...inReview, ev.content(25, pengolah, 'c')],
      pengolah,
      'paraf 3 sebagai tim-pengolah-informasi, lalu 4; kembalikan; isi periksa',
    ],
    [
      'the writer can confirm what the corrector edited',
      [...inReview, ev.content(25, pengolah, 'c')],
      penyusun,
      'tegaskan',
    ],
    ['a closed item', [...inReview, ev.closed(30, penyusun)], pengolahLain, ''],
  ])('%s', (_, events, akun, expected) => {
    expect(outline(events, akun)).toBe(expected);
  });
});

it('says why a paraf goes no further', () => {
  const edited = reduce(news, [...inReview, ev.content(25, pengolah, 'c')]);
  expect(actsOf(edited, pengolah, now).paraf?.terhenti).toBe(
    'Paraf dihitung untuk langkah 3 (periksa), tetapi belum untuk langkah 4 (setujui): yang ikut membuat isi tidak boleh menyetujuinya. Minta Tim Pengolah Informasi yang lain, atau minta pembuatnya menegaskan isi ini dengan /ajukan.',
  );
});

it('says why it cannot be submitted', () => {
  const empty = reduce(news, [ev.opened(0, penyusun, 'a', { kelengkapan: [] })]);
  expect(actsOf(empty, penyusun, now).tanpaAjukan).toContain('memerlukan Dokumentasi, Data Informasi');
});

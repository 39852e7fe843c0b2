import { describe, expect, it } from 'vitest';
import { rosterOf } from './peran.ts';
import { planSistem, sistemPosition, type SistemPull, type SistemReview } from './sistem.ts';
import { minute, row } from './testing/history.ts';

const roster = rosterOf([
  row(1, 'pengelola-sistem'),
  row(2, 'pengelola-sistem'),
  row(3, 'tim-pengolah-informasi'),
]);

let ids = 0;
const review = (
  at: number,
  by: number,
  verdict: SistemReview['verdict'],
  more: Partial<SistemReview> = {},
) => ({
  id: String((ids += 1)),
  at: minute(at),
  by,
  verdict,
  isCurrent: true,
  isDismissed: false,
  ...more,
});

const pullOf = (reviews: readonly SistemReview[], more: Partial<SistemPull> = {}): SistemPull => ({
  number: 5,
  state: 'OPEN',
  head: { ref: 'ubah-alur', oid: 'e'.repeat(40) },
  hasBranch: true,
  author: 1,
  contributors: [1],
  reviews,
  mergedAt: null,
  mergeResult: 'sama',
  isRecorded: false,
  logins: new Map([
    [1, 'satu'],
    [2, 'dua'],
  ]),
  findings: [],
  warnings: [],
  older: [],
  ...more,
});

const judged = (reviews: readonly SistemReview[], more: Partial<SistemPull> = {}) => {
  const pull = pullOf(reviews, more);
  const position = sistemPosition(pull, roster, minute(60));
  return { position, actions: planSistem(position, pull) };
};

describe('a change of the system', () => {
  it.each<[string, readonly SistemReview[], Partial<SistemPull>, string]>([
    ['waits for another code owner', [], {}, 'menunggu'],
    ['is ready with the approval of one', [review(1, 2, 'sign')], {}, 'siap'],
    ['is not, by who opened it', [review(1, 1, 'sign')], {}, 'menunggu'],
    ['is not, by who pushed to it', [review(1, 2, 'sign')], { contributors: [1, 2] }, 'menunggu'],
    ['is not, by somebody without the role', [review(1, 3, 'sign')], {}, 'menunggu'],
    ['is not, by an approval of other bytes', [review(1, 2, 'sign', { isCurrent: false })], {}, 'menunggu'],
    ['is not, by a dismissed approval', [review(1, 2, 'sign', { isDismissed: true })], {}, 'menunggu'],
    [
      'is not, once the same person returns it',
      [review(1, 2, 'sign'), review(2, 2, 'return')],
      {},
      'dikembalikan',
    ],
    ['is again, once the same person approves', [review(1, 2, 'return'), review(2, 2, 'sign')], {}, 'siap'],
    [
      'is not, while another code owner has returned it',
      [review(1, 2, 'sign'), review(2, 1, 'return')],
      {},
      'dikembalikan',
    ],
    [
      'is not, while another has returned it, even if somebody dismissed that',
      [review(1, 2, 'sign'), review(2, 1, 'return', { isDismissed: true })],
      {},
      'dikembalikan',
    ],
    ['is not undone by a remark', [review(1, 2, 'sign'), review(2, 2, 'comment')], {}, 'siap'],
    ['was merged as approved', [review(1, 2, 'sign')], { state: 'MERGED', mergedAt: minute(2) }, 'digabung'],
    [
      'is a violation, if the approval came after the merge',
      [review(3, 2, 'sign')],
      { state: 'MERGED', mergedAt: minute(2) },
      'pelanggaran',
    ],
    ['is closed', [review(1, 2, 'sign')], { state: 'CLOSED' }, 'ditutup'],
  ])('%s', (_, reviews, more, expected) => {
    const { position, actions } = judged(reviews, more);
    expect(position.status).toBe(expected);
    const check = actions.find((action) => action.kind === 'check');
    const isGood = expected === 'siap' || expected === 'digabung';
    expect(check?.kind === 'check' && check.conclusion === 'success').toBe(isGood);
    expect(actions.some(({ kind }) => kind === 'merge')).toBe(expected === 'siap');
  });

  it('is brought up to date where main has another system meanwhile', () => {
    const { actions } = judged([review(1, 2, 'sign')], { mergeResult: 'berbeda' });
    expect(actions.map(({ kind }) => kind)).toEqual(['check', 'comment', 'updateBranch']);
  });

  it('is never merged while its settings have a fault, whoever approves it', () => {
    const fault = {
      code: 'x',
      file: 'content/pelaksana.yml',
      line: 3,
      field: '0.peran',
      message: 'Peran ini tidak ada.',
    };
    const pull = pullOf([review(1, 2, 'sign')], { findings: [fault] });
    const [check, comment, ...rest] = planSistem(sistemPosition(pull, roster, minute(10)), pull);
    expect(check).toMatchObject({
      title: 'Perubahan sistem: 1 hal dalam pengaturan perlu dibetulkan',
      conclusion: 'failure',
    });
    expect(comment).toMatchObject({
      body: expect.stringContaining('content/pelaksana.yml:3 0.peran: Peran ini tidak ada.') as string,
    });
    expect(rest.map(({ kind }) => kind)).not.toContain('merge');
  });

  it('tells who approved, who could, and why an approval did not count', () => {
    const { actions } = judged([review(1, 1, 'sign')]);
    const comment = actions.find((action) => action.kind === 'comment');
    expect(comment?.kind === 'comment' ? comment.body : '').toBe(
      `**Perubahan sistem: menunggu persetujuan pengelola sistem**

Pull request ini tidak menyentuh butir mana pun: ia mengubah program, pengaturan, atau halaman. Ia perlu persetujuan seorang pengelola sistem yang tidak membuat dan tidak mengubahnya, atas isi yang sekarang.

- Disetujui oleh: belum ada
- Dikembalikan oleh: belum ada
- Dapat menyetujui: \`dua\`

### Tercatat, tetapi tidak dihitung

- Sen 02/11/2026 08.01 WIB, \`satu\`: Persetujuan ini tidak dihitung: yang membuat atau mengubahnya tidak boleh menyetujuinya sendiri. Minta pengelola sistem yang lain.`,
    );
  });
});

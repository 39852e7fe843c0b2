import { describe, expect, it } from 'vitest';
import { at, commit, move, user } from '../testing/history.ts';
import { branchOf, ownActivity, readActivity } from './activity.ts';
import type { Client } from './client.ts';

describe('the part of a branch’s record that is a pull request’s own', () => {
  const first = [move(0, user(1), null, 'a1'), move(9, user(1), 'a1', null)];
  const second = [move(20, user(2), null, 'b1'), move(25, user(2), 'b1', 'c1')];

  it('leaves out an earlier use of the name', () => {
    expect(ownActivity([...first, ...second], at(21), null)).toEqual(second);
  });

  it('leaves out a later use of the name', () => {
    expect(ownActivity([...first, ...second], at(1), at(8))).toEqual(first.slice(0, 1));
  });

  it('keeps a branch that was deleted and made again while the pull request was closed, once it is open', () => {
    expect(ownActivity([...first, ...second], at(1), null)).toEqual([...first, ...second]);
  });
});

describe('what stood on a branch', () => {
  it('is nothing while it is deleted', () => {
    const branch = branchOf(
      [move(0, user(1), null, 'a1'), move(5, user(1), 'a1', null), move(9, user(1), null, 'b1')],
      commit('b1'),
    );
    expect([at(3), at(6), at(9)].map((time) => branch.commitAt(time))).toEqual([
      commit('a1'),
      null,
      commit('b1'),
    ]);
  });

  it('is nothing proven after the last move, where the record does not end at the head', () => {
    const branch = branchOf([move(0, user(1), null, 'a1'), move(5, user(1), 'a1', 'a2')], commit('b1'));
    expect([at(3), at(5), at(9)].map((time) => branch.commitAt(time))).toEqual([commit('a1'), null, null]);
    expect(branch.moves.at(-1)).toEqual({ at: at(5), by: null, before: commit('a2'), after: commit('b1') });
  });

  it('is not proven from the start, where the record does not begin with the creation', () => {
    const branch = branchOf([move(5, user(1), 'a1', 'b1')], commit('b1'));
    expect([at(3), at(5)].map((time) => branch.commitAt(time))).toEqual([null, commit('b1')]);
    expect(branch.moves.map(({ by, after }) => [by?.id, after])).toEqual([
      [undefined, commit('a1')],
      [1, commit('b1')],
    ]);
  });
});

describe('reading the record', () => {
  const entry = (minutes: number, after: string) => ({
    before: commit('a1'),
    after: commit(after),
    ref: 'refs/heads/x',
    timestamp: at(minutes),
    actor: { id: 1, login: 'satu', type: 'User' },
  });
  const paged = (pages: unknown[]): Client => ({
    graphql: () => Promise.reject(new Error('not asked')),
    request: (_, { cursor }) => {
      const page = Number(cursor ?? 0);
      const link =
        page + 1 < pages.length ? `<https://x/activity?cursor=${page + 1}>; rel="next"` : undefined;
      return Promise.resolve({ status: 200, data: pages[page], headers: { link } });
    },
  });

  it('follows every page and turns it oldest first', async () => {
    const client = paged([[entry(9, 'c1')], [entry(5, 'b1')]]);
    const read = await readActivity(client, { owner: 'o', repo: 'r' }, 'x');
    expect(read.ok && read.value.map(({ at: time }) => time)).toEqual([at(5), at(9)]);
  });

  it('is an issue where it cannot be read', async () => {
    const read = await readActivity(paged([[{ before: 1 }]]), { owner: 'o', repo: 'r' }, 'x');
    expect(read).toEqual({
      ok: false,
      issues: [
        {
          code: 'catatan-cabang',
          file: 'GitHub',
          message: 'Catatan gerak cabang dari GitHub tidak terbaca.',
        },
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { planRestoration, undoneBy, type RestoringPull } from './restore.ts';

const head = { ref: 'pulihkan/12', oid: 'f'.repeat(40) };
const pull: RestoringPull = {
  number: 14,
  state: 'OPEN',
  head,
  hasBranch: true,
  folder: 'content/berita/2026/11/kerja-bakti',
  singular: 'Berita',
  wanted: 'a'.repeat(40),
};

describe('planRestoration', () => {
  it('merges without a paraf, by its head, and names what was undone', () => {
    const effect = `Folder \`${pull.folder}\` dikembalikan ke isi terakhir yang disetujui menurut buku catatan, sidik \`${'a'.repeat(40)}\`.`;
    const summary = `**Pemulihan: siap digabung, tanpa isi baru**\n\n${effect}`;
    expect(planRestoration(pull)).toEqual([
      {
        kind: 'check',
        head: head.oid,
        title: 'Pemulihan: siap digabung, tanpa isi baru',
        summary,
        conclusion: 'success',
      },
      { kind: 'comment', body: summary },
      {
        kind: 'merge',
        head: head.oid,
        title: 'Pulihkan berita kerja-bakti (#14)',
        message: `Butir: ${pull.folder}
Dipulihkan-Ke: ${'a'.repeat(40)}
Membatalkan: #12
Pull-Request: 14`,
      },
    ]);
  });

  it('gives its branch back once merged', () => {
    const kinds = (more: Partial<RestoringPull>) =>
      planRestoration({ ...pull, ...more }).map(({ kind }) => kind);
    expect(kinds({ state: 'MERGED' })).toEqual(['check', 'comment', 'deleteBranch']);
    expect(kinds({ state: 'MERGED', hasBranch: false })).toEqual(['check', 'comment']);
  });
});

it.each([
  ['pulihkan/12', 12],
  ['pulihkan/', null],
  ['pulihkan/0', null],
  ['pulihkan/12/x', null],
  ['pulihkan/1.5', null],
  ['cms/berita/2026/11/pulihkan/12', null],
])('the branch %s undoes %s', (ref, number) => {
  expect(undoneBy(ref)).toBe(number);
});

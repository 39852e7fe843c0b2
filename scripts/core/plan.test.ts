import { describe, expect, it } from 'vitest';
import type { Event } from './events.ts';
import { planFailure, planItem, type Action, type ItemPull } from './plan.ts';
import { positionOf } from './report.ts';
import { reduce } from './reduce.ts';
import { isSubmitted } from './state.ts';
import { contextOf, ev, minute, newsRows, people, sopFromContent } from './testing/history.ts';

const sop = sopFromContent('penyebarluasan-informasi');
const { peliput, penyusun, pengolah, pengolahLain, tamu, app } = people;

/** The plan after a history, minutes in which are events. */
function plan(events: readonly Event[], more: Partial<ItemPull> = {}): Action[] {
  const state = reduce(contextOf(sop, newsRows), events);
  const position = positionOf(state, minute(60));
  return planItem(position, {
    sop,
    events,
    logins: new Map([
      [peliput, 'peliput'],
      [penyusun, 'penyusun'],
      [pengolah, 'pengolah'],
      [tamu, 'tamu'],
    ]),
    findings: [],
    unknownAuthors: [],
    mergeResult: null,
    number: 12,
    state: 'OPEN',
    head: { ref: 'cms/berita/2026/11/kerja-bakti', oid: 'f'.repeat(40) },
    hasBranch: true,
    closedAt: null,
    folder: 'content/berita/2026/11/kerja-bakti',
    singular: 'Berita',
    isSubmitted: isSubmitted(state),
    isRecorded: false,
    undo: null,
    ...more,
  });
}

const opened = ev.opened(0, penyusun, 'a');
const submitted = [opened, ev.submitted(1, penyusun, 'a')];
const approved = [...submitted, ev.sign(2, pengolah, 'a', { id: '41' })];
const merged = [...approved, ev.merged(3, app, 'a')];

/** Kinds, and what of each matters at a glance. */
const brief = (actions: readonly Action[]) =>
  actions.map((action) => {
    switch (action.kind) {
      case 'check':
        return `check ${action.conclusion ?? 'berjalan'}: ${action.title}`;
      case 'label':
        return action.label;
      case 'report':
        return `report ${action.report.key}`;
      case 'restore':
        return `restore ${action.restoration.ref}`;
      default:
        return action.kind;
    }
  });

const undo = (isDone: boolean) => ({ wanted: null, merged: 'b'.repeat(40), isDone });
const unapproved =
  'check failure: Pelanggaran: Digabung tanpa persetujuan yang lengkap atas isi ini. Tidak diterbitkan; penggabungannya dibatalkan dengan pull request baru.';

describe('planItem', () => {
  it.each<[string, Action[], string[]]>([
    [
      'a draft waits for its maker',
      plan([ev.opened(0, penyusun, 'a', { kelengkapan: [] })]),
      [
        'check berjalan: Langkah 1 dari 4: menunggu Pengumpul Data/Tim Peliputan atau Penyusun Bahan Informasi',
        'comment',
        'decap-cms/draft',
      ],
    ],
    [
      'a submitted one waits for its reviewer',
      plan(submitted),
      [
        'check berjalan: Langkah 3 dari 4: menunggu Tim Pengolah Informasi',
        'comment',
        'decap-cms/pending_review',
      ],
    ],
    [
      'a returned one waits for its maker again',
      plan([...submitted, ev.giveBack(2, pengolah)]),
      ['check berjalan: Langkah 2 dari 4: menunggu Penyusun Bahan Informasi', 'comment', 'decap-cms/draft'],
    ],
    [
      'faults of the content are counted in the title',
      plan([opened], { findings: [{ code: 'x', file: 'index.md', message: 'Judul kosong.' }] }),
      [
        'check berjalan: Langkah 2 dari 4: menunggu Penyusun Bahan Informasi (1 hal perlu dibetulkan)',
        'comment',
        'decap-cms/draft',
      ],
    ],
    [
      'an approved one is merged, if the result is what was signed',
      plan(approved, { mergeResult: 'sama' }),
      [
        'check success: Siap terbit: semua langkah sudah diparaf',
        'comment',
        'decap-cms/pending_publish',
        'merge',
      ],
    ],
    [
      'an approved one whose folder changed on main is brought up to date first',
      plan(approved, { mergeResult: 'berbeda' }),
      [
        'check berjalan: Perlu diperbarui: isi butir ini di main sudah berubah',
        'comment',
        'decap-cms/pending_publish',
        'updateBranch',
      ],
    ],
    [
      'an approved one of which the result is not known waits',
      plan(approved),
      [
        'check berjalan: Semua langkah diparaf, hasil gabungan belum dapat diperiksa',
        'comment',
        'decap-cms/pending_publish',
      ],
    ],
    [
      'an approved one with faults fails',
      plan(approved, {
        mergeResult: 'sama',
        findings: [{ code: 'x', file: 'index.md', message: 'Tautan.' }],
      }),
      [
        'check failure: Semua langkah diparaf, tetapi 1 hal perlu dibetulkan',
        'comment',
        'decap-cms/pending_publish',
      ],
    ],
    [
      'a merged one keeps its branch until the ledger has it',
      plan(merged, { state: 'MERGED' }),
      ['check success: Sudah digabung, menunggu tayang', 'comment', 'decap-cms/pending_publish'],
    ],
    [
      'a recorded one gives its branch back',
      plan(merged, { state: 'MERGED', isRecorded: true }),
      [
        'check success: Sudah digabung, menunggu tayang',
        'comment',
        'decap-cms/pending_publish',
        'deleteBranch',
      ],
    ],
    [
      'a published one is finished',
      plan([...merged, ev.published(4, app, 'a')], { state: 'MERGED', isRecorded: true, hasBranch: false }),
      ['check success: Selesai: sudah tayang', 'comment', 'decap-cms/pending_publish'],
    ],
    [
      'a merge that was not ordered is reported, and is no success',
      plan([...submitted, ev.merged(3, tamu, 'a')], { state: 'MERGED', undo: undo(false) }),
      [unapproved, 'comment', 'report pelanggaran-12-digabung-tanpa-persetujuan', 'restore pulihkan/12'],
    ],
    [
      'it keeps its branch until it is undone, then gives it back',
      plan([...submitted, ev.merged(3, tamu, 'a')], { state: 'MERGED', undo: undo(true) }),
      [unapproved, 'comment', 'report pelanggaran-12-digabung-tanpa-persetujuan', 'deleteBranch'],
    ],
    [
      'a merge of the signed content by somebody else is reported, and nothing is undone',
      plan([...approved, ev.merged(3, tamu, 'a')], { state: 'MERGED', isRecorded: true }),
      [
        'check failure: Pelanggaran: Isi yang disetujui digabung bukan oleh aplikasi Paraf. Isinya boleh terbit; penggabungannya dilaporkan.',
        'comment',
        'decap-cms/pending_publish',
        'report pelanggaran-12-digabung-bukan-aplikasi',
        'deleteBranch',
      ],
    ],
    [
      'a submitted one that was closed is opened again',
      plan([...submitted, ev.closed(3, penyusun)], { state: 'CLOSED', closedAt: minute(3) }),
      ['check failure: Ditutup: tidak ada yang menunggu', 'comment', 'reopen'],
    ],
    [
      'a returned one may stay closed',
      plan([...submitted, ev.giveBack(2, pengolah), ev.closed(3, penyusun)], { state: 'CLOSED' }),
      ['check failure: Ditutup: tidak ada yang menunggu', 'comment'],
    ],
    [
      'a draft may stay closed',
      plan([opened, ev.closed(3, penyusun)], { state: 'CLOSED' }),
      ['check failure: Ditutup: tidak ada yang menunggu', 'comment'],
    ],
  ])('%s', (_, actions, expected) => {
    expect(brief(actions)).toEqual(expected);
  });

  it('says MACET in the title where nobody may approve', () => {
    const events = [
      ev.opened(0, penyusun, 'a'),
      ev.content(1, pengolah, 'b'),
      ev.content(2, pengolahLain, 'c'),
      ev.submitted(3, penyusun, 'c'),
      ev.content(4, pengolah, 'd'),
      ev.content(5, pengolahLain, 'e'),
      ev.sign(6, pengolah, 'e'),
    ];
    expect(brief(plan(events))[0]).toBe(
      'check berjalan: Langkah 4 dari 4: MACET, tidak ada yang boleh memaraf sebagai Tim Pengolah Informasi',
    );
  });

  it('merges with every sign-off in the message', () => {
    const merge = plan(approved, { mergeResult: 'sama' }).find((action) => action.kind === 'merge');
    expect(merge).toEqual({
      kind: 'merge',
      head: 'f'.repeat(40),
      title: 'Terbitkan berita kerja-bakti (#12)',
      message: `Butir: content/berita/2026/11/kerja-bakti
SOP: penyebarluasan-informasi versi-penyebarluasan-informasi
Sidik: a
Paraf: 1 liput penyusun-bahan-informasi 2 2026-11-02T01:00:00Z -
Paraf: 2 susun penyusun-bahan-informasi 2 2026-11-02T01:01:00Z -
Paraf: 3 periksa tim-pengolah-informasi 4 2026-11-02T01:02:00Z 41
Paraf: 4 setujui tim-pengolah-informasi 4 2026-11-02T01:02:00Z 41
Pull-Request: 12`,
    });
  });

  it('tells everything in the comment, and lets no text of others do anything', () => {
    const events = [
      ...submitted,
      ev.sign(2, tamu, 'a'),
      ev.giveBack(3, pengolah, '@kepala-dinas | lihat\n| <b>angka</b> | https://jahat.example'),
    ];
    const comment = plan(events, {
      findings: [{ code: 'x', file: 'index.md', line: 3, field: 'judul', message: 'Judul kosong.' }],
      unknownAuthors: ['Si `Anu` @semua'],
    }).find((action) => action.kind === 'comment');
    expect(comment?.kind === 'comment' ? comment.body : '').toBe(
      `**Langkah 2 dari 4: menunggu Penyusun Bahan Informasi (1 hal perlu dibetulkan)**

SOP PENYEBARLUASAN INFORMASI, versi \`versi-peny\`. Putaran koreksi: 1.

| No | Langkah | Pelaksana | Keadaan |
| --- | --- | --- | --- |
| 1 | liput: Menerima bahan liputan dari Tim Peliputan/Pengumpul Informasi | Pengumpul Data/Tim Peliputan atau Penyusun Bahan Informasi | selesai Sen 02/11/2026 08.00 WIB, Penyusun Bahan Informasi (\`penyusun\`) |
| 2 | susun: Mengolah informasi menjadi berita | Penyusun Bahan Informasi | **ditunggu** |
| 3 | periksa: Sebelum disebarluaskan berita tersebut dikoreksi oleh Tim Pengolah Informasi | Tim Pengolah Informasi | belum |
| 4 | setujui: Siap untuk disebarluaskan | Tim Pengolah Informasi | belum |

### Yang ditunggu

- Penyusun Bahan Informasi: isi yang kurang di Decap dan simpan. Bila sudah lengkap, ajukan: ubah statusnya menjadi “Diajukan” di Decap, atau tekan Ajukan di Meja.

### Perlu dibetulkan

- index.md:3 judul: Judul kosong.

### Dikembalikan

- Sen 02/11/2026 08.03 WIB, \`pengolah\`: @\u200bkepala-dinas \\| lihat \\| \\<b\\>angka\\</b\\> \\| https:\u200b//jahat.example

### Tercatat, tetapi tidak dihitung

- Sen 02/11/2026 08.02 WIB, \`tamu\`: Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.

### Penulis tanpa akun

- Commit menyebut Si \\\`Anu\\\` @\u200bsemua, yang tidak punya akun di sini. Pastikan mereka bukan yang akan menyetujui.`,
    );
  });

  it('never says success before every reviewer has signed', () => {
    const histories = [
      [opened],
      submitted,
      [...submitted, ev.giveBack(2, pengolah)],
      [...submitted, ev.sign(2, tamu, 'a')],
    ];
    for (const events of histories)
      for (const mergeResult of ['sama', 'berbeda', null] as const)
        expect(plan(events, { mergeResult }).filter(({ kind }) => kind === 'merge')).toEqual([]);
    for (const events of histories)
      expect(brief(plan(events, { mergeResult: 'sama' }))[0]).toMatch(/^check berjalan: /);
  });
});

describe('planFailure', () => {
  it('fails, and says why', () => {
    const message = 'Mengubah 2 butir sekaligus.';
    expect(planFailure('abc', `Ditolak: ${message}`, [{ code: 'dua-butir', file: '#12', message }])).toEqual([
      {
        kind: 'check',
        head: 'abc',
        title: 'Ditolak: Mengubah 2 butir sekaligus.',
        conclusion: 'failure',
        summary: '**Ditolak: Mengubah 2 butir sekaligus.**\n\n- \\#\u200b12: Mengubah 2 butir sekaligus.',
      },
      {
        kind: 'comment',
        body: '**Ditolak: Mengubah 2 butir sekaligus.**\n\n- \\#\u200b12: Mengubah 2 butir sekaligus.',
      },
    ]);
  });
});

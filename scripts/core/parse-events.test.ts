import { expect, test } from 'vitest';
import { formatIssue } from './issue.ts';
import { parseEvents } from './parse-events.ts';

test('reads one event a line, with the defaults of what may be left out', () => {
  const text = '{"kind":"opened","at":"2026-11-02T08:00:00+07:00","by":1,"sidik":"a"}\n\n';
  expect(parseEvents(text, 'riwayat.jsonl')).toEqual({
    ok: true,
    value: {
      events: [
        {
          kind: 'opened',
          at: '2026-11-02T08:00:00+07:00',
          by: 1,
          sidik: 'a',
          kelengkapan: [],
          coAuthors: [],
        },
      ],
      lines: [1],
    },
  });
});

test('tells every fault at once, with line and field', () => {
  const text = [
    '{"kind":"disetujui","at":"2026-11-02T08:00:00+07:00","by":1}',
    '{"kind":"submitted","at":"2026-11-02 08:00","by":"peliput","sidik":"a"}',
    '{"kind":"merged",',
    '[]',
    '{"kind":"merged","at":"2026-11-02T08:00:00Z","by":1}',
  ].join('\n');
  const result = parseEvents(text, 'riwayat.jsonl');
  expect(result.ok ? [] : result.issues.map(formatIssue)).toEqual([
    'riwayat.jsonl:1 kind: "kind" harus salah satu dari: opened, content, submitted, reviewed, edited, dismissed, closed, reopened, merged, published, observed.',
    'riwayat.jsonl:2 at: "at" harus waktu ISO 8601 dengan zona, misalnya "2026-11-02T08:00:00+07:00".',
    'riwayat.jsonl:2 by: "by" harus nomor akun, misalnya 1003, tetapi isinya "peliput". Perbaiki.',
    'riwayat.jsonl:3: Baris ini bukan JSON yang utuh. Satu baris berisi satu peristiwa.',
    'riwayat.jsonl:4 kind: Setiap baris harus satu objek JSON berisi "kind", "at", dan "by".',
    'riwayat.jsonl:5 sidik: "sidik" belum ada. Tambahkan.',
  ]);
});

test('takes numbers where some clients write them as text, and text where others write numbers', () => {
  const text = [
    '\uFEFF',
    '{"kind":"edited","at":"2026-11-02T08:00:00+07:00","by":"1003","review":4711}',
    '{"kind":"observed","at":"2026-11-02T08:00:00+07:00","by":1,"kanal":"Radio","frekuensi":2,"ketepatan":true}',
  ].join('\r\n');
  expect(parseEvents(text, 'riwayat.jsonl')).toEqual({
    ok: true,
    value: {
      events: [
        { kind: 'edited', at: '2026-11-02T08:00:00+07:00', by: 1003, review: '4711' },
        {
          kind: 'observed',
          at: '2026-11-02T08:00:00+07:00',
          by: 1,
          kanal: 'Radio',
          frekuensi: '2',
          ketepatan: 'true',
        },
      ],
      lines: [2, 3],
    },
  });
});

test.each([
  [
    'an account that is none',
    '"by":null',
    '"by" harus nomor akun, misalnya 1003, tetapi isinya null. Perbaiki.',
  ],
  [
    'an account with a point',
    '"by":1.5',
    '"by" harus nomor akun, misalnya 1003, tetapi isinya 1.5. Perbaiki.',
  ],
  ['a negative account', '"by":-1', '"by" harus nomor akun, misalnya 1003, tetapi isinya -1. Perbaiki.'],
  ['a list for an account', '"by":[5]', '"by" harus nomor akun, misalnya 1003, tetapi isinya [5]. Perbaiki.'],
  ['no account', '"x":1', '"by" belum ada. Tambahkan.'],
])('refuses %s', (_, by, message) => {
  const text = `{"kind":"edited","at":"2026-11-02T08:00:00+07:00","review":"r1",${by}}`;
  const result = parseEvents(text, 'x');
  expect(result.ok ? [] : result.issues.map((issue) => issue.message)).toEqual([message]);
});

test('refuses an edit or a dismissal that names no review', () => {
  const text = ['edited', 'dismissed']
    .map((kind) => `{"kind":"${kind}","at":"2026-11-02T08:00:00+07:00","by":1}`)
    .join('\n');
  const result = parseEvents(text, 'x');
  expect(result.ok ? [] : result.issues.map(formatIssue)).toEqual([
    'x:1 review: "review" belum ada. Tambahkan.',
    'x:2 review: "review" belum ada. Tambahkan.',
  ]);
});

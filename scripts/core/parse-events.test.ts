import { expect, test } from 'vitest';
import { formatIssue } from './issue.ts';
import { parseEvents } from './parse-events.ts';

test('reads one event a line, with the defaults of what may be left out', () => {
  const text = '{"kind":"opened","at":"2026-11-02T08:00:00+07:00","by":1,"sidik":"a"}\n\n';
  expect(parseEvents(text, 'riwayat.jsonl')).toEqual({
    ok: true,
    value: [
      { kind: 'opened', at: '2026-11-02T08:00:00+07:00', by: 1, sidik: 'a', kelengkapan: [], coAuthors: [] },
    ],
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
    'riwayat.jsonl:2 by: "by" bernilai "peliput", yang tidak diterima di sini. Perbaiki.',
    'riwayat.jsonl:3: Baris ini bukan JSON yang utuh. Satu baris berisi satu peristiwa.',
    'riwayat.jsonl:4 kind: Setiap baris harus satu objek JSON berisi "kind", "at", dan "by".',
    'riwayat.jsonl:5 sidik: "sidik" belum ada. Tambahkan.',
  ]);
});

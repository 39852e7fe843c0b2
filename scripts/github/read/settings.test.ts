import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatIssue } from '../../core/issue.ts';
import { kalenderOf } from './settings.ts';

const path = 'content/kalender.yml';
const text = readFileSync(path, 'utf8');
const issuesOf = (files: Parameters<typeof kalenderOf>[0]) => {
  const result = kalenderOf(files);
  return result.ok ? [] : result.issues.map(formatIssue);
};

it('reads the calendar of a commit once', () => {
  const first = kalenderOf([{ path, oid: 'k1', text }]);
  expect(first.ok).toBe(true);
  expect(kalenderOf([{ path, oid: 'k1', text: 'never read' }])).toBe(first);
});

it('says what is wrong with a calendar that gives no deadlines', () => {
  expect(issuesOf([])).toEqual([
    'content/kalender.yml: Berkas ini tidak ada, sehingga tenggat tidak dapat dihitung. Buat lagi dengan jam kerja dan hari liburnya.',
  ]);
  expect(issuesOf([{ path, oid: 'k2', text: text.replace('2026-01-16', '2025-01-16') }])).toEqual([
    'content/kalender.yml:30 tahun.2026.libur.1.tanggal: Tanggal 2025-01-16 tertulis di bawah tahun 2026. Pindahkan ke tahunnya, atau betulkan tanggalnya.',
  ]);
});

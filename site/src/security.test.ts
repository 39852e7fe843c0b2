import { expect, it } from 'vitest';
import { securityText } from './security.ts';

it('tells whom to write to, until the first of a month about half a year ahead', () => {
  expect(
    securityText(
      '2026-11-20',
      'mailto:redaksi@portal.example',
      'https://portal.example/.well-known/security.txt',
    ),
  ).toBe(
    'Contact: mailto:redaksi@portal.example\n' +
      'Expires: 2027-05-31T17:00:00Z\n' +
      'Preferred-Languages: id, en\n' +
      'Canonical: https://portal.example/.well-known/security.txt\n',
  );
});

it('is the same on every day of a month', () => {
  const on = (day: string) => securityText(day, 'https://portal.example/kontak/', 'https://portal.example/x');
  expect(on('2026-11-01')).toBe(on('2026-11-30'));
  expect(on('2026-11-30')).not.toBe(on('2026-12-01'));
});

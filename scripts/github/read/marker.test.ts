import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signatureLines, signedBody } from './marker.ts';

const sidik = 'a'.repeat(40);

it.each([
  ['a paraf alone', { text: '', sidik }, `Sidik: ${sidik}`],
  [
    'a paraf in a role, on a pull request of one’s own',
    { text: '/paraf', sidik, sebagai: 'kepala-dinas' },
    `/paraf\n\nSidik: ${sidik}\nSebagai: kepala-dinas`,
  ],
  [
    'a reason that speaks of another content',
    { text: `Kembali ke\nSidik: ${'b'.repeat(40)}`, sidik },
    `Kembali ke\n Sidik: ${'b'.repeat(40)}\n\nSidik: ${sidik}`,
  ],
])('writes %s', (_, signed, body) => {
  expect(signedBody(signed)).toBe(body);
});

it('what is written is read back: the content on the screen, never one that the words name', () => {
  const lines = fc.constantFrom(
    `Sidik: ${'b'.repeat(40)}`,
    'Sebagai: tamu',
    '/kembalikan',
    'Perbaiki',
    '',
    '\r',
  );
  fc.assert(
    fc.property(
      fc.array(lines).map((all) => all.join('\n')),
      fc.boolean(),
      (text, inRole) => {
        const read = signatureLines(
          signedBody({ text, sidik, ...(inRole ? { sebagai: 'kepala-dinas' } : {}) }),
        );
        expect([read.sidik, read.sebagai]).toEqual([sidik, inRole ? 'kepala-dinas' : null]);
      },
    ),
  );
});

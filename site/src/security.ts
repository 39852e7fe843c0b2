/**
 * Contents of `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness. It must say until when it holds,
 * less than a year: the first of a month, half a year ahead, so that it changes with a month and not with each day.
 *
 * @param asOf the day that the portal speaks of
 */
export function securityText(asOf: string, contact: string, canonical: string): string {
  const [year = 0, month = 0] = asOf.split('-').map(Number);
  // Midnight of Asia/Pontianak.
  const expires = new Date(Date.UTC(year, month - 1 + 7, 1) - 7 * 3_600_000).toISOString();
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.replace('.000Z', 'Z')}`,
    'Preferred-Languages: id, en',
    `Canonical: ${canonical}`,
    '',
  ].join('\n');
}

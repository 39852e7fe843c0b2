/** Whether a text is a time with a zone, such as `2026-11-02T12:00:00+07:00`. */
export function isMoment(text: unknown): text is string {
  return typeof text === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** What is wrong with a text that is none. */
export function badMoment(text: unknown): string {
  return `Waktu ${JSON.stringify(text ?? null)} tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.`;
}

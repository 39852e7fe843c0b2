/** Words that a person reads in a minute, aloud in the head, of plain Indonesian. */
const pace = 200;

/** How many minutes a text takes to read, at least one. */
export function readingMinutes(text: string): number {
  const words = text.match(/\S+/g)?.length ?? 0;
  return Math.max(1, Math.round(words / pace));
}

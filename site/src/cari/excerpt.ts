/** A piece of an excerpt: plain words, or words that were looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/**
 * The pieces of an excerpt as the engine gives it: HTML with `<mark>` around what was found and `<`, `>` of the text
 * written as references. It is read as text here, so that nothing of an item ever becomes HTML on this page.
 */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^<mark>(.*)<\/mark>$/s.exec(part);
      return { text: plain(found?.[1] ?? part), isFound: found !== null };
    });
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

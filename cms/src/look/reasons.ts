import { alasanFrom } from '../../../scripts/github/read/alasan.ts';

/** One thing that a return asks for. */
export interface Reason {
  /** First words, or all, of the paragraph that it is about; null where it is about the whole. */
  readonly quote: string | null;
  readonly text: string;
}

/**
 * What a return asks for, the general part first: tied to a paragraph as Meja writes it, or as a person does on GitHub,
 * who quotes with `> …` and answers below.
 */
export function reasonsOf(body: string): Reason[] {
  const { umum, paragraf } = alasanFrom(body);
  return [
    ...quotesIn(umum),
    ...paragraf.map(({ nomor, awal, alasan }) => ({ quote: `Paragraf ${nomor}: ${awal}`, text: alasan })),
  ];
}

function quotesIn(text: string): Reason[] {
  const found: { quote: string[]; text: string[] }[] = [{ quote: [], text: [] }];
  for (const line of text.split('\n')) {
    const quoted = /^ {0,3}> ?(.*)$/.exec(line)?.[1];
    const last = found.at(-1)!;
    if (quoted === undefined) last.text.push(line);
    else if (last.text.some((one) => one.trim() !== '') || found.length === 1)
      found.push({ quote: [quoted], text: [] });
    else last.quote.push(quoted);
  }
  return found
    .map(({ quote, text: lines }) => ({
      quote: quote.length === 0 ? null : quote.join(' ').trim(),
      text: lines.join('\n').trim(),
    }))
    .filter((reason) => reason.text !== '' || reason.quote !== null);
}

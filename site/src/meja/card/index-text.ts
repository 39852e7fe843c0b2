import { Document, parseDocument } from 'yaml';

/** A value of front matter. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Texts are quoted, so that no reader of any YAML takes a day or a “ya” for something else. */
const written = { defaultKeyType: 'PLAIN', defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 } as const;

/** `index.md` of a new item. */
export function newIndex(data: { readonly [key: string]: Value }, body: string): string {
  return together(new Document(data, { version: '1.2', schema: 'core' }).toString(written), body);
}

/**
 * `index.md` with some fields set anew. Other fields stay byte for byte where they are, so that a reviewer sees only what
 * was changed.
 *
 * @param body absent: the text stays as it is
 */
export function changedIndex(text: string, data: { readonly [key: string]: Value }, body?: string): string {
  const lf = text.replaceAll('\r\n', '\n');
  const [, front = '', rest = ''] = /^---\n([\s\S]*?\n)?---(?:\n([\s\S]*))?$/.exec(lf) ?? [];
  const doc = parseDocument(front, { version: '1.2', schema: 'core', keepSourceTokens: true });
  const fresh = new Map(Object.entries(data));
  const kept = front === '' ? [] : sections(front);
  const lines = kept.map(({ key, source }) => {
    const value = fresh.get(key);
    if (value === undefined || !fresh.delete(key)) return source;
    // The same value keeps the spelling that it had.
    return isSame(doc.toJS() as Record<string, Value>, key, value) ? source : section(key, value);
  });
  const added = [...fresh].map(([key, value]) => section(key, value));
  return together([...lines, ...added].join(''), body ?? rest);
}

function section(key: string, value: Value): string {
  return new Document({ [key]: value }, { version: '1.2', schema: 'core' }).toString(written);
}

function isSame(old: Record<string, Value>, key: string, value: Value): boolean {
  return JSON.stringify(old[key]) === JSON.stringify(value);
}

/** Front matter by its keys of the first level, each with its lines as they stand. */
function sections(front: string): { key: string; source: string }[] {
  const found: { key: string; source: string }[] = [];
  for (const line of front.split(/(?<=\n)/)) {
    const key = /^(?:"([^"\\]+)"|'([^']+)'|([^\s#"'-][^:]*)):(?:\s|$)/.exec(line);
    const last = found.at(-1);
    if (key !== null) found.push({ key: key[1] ?? key[2] ?? key[3] ?? '', source: line });
    else if (last !== undefined) last.source += line;
    else found.push({ key: '', source: line });
  }
  return found;
}

function together(front: string, body: string): string {
  return `---\n${front}---\n${body === '' || body.startsWith('\n') ? body : `\n${body}`}`;
}

import { wordDiff, type Run } from './word-diff.ts';
import { shownFields } from './fields.ts';
import type { Field, Office } from '../office.ts';

/** An item's content at one time. */
export interface Content {
  readonly data: unknown;
  readonly body: string;
}

/** A field or the text, as it changed. */
export interface Change {
  readonly label: string;
  readonly runs: readonly Run[];
}

/** What differs between two versions of an item, word by word: first its fields by their labels, then its text. */
export function changesOf(
  before: Content,
  after: Content,
  fields: readonly Field[],
  office: Pick<Office, 'opd'>,
): Change[] {
  const old = new Map(shownFields(fields, before.data, office).map((one) => [one.path, one]));
  const now = new Map(shownFields(fields, after.data, office).map((one) => [one.path, one]));
  const changed = [...new Set([...now.keys(), ...old.keys()])].flatMap((path) => {
    const from = old.get(path)?.text ?? '';
    const to = now.get(path)?.text ?? '';
    const labels = (now.get(path) ?? old.get(path))?.labels ?? [];
    return from === to ? [] : [{ label: labels.join(' · '), runs: wordDiff(from, to) }];
  });
  const text = before.body === after.body ? [] : [{ label: 'Isi', runs: wordDiff(before.body, after.body) }];
  return [...changed, ...text];
}

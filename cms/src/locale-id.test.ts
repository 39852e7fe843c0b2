import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { localeId } from './locale-id.ts';

/** Paths of all strings: `auth.login` → its text. */
function stringsOf(phrases: object, path = ''): [string, string][] {
  return Object.entries(phrases).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : stringsOf(value as object, `${path}${key}.`),
  );
}

/** Decap's own English, out of the very bundle we serve: a new version with new strings must fail here. */
function english(): Map<string, string> {
  const file = createRequire(import.meta.url).resolve('decap-cms-locales/src/en/index.js');
  const source = readFileSync(file, 'utf8').replace('export default en;', 'return en;');
  return new Map(stringsOf((new Function(source) as () => object)()));
}

const theirs = english();
const ours = new Map(stringsOf(localeId));

test('every string that Decap can show is there, and none that it does not know', () => {
  expect([...ours.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
  expect(theirs.size).toBe(248);
});

test('every placeholder of ours is one that Decap fills in', () => {
  const names = (text: string) => new Set(text.match(/%\{\w+\}/g));
  const strange = [...ours].filter(([key, text]) =>
    [...names(text)].some((name) => !names(theirs.get(key) ?? '').has(name)),
  );
  expect(strange).toEqual([]);
});

test('no plural forms: Indonesian has one', () => {
  expect([...ours.values()].filter((text) => text.includes('||||'))).toEqual([]);
});

test('nothing is left in English but names and words that are the same', () => {
  const same = [...ours].filter(([key, text]) => theirs.get(key) === text).map(([key]) => key);
  expect(same).toEqual([
    'app.header.media',
    'editor.editorToolbar.status',
    'editor.editorWidgets.markdown.markdown',
    'ui.toast.onFailToAuth',
    'workflow.workflowCard.lastChangeNoAuthor',
  ]);
});

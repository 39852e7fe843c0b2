import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kalenderMessages } from '../core/kalender-messages.ts';
import { readCheckout } from './checkout.ts';
import { checkSettings, parseSetting } from './settings.ts';

const root = join(import.meta.dirname, '../..');
const handbook = readFileSync(join(root, 'content/halaman/panduan/pegangan-ti.md'), 'utf8');
const examples = [...handbook.matchAll(/```yaml\n([^]*?)```/g)].map(([, block]) => block ?? '');
const [person, plh, year] = examples as [string, string, string];

/** Everything that is wrong with the settings once a file is changed as somebody would by hand. */
function wrongWith(path: string, change: (text: string) => string): string[] {
  const changed = parseSetting(path, 'x', change(readFileSync(join(root, path), 'utf8')));
  if (!changed.ok) return changed.issues.map(({ message }) => message);
  const others = readCheckout(root).parsed.filter(({ file }) => file !== path);
  return checkSettings([...others, changed.value], []).map(({ message }) => message);
}

const pelaksana = 'content/pelaksana.yml';
const added = (rows: string) => wrongWith(pelaksana, (text) => `${text}\n${rows}`);
const indented = year.replace(/^/gm, '  ').trimEnd();

describe('the handbook’s examples', () => {
  it.each([
    ['a new person', () => added(person)],
    ['a Plh for a week', () => added(plh)],
    [
      'holidays of a new year',
      () => wrongWith('content/kalender.yml', (text) => `${text.trimEnd()}\n${indented}\n`),
    ],
  ])('%s is accepted as it stands', (_, wrong) => {
    expect(wrong()).toEqual([]);
  });
});

describe('what goes wrong by hand is told with the way out', () => {
  it.each<[string, () => string[], string[]]>([
    [
      'a role that no SOP has',
      () => added(person.replace('tim-pengolah-informasi', 'tim-pengolah')),
      [
        expect.stringMatching(
          /^Peran “tim-pengolah” tidak ada dalam SOP mana pun\. Pakai salah satu dari .*tim-pengolah-informasi/,
        ) as string,
      ],
    ],
    [
      'a login in the place of an account’s number',
      () => added(person.replace('12345678', 'namanya')),
      [
        'Akun: harus nomor akun GitHub (“id” di https://api.github.com/users/namanya), bukan namanya; isinya “namanya”. Betulkan.',
      ],
    ],
    [
      'a second person in a seat of one',
      () => added(plh.replace('jenis: plh', 'jenis: definitif')),
      [
        expect.stringMatching(
          /^Kepala Dinas dijabat satu orang, tetapi akun 23456789 dan akun \d+ \(baris \d+\) sama-sama definitif sejak 8 Maret 2027\. Isi "selesai" pada yang lama, atau ubah jenis salah satunya menjadi plt atau plh\.$/,
        ) as string,
      ],
    ],
    [
      'a week that ends before it begins',
      () => added(plh.replace('"2027-03-12"', '"2027-03-02"')),
      ['Masa tugas selesai (2027-03-02) sebelum mulai (2027-03-08). Betulkan salah satunya.'],
    ],
    [
      'a day of another year among the holidays',
      () =>
        wrongWith(
          'content/kalender.yml',
          (text) => `${text.trimEnd()}\n${indented.replace('tanggal: 2027-01-01', 'tanggal: 2028-01-01')}\n`,
        ),
      [kalenderMessages['kalender-tanggal-tahun-lain']('2028-01-01', '2027')],
    ],
  ])('%s', (_, wrong, expected) => {
    expect(wrong()).toEqual(expected);
  });
});

it('words that the handbook explains are words that the program says', () => {
  const [, refused = ''] = /## Bila penerbitan ditolak\n([^]*?)\n## /.exec(handbook) ?? [];
  const phrases = [...refused.matchAll(/“([^”]+)”/g)].flatMap(([, quoted = '']) =>
    quoted
      .replace(/\s+/g, ' ')
      .split('…')
      .map((part) => part.replace(/^[ ,]+|[ ,]+$/g, '')),
  );
  expect(phrases.length).toBeGreaterThan(8);
  const sources = ['scripts/publish', 'scripts/core'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  expect(phrases.filter((phrase) => !sources.some((source) => source.includes(phrase)))).toEqual([]);
});

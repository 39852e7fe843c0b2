import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../core/testing/processor-time.ts';
import { formatIssue } from '../core/issue.ts';
import { parseDocument, parseYaml } from './front-matter.ts';
import { limits } from './yaml.ts';

const file = 'content/berita/2026/11/contoh/index.md';

function problems(text: string): string[] {
  const result = parseDocument(file, 'oid', text);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${formatIssue(issue)}`);
}

function read(text: string) {
  const result = parseDocument(file, 'oid', text);
  if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));
  return result.value;
}

describe('parseDocument', () => {
  it('reads data, body and the line of each value', () => {
    const parsed = read(
      '---\njudul: Kerja bakti\nfoto:\n  - berkas: a.png\n    alt: Warga\n---\nIsi *naskah*.\n',
    );
    expect(parsed.data).toEqual({ judul: 'Kerja bakti', foto: [{ berkas: 'a.png', alt: 'Warga' }] });
    expect(parsed.body).toBe('Isi *naskah*.\n');
    expect(parsed.oid).toBe('oid');
    expect(parsed.lineOf(['judul'])).toBe(2);
    expect(parsed.lineOf(['foto', 0, 'alt'])).toBe(5);
    expect(parsed.lineOf(['foto', 0, 'kredit'])).toBe(4);
    expect(parsed.lineOf(['foto', 7])).toBe(3);
    expect(parsed.lineOf(['tidak', 'ada'])).toBe(2);
  });

  it('keeps a horizontal rule of the body in the body', () => {
    expect(read('---\na: 1\n---\nsatu\n\n---\n\ndua\n').body).toBe('satu\n\n---\n\ndua\n');
  });

  it('reads line ends of Windows as those of every other system', () => {
    const windows = read('---\r\njudul: Kerja bakti\r\n---\r\nsatu\r\ndua\r\n');
    const unix = read('---\njudul: Kerja bakti\n---\nsatu\ndua\n');
    expect({ data: windows.data, body: windows.body }).toEqual({ data: unix.data, body: unix.body });
    expect(windows.lineOf(['judul'])).toBe(2);
  });

  it('needs nothing that only Node has', () => {
    const { Buffer } = globalThis;
    Reflect.deleteProperty(globalThis, 'Buffer');
    try {
      expect(read('---\na: 1\n---\nx').data).toEqual({ a: 1 });
    } finally {
      globalThis.Buffer = Buffer;
    }
  });

  it('takes a key named after the prototype as data', () => {
    const { data } = read('---\n__proto__: { contoh: true }\n---\n');
    expect(Object.keys(data as object)).toEqual(['__proto__']);
    expect(({} as { contoh?: boolean }).contoh).toBeUndefined();
  });

  const at = (line: number) => `${file}:${line}: `;
  it.each([
    [
      'no opening fence',
      'judul: x\n',
      [
        `isian-tanpa-pembuka ${at(1)}Baris pertama harus tepat “---”, pembuka bagian isian. Tambahkan baris “---” paling atas dan satu lagi sesudah isian.`,
      ],
    ],
    [
      'an empty file',
      '',
      [
        `isian-tanpa-pembuka ${at(1)}Baris pertama harus tepat “---”, pembuka bagian isian. Tambahkan baris “---” paling atas dan satu lagi sesudah isian.`,
      ],
    ],
    [
      'no closing fence',
      '---\njudul: x\n',
      [
        `isian-tanpa-penutup ${at(3)}Bagian isian tidak ditutup. Tambahkan baris yang isinya tepat “---” sesudah isian terakhir.`,
      ],
    ],
    [
      'a closing fence with more on it',
      '---\njudul: x\n--- \n',
      [
        `isian-penutup-salah ${at(3)}Baris “--- ” diawali “---” tetapi bukan penutup isian. Jadikan tepat “---”, tanpa tanda lain.`,
      ],
    ],
    [
      'front matter that is a program',
      '---js\n{ judul: process.exit(1) }\n---\n',
      [
        `isian-bahasa-lain ${at(1)}Bagian isian memakai bahasa “js”, padahal hanya YAML yang diterima; isian berupa program tidak pernah dijalankan. Ganti baris ini menjadi “---” dan tulis isian sebagai YAML.`,
      ],
    ],
    [
      'front matter in JSON',
      '--- json\n{}\n---\n',
      [
        `isian-bahasa-lain ${at(1)}Bagian isian memakai bahasa “json”, padahal hanya YAML yang diterima; isian berupa program tidak pernah dijalankan. Ganti baris ini menjadi “---” dan tulis isian sebagai YAML.`,
      ],
    ],
    [
      'a byte order mark',
      '\uFEFF---\na: 1\n---\n',
      [
        `berkas-bom ${at(1)}Berkas diawali tanda BOM yang tidak terlihat, sehingga bagian isian tidak dikenali. Simpan ulang sebagai “UTF-8” tanpa BOM.`,
      ],
    ],
    [
      'text that is not UTF-8',
      '---\na: 1\n---\nsatu\nrus\uFFFDk\n',
      [
        `berkas-bukan-utf8 ${at(5)}Berkas memuat huruf yang rusak atau tanda kendali; ia bukan teks UTF-8 yang utuh. Simpan ulang sebagai UTF-8 lalu betulkan huruf di baris ini.`,
      ],
    ],
    [
      'a list in place of fields',
      '---\n- satu\n---\n',
      [
        `isian-bukan-pasangan ${at(2)}Bagian isian harus berupa pasangan “nama: nilai”, tetapi isinya sebuah daftar. Tulis satu isian per baris, misalnya “judul: Warga gelar kerja bakti”.`,
      ],
    ],
    [
      'a quotation without end',
      '---\njudul: "Kerja bakti\nopd: x\ntempat: y\n---\n',
      [
        `yaml-missing-char ${at(4)}Ada tanda yang kurang di baris ini atau di atasnya: kutip penutup, kurung penutup, koma, atau titik dua. Lengkapi tandanya.`,
      ],
    ],
    [
      'a field given twice, a tag and an alias to nothing',
      '---\njudul: satu\njudul: dua\nopd: !rahasia x\ntempat: *kota\n---\n',
      [
        `yaml-isian-ganda ${at(3)}Isian “judul” tertulis dua kali. Hapus salah satunya supaya jelas mana yang berlaku.`,
        `yaml-tag-resolve-failed ${at(4)}Tanda jenis (diawali “!”) tidak diterima. Hapus tandanya, atau apit nilainya dengan tanda kutip.`,
        `yaml-bad-alias ${at(5)}Rujukan “*nama” menunjuk sesuatu yang tidak ada. Nilai yang diawali “*” atau “&” harus diapit tanda kutip.`,
      ],
    ],
    [
      'a colon in an unquoted value',
      '---\njudul: Kerja bakti: warga\n---\n',
      [
        `yaml-block-as-implicit-key ${at(2)}Susunan baris ini tidak cocok. Bila nilainya memuat “: ”, apit nilai itu dengan tanda kutip; bila ini isian baru, samakan jarak menjoroknya dengan isian setingkat.`,
      ],
    ],
    [
      'values nested too deep',
      `---\na: ${'['.repeat(30)}${']'.repeat(30)}\n---\n`,
      [
        `yaml-terlalu-dalam ${at(2)}Isian bersarang lebih dari ${limits.depth} tingkat. Sederhanakan susunannya.`,
      ],
    ],
    [
      'too many aliases',
      `---\na: &a x\nb: [${'*a, '.repeat(40)}x]\n---\n`,
      [
        `yaml-alias ${file}: Berkas memakai lebih dari ${limits.aliases} rujukan YAML (*nama). Tulis nilainya langsung.`,
      ],
    ],
  ])('refuses %s', (_name, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('refuses a file and front matter over their limits', () => {
    expect(problems(`---\na: 1\n---\n${'x'.repeat(limits.fileBytes)}`)).toEqual([
      `berkas-terlalu-besar ${file}: Berkas ini ${limits.fileBytes + 13} byte, batasnya ${limits.fileBytes} byte. Pendekkan naskah atau pindahkan bahan panjang ke lampiran.`,
    ]);
    expect(problems(`---\na: ${'x'.repeat(limits.frontMatterBytes)}\n---\n`)).toEqual([
      `isian-terlalu-besar ${file}: Bagian isian ${limits.frontMatterBytes + 4} byte, batasnya ${limits.frontMatterBytes} byte. Pindahkan teks panjang ke naskah di bawah isian.`,
    ]);
  });

  it.each([
    ['brackets without end', '[ '.repeat(60_000)],
    ['lists without end', `\n${'- '.repeat(60_000)}x`],
    ['aliases that multiply', bomb()],
    ['aliases without end', `&a x\nb: [${'*a, '.repeat(30_000)}x]`],
    ['fields without end', `\n${Array.from({ length: 12_000 }, (_, i) => `  k${i}: 1`).join('\n')}`],
  ])('answers within two seconds of work on %s', (_name, value) => {
    expect(processorTime(() => parseDocument(file, 'oid', `---\na: ${value}\n---\n`))).toBeLessThan(2000);
  });
});

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, i) => `  k${i + 1}: &k${i + 1} [*k${i}, *k${i}]`);
  return `\n  k0: &k0 [x, x]\n${levels.join('\n')}`;
}

describe('parseYaml', () => {
  it('reads settings whose top is a list', () => {
    const result = parseYaml('content/pelaksana.yml', 'oid', '# catatan\n- akun: 1\n- akun: 2\n');
    if (!result.ok) throw new Error('not read');
    expect(result.value.data).toEqual([{ akun: 1 }, { akun: 2 }]);
    expect(result.value.lineOf([1, 'akun'])).toBe(3);
  });

  it('refuses a directive, which would change what values mean', () => {
    const result = parseYaml('content/alur.yml', 'oid', '%YAML 1.1\n---\na: yes\n');
    expect(result.ok ? [] : result.issues.map(formatIssue)).toEqual([
      'content/alur.yml:1: Arahan “%…” di awal YAML tidak diterima: ia dapat mengubah arti nilai. Hapus baris arahannya.',
    ]);
  });
});

describe('what Decap writes', () => {
  // Decap's own copy of the YAML library, an older major version than ours, called as decap-cms-core calls it.
  const require = createRequire(createRequire(import.meta.url).resolve('decap-cms-core/package.json'));
  const yaml = require('yaml') as {
    createNode(value: unknown): unknown;
    Document: new () => { contents: unknown; toString(): string };
  };
  const write = (data: object): string => {
    const doc = new yaml.Document();
    doc.contents = yaml.createNode(data);
    return `---\n${doc.toString()}---\n`;
  };

  it.each([
    '12:30',
    '2026-11-02',
    '2026-11-02T08:00:00+07:00',
    '2026-11-02T01:00:00Z',
    'on',
    'off',
    'yes',
    'no',
    'y',
    'n',
    'true',
    'True',
    'FALSE',
    'null',
    'Null',
    '~',
    '',
    ' ',
    '-',
    '- x',
    '007',
    '0o17',
    '0x1F',
    '1_000',
    '1e3',
    '.5',
    '.inf',
    '.NaN',
    '+62',
    '-1',
    '1.500.000',
    '<<',
    '=',
    '!x',
    '*x',
    '&x',
    '@x',
    '`x`',
    '%x',
    '#x',
    'x #y',
    'x: y',
    'x:',
    '"x"',
    "'x'",
    'satu\ndua',
    'satu\n\ndua\n',
    '  menjorok\nx',
    'tab\tx',
    '---',
    '...',
    '[x]',
    '{x}',
    '| x',
    '> x',
    '? x',
    'é“”—',
    '👍',
    'x'.repeat(200),
    `${'kata '.repeat(60)}akhir`,
    'C:\\x',
  ])('reads %j back as the same text', (text) => {
    expect(read(write({ judul: text, daftar: [text, { dalam: text }] })).data).toEqual({
      judul: text,
      daftar: [text, { dalam: text }],
    });
  });

  it('reads any text, number and yes or no back identically', () => {
    // Control characters are refused in files, so forms cannot have written them.
    const text = fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll(/[\p{Cc}\uFEFF\uFFFD]/gu, ''));
    const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.record({ a: leaf, b: fc.array(leaf), c: fc.record({ d: leaf }) }), (data) => {
        expect(read(write(data)).data).toEqual(data);
      }),
      { numRuns: 500 },
    );
  });
});

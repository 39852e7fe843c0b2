import { describe, expect, it } from 'vitest';
import { processorTime } from '../core/testing/processor-time.ts';
import { MarkdownLimit, maxLength, renderMarkdown } from './render.ts';

const resolveFile = (name: string) =>
  name === 'pasar.jpg' ? { src: '/berita/2026/11/pasar/pasar.1a2b3c4d.jpg', width: 800, height: 600 } : null;
const html = (body: string) => renderMarkdown(body, { resolveFile }).html.trim();

describe('what editors write', () => {
  it.each([
    ['a paragraph', 'Warga *memadati* pasar.', '<p>Warga <em>memadati</em> pasar.</p>'],
    ['a link to the portal', '[SOP](/sop/)', '<p><a href="/sop/">SOP</a></p>'],
    ['a link within the page', '[Bawah](#bagian-a)', '<p><a href="#bagian-a">Bawah</a></p>'],
    ['mail', '[Surat](mailto:a@b.go.id)', '<p><a href="mailto:a@b.go.id">Surat</a></p>'],
    ['telephone', '[Telepon](tel:+62561000000)', '<p><a href="tel:+62561000000">Telepon</a></p>'],
    [
      'a link elsewhere, with its host',
      '[BMKG](https://bmkg.go.id/cuaca)',
      '<p><a href="https://bmkg.go.id/cuaca" rel="external noopener">BMKG <span class="tautan-host">(bmkg.go.id)</span></a></p>',
    ],
    [
      'a link that shows its address already',
      '<https://bmkg.go.id/cuaca>',
      '<p><a href="https://bmkg.go.id/cuaca" rel="external noopener">https://bmkg.go.id/cuaca</a></p>',
    ],
    [
      'a picture of its own folder',
      '![Kios](pasar.jpg "x")',
      '<p><img src="/berita/2026/11/pasar/pasar.1a2b3c4d.jpg" alt="Kios" width="800" height="600" loading="lazy" decoding="async"></p>',
    ],
    ['a picture that is not there', '![Kios](lain.jpg)', '<p>[Gambar: Kios]</p>'],
    ['quotes as they were signed', '"Siap," katanya (c) ...', '<p>&quot;Siap,&quot; katanya (c) ...</p>'],
  ])('%s', (_, body, expected) => {
    expect(html(body)).toBe(expected);
  });

  it('shifts headings below the title of the page and gives them unique ids', () => {
    const { html, headings } = renderMarkdown('# Jadwal\n\n### Jadwal\n\n# <b>', { resolveFile });
    expect(html).toBe(
      '<h2 id="bagian-jadwal">Jadwal</h2>\n<h4 id="bagian-jadwal-2">Jadwal</h4>\n<h2 id="bagian-b">&lt;b&gt;</h2>\n',
    );
    expect(headings).toEqual([
      { depth: 2, id: 'bagian-jadwal', text: 'Jadwal' },
      { depth: 4, id: 'bagian-jadwal-2', text: 'Jadwal' },
      { depth: 2, id: 'bagian-b', text: '<b>' },
    ]);
  });

  it('wraps tables so that they scroll by themselves, and aligns them without styles', () => {
    expect(html('|A|B|\n|-|-:|\n|1|2|')).toBe(
      '<div class="tabel" role="region" aria-label="Tabel" tabindex="0"><table>\n<thead>\n<tr>\n<th>A</th>\n<th class="rata-kanan">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class="rata-kanan">2</td>\n</tr>\n</tbody>\n</table></div>',
    );
  });

  it('puts the base of a portal in a folder before its own links', () => {
    expect(renderMarkdown('[SOP](/sop/)', { resolveFile, base: '/portal/' }).html).toBe(
      '<p><a href="/portal/sop/">SOP</a></p>\n',
    );
  });

  it('gives the words alone, with spaces between blocks', () => {
    const body = '## Pasar\n\nWarga **memadati**\n[kios](https://a.go.id).\n\n- satu\n- dua';
    expect(renderMarkdown(body, { resolveFile }).text).toBe('Pasar Warga memadati kios. satu dua');
  });
});

describe('what is hostile', () => {
  const attacks: [string, string][] = [
    ['script', '<script>alert(1)</script>'],
    ['script in a list', '- a\n  <script src=//x.example></script>'],
    ['event handler', '<img src=x onerror=alert(1)>'],
    ['svg', '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>'],
    ['iframe', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['style', '<style>body{display:none}</style>'],
    ['comment', '<!-- --!><script>alert(1)</script> -->'],
    ['javascript link', '[x](javascript:alert(1))'],
    ['upper case', '[x](JaVaScRiPt:alert(1))'],
    ['entities', '[x](&#106;avascript&colon;alert(1))'],
    ['hexadecimal entities', '[x](&#x6A;&#x61;vascript:alert(1))'],
    ['tab inside', '[x](java&Tab;script:alert(1))'],
    ['newline inside', '[x](<java&NewLine;script:alert(1)>)'],
    ['space before', '[x](< javascript:alert(1)>)'],
    ['control before', '[x](&#1;javascript:alert(1))'],
    ['autolink', '<javascript:alert(1)>'],
    ['reference', '[x]\n\n[x]: javascript:alert(1)'],
    ['vbscript', '[x](vbscript:msgbox)'],
    ['data link', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['blob link', '[x](blob:https://a.example/1)'],
    ['file link', '[x](file:///etc/passwd)'],
    ['another host', '[x](//evil.example/)'],
    ['another host by backslash', '[x](/\\\\evil.example/)'],
    ['another host by encoded backslash', '[x](&#92;&#92;evil.example)'],
    ['credentials', '[x](https://pontianak.go.id@evil.example/)'],
    ['relative path', '[x](../../admin/)'],
    ['data picture', '![x](data:image/svg+xml;base64,PHN2Zz4=)'],
    ['remote picture', '![x](https://evil.example/p.png)'],
    ['picture of another folder', '![x](../lain/pasar.jpg)'],
    ['picture of another folder, encoded', '![x](..%2Flain%2Fpasar.jpg)'],
    ['javascript picture', '![x](javascript:alert(1))'],
    ['handler in the alternative text', '![" onerror="alert(1)](pasar.jpg)'],
    ['handler in a title', '[x](https://a.example "\\" onclick=\\"alert(1)")'],
    ['handler in a language', '```" onclick="alert(1)\nx\n```'],
    ['id of the page', '# isi" onclick="alert(1)'],
  ];

  it.each(attacks)('%s becomes harmless', (_, body) => {
    const result = html(body);
    const tags = [...result.matchAll(/<([a-z0-9]+)((?:\s+[a-z]+(?:="[^"<>]*")?)*)\s*>/gi)];
    const stripped = tags.reduce(
      (rest, [tag]) => rest.replace(tag, ''),
      result.replace(/<\/[a-z0-9]+>/g, ''),
    );
    expect(stripped).not.toContain('<');
    for (const [, name, attributes] of tags) {
      expect(['p', 'a', 'span', 'img', 'ul', 'li', 'pre', 'code', 'h2']).toContain(name);
      for (const [, attribute, value] of (attributes ?? '').matchAll(/\s([a-z]+)="([^"]*)"/g)) {
        expect([
          'href',
          'rel',
          'src',
          'alt',
          'title',
          'class',
          'id',
          'width',
          'height',
          'loading',
          'decoding',
        ]).toContain(attribute);
        if (attribute === 'href' || attribute === 'src')
          expect(value).toMatch(/^(https:\/\/a\.example\/|\/berita\/)/);
      }
    }
  });

  it('names the true host of a look-alike address', () => {
    expect(html('[pontianak.go.id](https://pоntianak.go.id/)')).toBe(
      '<p><a href="https://xn--pntianak-nbh.go.id/" rel="external noopener">pontianak.go.id <span class="tautan-host">(xn--pntianak-nbh.go.id)</span></a></p>',
    );
    expect(html('[bmkg.go.id.evil](https://evil.example/)')).toContain('(evil.example)');
  });

  it('keeps the words of a refused link', () => {
    expect(html('[Baca **ini**](javascript:alert(1)) dulu')).toBe('<p>Baca <strong>ini</strong> dulu</p>');
  });

  it.each([
    ['quotations', '>'.repeat(10_000)],
    ['lists', Array.from({ length: 60 }, (_, n) => `${' '.repeat(n * 2)}- a`).join('\n')],
  ])('refuses nested %s instead of leaving text out', (_, body) => {
    expect(() => html(body)).toThrow(MarkdownLimit);
  });

  it('refuses a text that is too long, with both numbers', () => {
    expect(() => html('a'.repeat(maxLength + 1))).toThrow(
      'Isi terlalu panjang: 100001 huruf, paling banyak 100000. Bagi menjadi beberapa tulisan.',
    );
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['pictures', '![]('.repeat(25_000)],
    ['emphasis', '*a **b '.repeat(14_000)],
    ['underscores', '_a__'.repeat(25_000)],
    ['back quotes', Array.from({ length: 400 }, (_, n) => '`'.repeat(n)).join(' ')],
    ['entities', '&a'.repeat(50_000)],
    ['angle brackets', '<a '.repeat(33_000)],
    ['references', '[a]: b\n'.repeat(14_000)],
    ['table', `|a|\n|-|\n${'|x|y|z\n'.repeat(14_000)}`],
  ])('stays quick with many %s', (_, body) => {
    expect(processorTime(() => html(body))).toBeLessThan(3000);
  });
});

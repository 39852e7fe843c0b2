import { expect, it } from 'vitest';
import { xmlText } from './xml.ts';

it.each([
  ['Rp1.500 & <b>"x"</b>', 'Rp1.500 &amp; &lt;b&gt;&quot;x&quot;&lt;/b&gt;'],
  [']]>', ']]&gt;'],
  ['baris\nbaru\ttab', 'baris\nbaru\ttab'],
  ['nol\u0000 mundur\u0008 akhir\uffff', 'nol mundur akhir'],
  ['separuh \ud83d saja, utuh \u{1f600}', 'separuh  saja, utuh \u{1f600}'],
])('%j in XML is %j', (text, written) => {
  expect(xmlText(text)).toBe(written);
});

import type { z } from 'zod';
import { collections, type Collection } from '../content/schema/collections.ts';
import { boundsOf, describe, shapeOf, type Described } from '../content/schema/describe.ts';

/** Where the list of fields stands in the editors' guide. */
export const fieldGuidePath = 'content/halaman/panduan/isian.md';

const head = `---
judul: Daftar isian
ringkasan: Semua isian berita, konten, kampanye, dan informasi publik, dengan bentuk dan batasnya.
urutan: 13
---

Daftar ini dibuat dari skema yang juga dipakai formulir dan pemeriksaan, jadi tidak disunting dengan tangan. “Wajib”
berarti naskah tidak dapat disimpan tanpanya; apa yang diperlukan sebuah langkah untuk selesai disebut SOP-nya dan tampil
di kepala langkah itu dalam formulir. Di bawah isian ada naskahnya sendiri, **Isi**.
`;

/** The list of all fields of all collections, for the editors' guide: Markdown, made from the schemas alone. */
export function fieldGuide(): string {
  return [head, ...collections.map(sectionOf)].join('\n');
}

function sectionOf({ label, schema }: Collection): string {
  return [
    `## ${label}`,
    '',
    '| Isian | Bentuk | Wajib | Di portal | Keterangan |',
    '| --- | --- | --- | --- | --- |',
    ...rowsOf(schema, [], false),
    '',
  ].join('\n');
}

function rowsOf(schema: z.ZodType, parents: readonly string[], isInternal: boolean): string[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const described = describe(name, field);
    const { def, meta } = described;
    if (meta.widget === 'hidden') return [];
    const labels = [...parents, meta.label];
    const internal = isInternal || meta.internal === true;
    const row = [
      parents.length === 0 ? `**${meta.label}**` : labels.join(' › '),
      formOf(described),
      field.safeParse(undefined).success ? '' : 'ya',
      internal ? 'tidak' : 'ya',
      meta.hint ?? '',
    ];
    const inner = def.type === 'object' ? shapeSchema(field) : def.element;
    return [
      `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
      ...(inner === undefined ? [] : rowsOf(inner, labels, internal)),
    ];
  });
}

/** The object schema under a field's wrappers. */
function shapeSchema(field: z.ZodType): z.ZodType {
  const def = field.def as unknown as { innerType?: z.ZodType; out?: z.ZodType };
  const inner = def.out ?? def.innerType;
  return inner === undefined ? field : shapeSchema(inner);
}

/** What a field holds, in words, with its limits. */
function formOf({ def, meta }: Described): string {
  switch (meta.widget ?? def.type) {
    case 'file':
      return 'berkas';
    case 'image':
      return 'gambar';
    case 'date':
      return 'tanggal';
    case 'relation':
      return 'pilihan';
    case 'boolean':
      return 'ya atau tidak';
    case 'object':
      return 'kelompok';
    case 'array':
      return 'daftar';
    case 'enum':
      return `pilihan: ${Object.values(def.entries ?? {})
        .map((value) => meta.choices?.[value] ?? value)
        .join(', ')}`;
    default: {
      const { min, max } = boundsOf(def);
      const least = min === -Infinity ? 'sampai ' : `${min} sampai `;
      return max === Infinity ? 'teks' : `teks, ${least}${max.toLocaleString('id-ID')} huruf`;
    }
  }
}

import type { Command } from 'commander';
import { readCheckout } from '../check/checkout.ts';
import type { Issue } from '../core/issue.ts';
import { parseSop, sopData, type Sop } from '../core/sop.ts';
import { report } from './exit.ts';
import { root } from './root.ts';
import { listUnderWay } from './sop-under-way.ts';

/** `paraf sop`: every SOP as the program understands it. */
export function addSop(program: Command): void {
  program
    .command('sop')
    .description('menampilkan setiap SOP sebagaimana dijalankan program')
    .option('--json', 'sebagai JSON, dengan semua isiannya')
    .option('--berjalan', 'butir yang sedang berjalan di GITHUB_REPOSITORY, dan SOP yang dipakainya')
    .action(({ json = false, berjalan = false }: { json?: boolean; berjalan?: boolean }) =>
      berjalan ? listUnderWay(json) : listSops(json),
    );
}

function listSops(isJson: boolean): void {
  const { sops, issues } = readSops(root);
  process.stdout.write(
    isJson ? `${JSON.stringify(sops.map(sopData), null, 2)}\n` : `${sops.map(table).join('\n\n')}\n`,
  );
  report(issues);
}

function readSops(from: string): { readonly sops: readonly Sop[]; readonly issues: readonly Issue[] } {
  const { parsed, issues } = readCheckout(from);
  const results = parsed.filter(({ file }) => file.startsWith('content/sop/')).map(parseSop);
  return {
    sops: results.flatMap((result) => (result.ok ? [result.value] : [])),
    issues: [
      ...issues.filter(({ file }) => file.startsWith('content/sop/')),
      ...results.flatMap((result) => (result.ok ? [] : result.issues)),
    ],
  };
}

function table(sop: Sop): string {
  const names = new Map(sop.pelaksana.map(({ id, nama }) => [id, nama]));
  const rows = sop.langkah.map((langkah) => [
    String(langkah.no),
    langkah.tindakan,
    langkah.pelaksana.map((id) => names.get(id) ?? id).join(' / ') +
      (langkah.sumber === 'disimpulkan' ? ' *' : ''),
    langkah.waktuTeks ?? 'tidak tercantum',
    [
      langkah.kembaliKe === null ? '' : `kembali ke ${langkah.kembaliKe}`,
      langkah.lanjutKe === null ? '' : `lanjut ke ${langkah.lanjutKe}`,
      langkah.hanyaKoreksi ? 'hanya koreksi' : '',
    ]
      .filter((text) => text !== '')
      .join(', '),
  ]);
  const head = ['No', 'Tindakan', 'Pelaksana', 'Waktu', 'Arah'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    `${sop.id}: ${sop.nama}`,
    `${sop.dinas}; nomor ${sop.nomor ?? 'tidak tercantum'}; versi ${sop.version.slice(0, 12)}`,
    '',
    line(head),
    ...rows.map(line),
    '* pelaksana disimpulkan dari dokumen',
  ].join('\n');
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { sampleBerita, type SampleItem } from '../example/berita.ts';
import { exitCodes, wrongUse } from './exit.ts';

/** Builders of sample items, by collection. */
const samples: Readonly<Record<string, (n: number, slug?: string) => SampleItem>> = { berita: sampleBerita };

/** `paraf example <collection> --out <folder>`: a complete, valid item, ready to be submitted and approved. */
export function addExample(program: Command): void {
  program
    .command('example')
    .description('menulis satu butir contoh yang lengkap dan sah')
    .argument('<koleksi>', `koleksinya: ${Object.keys(samples).join(', ')}`)
    .requiredOption('--out <folder>', 'folder tujuan; butir ditulis pada letaknya di dalam content/')
    .option('--slug <nama>', 'nama foldernya, yang menjadi alamat halaman')
    .option('--nomor <n>', 'contoh ke berapa, dari 1', '1')
    .action((name: string, options: { out: string; slug?: string; nomor: string }) => {
      const make = Object.hasOwn(samples, name) ? samples[name] : undefined;
      if (make === undefined)
        return wrongUse(
          `Koleksi “${name}” tidak punya contoh. Pakai salah satu dari: ${Object.keys(samples).join(', ')}.`,
        );
      const { slug, nomor } = options;
      if (
        slug !== undefined &&
        (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length < 3 || slug.length > 80)
      )
        return wrongUse(
          `Nama “${slug}” tidak dapat menjadi alamat. Pakai 3 sampai 80 huruf kecil dan angka, dipisah tanda hubung.`,
        );
      if (!/^[1-9]\d{0,3}$/.test(nomor))
        return wrongUse(`Nomor “${nomor}” bukan bilangan dari 1. Tulis misalnya --nomor 2.`);
      return write(make(Number(nomor) - 1, slug), resolve(options.out));
    });
}

function write({ folder, files }: SampleItem, out: string): void {
  if (existsSync(join(out, folder))) {
    process.stderr.write(
      `${folder} sudah ada di folder tujuan, dan tidak ditimpa. Pakai nama lain dengan --slug, atau folder tujuan lain.\n`,
    );
    process.exitCode = exitCodes.findings;
    return;
  }
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  }
  process.stdout.write(`${folder}\n`);
}

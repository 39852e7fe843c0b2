import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { SampleItem } from '../example/sample.ts';
import { samplesOf } from '../example/samples.ts';
import { exitCodes, wrongUse } from './exit.ts';
import { root } from './root.ts';

interface Options {
  readonly out: string;
  readonly slug?: string;
  readonly nomor: string;
  readonly sampai?: string;
}

/** `paraf example <collection> --out <folder>`: a complete, valid item, ready to be submitted and approved. */
export function addExample(program: Command): void {
  program
    .command('example')
    .description('menulis satu butir contoh yang lengkap dan sah')
    .argument('<koleksi>', 'koleksinya: berita, konten, kampanye, atau informasi-publik')
    .requiredOption('--out <folder>', 'folder tujuan; butir ditulis pada letaknya di dalam content/')
    .option('--slug <nama>', 'nama foldernya, yang menjadi alamat halaman')
    .option('--nomor <n>', 'contoh ke berapa, dari 1', '1')
    .option('--sampai <langkah>', 'hanya yang sudah ada sesudah langkah ini; tanpa ini, seluruhnya')
    .action((name: string, options: Options) => {
      const samples = samplesOf(root);
      const { slug, nomor, sampai } = options;
      if (!samples.names.includes(name))
        return wrongUse(
          `Koleksi “${name}” tidak punya contoh. Pakai salah satu dari: ${samples.names.join(', ')}.`,
        );
      if (
        slug !== undefined &&
        (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length < 3 || slug.length > 80)
      )
        return wrongUse(
          `Nama “${slug}” tidak dapat menjadi alamat. Pakai 3 sampai 80 huruf kecil dan angka, dipisah tanda hubung.`,
        );
      if (!/^[1-9]\d{0,3}$/.test(nomor))
        return wrongUse(`Nomor “${nomor}” bukan bilangan dari 1. Tulis misalnya --nomor 2.`);
      const steps = samples.stepsOf(name);
      if (sampai !== undefined && !steps.map(String).includes(sampai))
        return wrongUse(
          `Langkah “${sampai}” tidak ada dalam SOP koleksi ${name}. Pakai salah satu dari: ${steps.join(', ')}.`,
        );
      const whole = samples.make(name, Number(nomor) - 1, slug)!;
      return write(sampai === undefined ? whole : samples.until(whole, Number(sampai)), resolve(options.out));
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

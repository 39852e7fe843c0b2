import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { checkCheckout } from '../check/checkout.ts';
import { report, wrongUse } from './exit.ts';
import { badMoment, isMoment } from './moment.ts';
import { root } from './root.ts';

/** `paraf check [folder]`: everything that is wrong in the content of a checkout. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('memeriksa seluruh isi folder content/: SOP, pengaturan, dan semua butir')
    .argument('[folder]', 'folder yang memuat content/; tanpa ini, salinan kerja ini', root)
    .option('--now <waktu>', 'saat pemeriksaan, ISO 8601 dengan zona; tanpa ini, sekarang')
    .action((folder: string, { now = new Date().toISOString() }: { now?: string }) => {
      if (!isMoment(now)) return wrongUse(badMoment(now));
      const from = resolve(folder);
      if (!existsSync(join(from, 'content')))
        return wrongUse(
          `Folder content/ tidak ada di ${folder}, jadi tidak ada yang diperiksa. Sebutkan folder yang memuatnya.`,
        );
      const issues = checkCheckout(from, now);
      report(issues);
      const warnings = issues.filter(({ level }) => level === 'peringatan').length;
      process.stdout.write(`${issues.length - warnings} temuan, ${warnings} peringatan\n`);
    });
}

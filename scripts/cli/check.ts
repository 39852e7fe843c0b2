import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { checkCheckout } from '../check/checkout.ts';
import { report, wrongUse } from './exit.ts';
import { root } from './root.ts';

/** `paraf check [folder]`: everything that is wrong in the content of a checkout. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('memeriksa seluruh isi folder content/: SOP, pengaturan, dan semua butir')
    .argument('[folder]', 'folder yang memuat content/; tanpa ini, salinan kerja ini', root)
    .action((folder: string) => {
      const from = resolve(folder);
      if (!existsSync(join(from, 'content')))
        return wrongUse(
          `Folder content/ tidak ada di ${folder}, jadi tidak ada yang diperiksa. Sebutkan folder yang memuatnya.`,
        );
      const issues = checkCheckout(from);
      report(issues);
      const warnings = issues.filter(({ level }) => level === 'peringatan').length;
      process.stdout.write(`${issues.length - warnings} temuan, ${warnings} peringatan\n`);
    });
}

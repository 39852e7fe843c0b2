/** The command line: `npm run -s paraf -- <command>`. Each command stands in its own file in `scripts/cli/`. */
import { Command, CommanderError } from 'commander';
import { addAuth } from './cli/auth.ts';
import { addBootstrap } from './cli/bootstrap.ts';
import { addCari } from './cli/cari.ts';
import { addCheck } from './cli/check.ts';
import { addExample } from './cli/example.ts';
import { exitCodes } from './cli/exit.ts';
import { addPublish } from './cli/publish.ts';
import { addSchema } from './cli/schema.ts';
import { addServe } from './cli/serve.ts';
import { addSetup } from './cli/setup.ts';
import { addSimpanan } from './cli/simpanan.ts';
import { addSop } from './cli/sop.ts';
import { addTautan } from './cli/tautan.ts';
import { addTrace } from './cli/trace.ts';
import { addVerify } from './cli/verify.ts';

/** Every command, in the order of the help. */
const commands: readonly ((program: Command) => void)[] = [
  addSop,
  addExample,
  addCheck,
  addTrace,
  addSchema,
  addPublish,
  addSimpanan,
  addVerify,
  addCari,
  addTautan,
  addSetup,
  addBootstrap,
  addServe,
  addAuth,
];

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cara pakai:',
  'Arguments:': 'Keterangan:',
  'Options:': 'Pilihan:',
  'Commands:': 'Perintah:',
};

const program = new Command('paraf')
  .description('Menjalankan SOP konten yang sudah ditandatangani.')
  .helpOption('-h, --help', 'menampilkan bantuan ini')
  .helpCommand('help [perintah]', 'menampilkan bantuan satu perintah')
  .configureHelp({ styleTitle: (title) => titles[title] ?? title })
  // Commander's own sentences are English; ours are told below.
  .configureOutput({ outputError: () => undefined })
  .exitOverride();
for (const add of commands) add(program);

const faults: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'Perintah ini tidak ada',
  'commander.unknownOption': 'Pilihan ini tidak ada',
  'commander.missingMandatoryOptionValue': 'Pilihan ini wajib disebut',
  'commander.optionMissingArgument': 'Pilihan ini belum diberi nilai',
  'commander.missingArgument': 'Keterangan ini belum disebut',
  'commander.excessArguments': 'Terlalu banyak keterangan',
};

/** What an English message of commander is about: the words that it quotes. */
function namesIn(message: string): string {
  return [...message.matchAll(/'([^']+)'/g)].map(([, name]) => name).join(', ') || message;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    const fault = faults[error.code];
    if (error.exitCode !== 0 && error.code !== 'commander.help')
      process.stderr.write(
        `${fault ?? 'Perintah tidak dapat dibaca'}: ${namesIn(error.message)}. Jalankan “npm run -s paraf -- --help” untuk melihat cara pakainya.\n`,
      );
  } else if (error instanceof Error && 'code' in error && 'syscall' in error) {
    process.stderr.write(
      `Gagal membaca atau menulis berkas (${String(error.code)}): ${error.message}. Periksa nama, izin, dan ruang disk, lalu ulangi.\n`,
    );
    process.exitCode = exitCodes.ioFailed;
  } else throw error;
}

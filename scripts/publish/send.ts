import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listedHash, readFileList } from './file-list.ts';
import { manifestName } from './manifest.ts';
import { needed, prepare, show } from './send-scripts.ts';

/** A plain web server, which serves `<path>/site/kini`. */
export interface SendTarget {
  /** `user@host`; null for a folder of this machine. */
  readonly host: string | null;
  /** Folder on it, absolute. */
  readonly path: string;
  /** The remote shell and what it is given: `ssh -i …`; its last argument is the host. */
  readonly shell: readonly string[];
}

/** The portal could not be sent; what was shown before is shown still. */
export class SendError extends Error {}

/**
 * Sends a complete portal to a web server and shows it by one switch. By the lists of both portals only what differs is
 * read and sent; the rest is linked there, and a symbolic link is moved in one step when all is there. A broken
 * connection leaves the old portal; sending again goes on.
 *
 * @param isThorough also reads all that the server shows, and sends again what is not as it was
 * @returns name of the portal that is shown now; the same content has the same name
 */
export async function sendSite(
  folder: string,
  target: SendTarget,
  { isThorough = false } = {},
): Promise<string> {
  requirePath(target);
  const list = readFileList(folder);
  if (list === null || !existsSync(join(folder, 'index.html')))
    throw new SendError(
      `Folder ${folder} bukan portal yang utuh: index.html atau daftar berkasnya (${manifestName}) tidak ada. Terbitkan dahulu.`,
    );
  await onServer(target, prepare, [target.path]);
  await rsync(target, ['--no-whole-file', join(folder, manifestName)], '');
  const wanted = await onServer(target, needed, [target.path, isThorough ? 'teliti' : '']);
  // Whoever sits at the server must not be able to ask for anything else.
  const paths = wanted.split('\n').filter((path) => path !== '');
  const foreign = paths.find((path) => listedHash(list, path) === null);
  if (foreign !== undefined)
    throw new SendError(
      `Peladen meminta ${foreign}, yang bukan bagian portal. Periksa siapa yang menguasainya.`,
    );
  if (paths.length > 0)
    await rsync(target, ['--from0', '--files-from=-', `${folder}/`], 'isi/', paths.join('\0'));
  await onServer(target, show, [target.path]);
  return createHash('sha256').update(list.bytes).digest('hex').slice(0, 16);
}

/** Brings files to where the server keeps what was sent and is not shown yet. */
async function rsync(target: SendTarget, what: readonly string[], to: string, input = ''): Promise<void> {
  // An address with a colon or a dash in front would be an option or another host.
  const host = target.host === null ? '' : `${target.host}:`;
  await run(
    'rsync',
    [
      '--checksum',
      '--compress',
      // A connection that says nothing any more is broken.
      '--timeout=60',
      '--chmod=D755,F644',
      ...(target.host === null ? [] : ['--rsh', target.shell.map(quoted).join(' ')]),
      ...what,
      `${host}${target.path}/site/kiriman/${to}`,
    ],
    input,
  );
}

/** Runs a script there, with its arguments: through the shell's input, so that nothing in it is taken apart. */
async function onServer(
  { host, shell }: SendTarget,
  script: string,
  args: readonly string[],
): Promise<string> {
  const remote = ['sh', '-s', '--', ...args];
  if (host === null) return run(remote[0]!, remote.slice(1), script);
  return run(shell[0]!, [...shell.slice(1), host, remote.map(quoted).join(' ')], script);
}

/** Both go through shells and into addresses: plain signs only. */
function requirePath({ host, path }: SendTarget): void {
  if (!/^\/[\w./-]*[\w-]$/.test(path) || path.split('/').includes('..'))
    throw new SendError(
      `Folder ${path} di peladen tidak dapat dipakai. Tulis utuh dari akar dengan huruf, angka, titik, garis, misalnya /srv/portal.`,
    );
  if (host !== null && !/^[\w.-]+@[\w][\w.-]*$/.test(host))
    throw new SendError(
      `Peladen “${host}” tidak terbaca. Tulis akun@nama, misalnya paraf@portal.contoh.go.id.`,
    );
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** What a program says, given its input. */
async function run(program: string, args: readonly string[], input: string): Promise<string> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const answer: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => answer.push(bytes));
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = `${said}${bytes.toString('utf8')}`.slice(-2000);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new SendError(
              `Program ${program} tidak ada di sini. Pasang (misalnya apt install ${program}), lalu ulangi.`,
            )
          : error,
      ),
    );
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new SendError(
      `Portal belum terkirim; yang lama tetap tayang. ${program} berhenti dengan ${code ?? 'sinyal'}: ${said.trim()}`,
    );
  return Buffer.concat(answer).toString('utf8');
}

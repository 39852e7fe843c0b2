import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

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
 * Sends a complete portal to a web server and shows it by one switch: files go beside those that are shown, what is the
 * same is not sent again, and a symbolic link is moved in one step when all is there. A broken connection leaves the old
 * portal; sending again goes on.
 *
 * @returns name of the portal that is shown now; the same content has the same name
 */
export async function sendSite(folder: string, target: SendTarget): Promise<string> {
  requirePath(target);
  const name = await nameOf(folder);
  // An address with a colon or a dash in front would be an option or another host.
  const at = `${target.host === null ? '' : `${target.host}:`}${target.path}/site/${name}.dikirim/`;
  await onServer(target, prepare, [target.path, name]);
  await run('rsync', [
    '--recursive',
    '--links',
    '--checksum',
    '--delete',
    // A connection that says nothing any more is broken.
    '--timeout=60',
    '--chmod=D755,F644',
    // What the shown portal has is linked, not sent.
    '--link-dest=../kini/',
    ...(target.host === null ? [] : ['--rsh', target.shell.map(quoted).join(' ')]),
    `${folder}/`,
    at,
  ]);
  await onServer(target, show, [target.path, name]);
  return name;
}

/** Makes room; a portal that is complete there already is begun from. */
const prepare = `set -eu
cd "$1"
mkdir -p site
cd site
if [ ! -e "$2.dikirim" ] && [ -d "$2" ]; then cp -al "$2" "$2.dikirim"; fi
mkdir -p "$2.dikirim"
`;

/** Gives the files their name, moves the pointer in one step, and keeps the portal before. */
const show = `set -eu
cd "$1/site"
test -f "$2.dikirim/index.html"
if [ -d "$2" ]; then rm -rf "$2.dikirim"; else mv -T "$2.dikirim" "$2"; fi
before=$(readlink kini || true)
if [ "$before" != "$2" ]; then
  ln -sfn "$2" kini.baru
  mv -T kini.baru kini
fi
for old in *; do
  case "$old" in kini|"$2"|"$before") ;; *) rm -rf "./$old" ;; esac
done
`;

/** Runs a script there, with its arguments: through the shell's input, so that nothing in it is taken apart. */
async function onServer({ host, shell }: SendTarget, script: string, args: readonly string[]): Promise<void> {
  const remote = ['sh', '-s', '--', ...args];
  if (host === null) await run(remote[0]!, remote.slice(1), script);
  else await run(shell[0]!, [...shell.slice(1), host, remote.map(quoted).join(' ')], script);
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

/** Name of a portal by its content: paths and bytes, and nothing of when it was made. */
async function nameOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  if (!files.includes(join(folder, 'index.html')))
    throw new SendError(`Folder ${folder} bukan portal yang utuh: index.html tidak ada. Bangun dahulu.`);
  const whole = createHash('sha256');
  for (const file of files) {
    const hash = createHash('sha256');
    for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) hash.update(bytes);
    whole.update(`${relative(folder, file).split(sep).join('/')}\0${hash.digest('hex')}\n`);
  }
  return whole.digest('hex').slice(0, 16);
}

async function run(program: string, args: readonly string[], input = ''): Promise<void> {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
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
}

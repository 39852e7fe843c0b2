// Runs a program of this project on any machine with Git and Node 20 or newer: installs what package-lock.json
// locks if it is not there, then starts Node 24 by its path, because Astro 7 and Vitest 5 need it. This file alone
// must run on Node 20, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.paraf-lock');

/** Ends with a message that says what happened, why, and what to do. */
function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(3);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function installIfNeeded() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write(
    'Memasang pustaka yang dikunci di package-lock.json (sekali saja, beberapa menit) …\n',
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm of the running script, where there is one: the `npm` on PATH may be another.
  const cli = process.env.npm_execpath;
  const done =
    cli && cli.endsWith('.js')
      ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0)
    stop(
      'Pemasangan pustaka gagal. Periksa sambungan internet dan ruang disk, lalu jalankan perintah yang sama lagi.',
    );
  writeFileSync(stamp, wanted);
}

/** Path of Node 24 or newer: the running one, else the one among the locked dependencies. */
function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const arch = process.platform === 'win32' ? 'x64' : process.arch;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const require = createRequire(join(root, 'package.json'));
  for (const name of [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`]) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), file);
    } catch {
      // Not for this machine: try the next.
    }
  }
  return stop(
    `Paraf memerlukan Node 24, dan tidak ada salinannya untuk ${process.platform} ${process.arch}. ` +
      'Pasang Node 24 dari nodejs.org, lalu jalankan perintah yang sama lagi.',
  );
}

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Paraf memerlukan Node 20 atau lebih baru; yang berjalan ${process.version}. Pasang dari nodejs.org.`);
if (spawnSync('git', ['--version'], { stdio: 'ignore' }).status !== 0)
  stop(
    'Git tidak ditemukan. Paraf menyimpan semuanya di Git: pasang dari git-scm.com, buka terminal baru, lalu ulangi.',
  );

installIfNeeded();

const [program, ...args] = process.argv.slice(2);
const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', join(root, program), ...args], {
  stdio: 'inherit',
  // What Node made of our TypeScript is kept: half of what a command takes to start.
  env: { NODE_COMPILE_CACHE: join(root, '.cache/node'), ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? code : 130));

/**
 * Stands for `ssh` when a portal is sent: node bench/counting-shell.ts <file> [-l <account>] <host> <command …>. Runs the command on
 * this machine, and adds the bytes that went there and came back to the file, one line for each connection.
 */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const [file = '', ...asked] = process.argv.slice(2);
// rsync takes an account@host apart: `-l account host`.
const command = asked.slice(asked[0] === '-l' ? 3 : 1);
const child = spawn('sh', ['-c', command.join(' ')], { stdio: ['pipe', 'pipe', 'inherit'] });
let [sent, received] = [0, 0];
process.stdin.on('data', (chunk: Buffer) => (sent += chunk.length)).pipe(child.stdin);
child.stdout.on('data', (chunk: Buffer) => (received += chunk.length)).pipe(process.stdout);
child.stdin.on('error', () => undefined);
child.on('close', (code) => {
  appendFileSync(file, `${sent} ${received}\n`);
  process.exit(code ?? 1);
});

import { GitError, type Git } from '../git.ts';

/** What a reading command of Git prints, while others go on. */
export async function outputOf(git: Git, args: readonly string[], input = ''): Promise<string> {
  const child = git.start(...args);
  const [printed, said]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new GitError(
      `Repositori tidak dapat dibaca. Periksa apakah isinya utuh (git fsck). Kata git ${args[0] ?? ''}: ${Buffer.concat(said).toString('utf8').trim()}`,
    );
  return Buffer.concat(printed).toString('utf8');
}

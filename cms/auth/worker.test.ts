import { build } from 'esbuild';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

interface Worker {
  fetch(request: Request, variables: Readonly<Record<string, string>>): Promise<Response>;
}

/** Bundled as for a Worker: a module of Node's would not be found, and nothing of Node's is named. */
async function bundled(): Promise<{ readonly text: string; readonly worker: Worker }> {
  const entry = join(import.meta.dirname, 'worker.ts');
  const options = {
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  const text = outputFiles[0]!.text;
  const module = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as { default: Worker };
  return { text, worker: module.default };
}

const variables = {
  PARAF_MASUK_ALAMAT: 'https://masuk.contoh.go.id',
  PARAF_MASUK_ASAL: 'https://portal.contoh.go.id',
  PARAF_CLIENT_ID: 'Iv23',
  PARAF_CLIENT_SECRET: 'rahasia',
};

test('one bundle without anything of Node’s answers as the server does', async () => {
  const { text, worker } = await bundled();
  expect(text).not.toMatch(/\bnode:|\bprocess\.|\bBuffer\b|\brequire\(/);
  const page = await worker.fetch(new Request('https://masuk.contoh.go.id/masuk'), variables);
  expect([page.status, page.headers.get('X-Frame-Options')]).toEqual([200, 'DENY']);
  const start = new Request('https://masuk.contoh.go.id/mulai', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'https://masuk.contoh.go.id' },
    body: JSON.stringify({ asal: 'https://portal.contoh.go.id' }),
  });
  const { alamat } = (await (await worker.fetch(start, variables)).json()) as { alamat: string };
  expect(new URL(alamat).origin).toBe('https://github.com');
});

test('one that was not set up tells visitors little, and its keeper all', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { worker } = await bundled();
  const response = await worker.fetch(new Request('https://masuk.contoh.go.id/masuk'), {});
  expect([response.status, await response.text()]).toEqual([
    500,
    'Server masuk belum diatur. Pengelola sistem menemukan sebabnya di catatan server ini.\n',
  ]);
  expect(complaint).toHaveBeenCalledTimes(4);
  complaint.mockRestore();
});

import type { Hono } from 'hono';
import { parseDuration, parseInstant, timestamp } from './clock.ts';
import { isLoopback } from './http/protocol.ts';
import type { Local } from './local.ts';
import { listPeople } from './people.ts';

/** `/paraf/health`, `/paraf/avatar/…` and, in demo mode, `/paraf/dev/…`. */
export function mountDev(app: Hono, local: Local, options: { demo: boolean; ready: () => boolean }): void {
  app.get('/paraf/health', (c) => {
    const ready = options.ready();
    return c.json({ ready }, ready ? 200 : 503);
  });

  app.get('/paraf/avatar/:file', (c) => {
    const id = Number.parseInt(c.req.param('file'), 10);
    const account = [...local.accounts, local.app].find((one) => one.id === id);
    const words = (account?.name ?? '?').replace(/[^\p{L}\d ]/gu, '').split(' ');
    const initials = words
      .map((word) => word[0] ?? '')
      .join('')
      .slice(0, 2)
      .toUpperCase();
    const hue = (id * 47) % 360 || 0;
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">' +
      `<rect width="40" height="40" fill="hsl(${hue} 45% 35%)"/>` +
      `<text x="20" y="26" fill="#fff" font-family="sans-serif" font-size="16" text-anchor="middle">${initials}</text></svg>`;
    return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=86400' });
  });

  if (!options.demo) return;

  app.get('/paraf/dev/accounts', async (c) => {
    const people = await listPeople(local);
    return c.json(people.map(({ login, id, peran, opd, jenis }) => ({ login, id, peran, opd, jenis })));
  });

  app.get('/paraf/dev/clock', (c) => c.json({ now: timestamp(local.clock.now()) }));

  app.post('/paraf/dev/clock', async (c) => {
    // A page elsewhere could post here without being asked: only this machine's own pages and programs may.
    const origin = c.req.header('Origin');
    if (origin !== undefined && !(URL.canParse(origin) && isLoopback(new URL(origin).hostname)))
      return c.json({ message: 'Jam demo hanya dapat diubah dari komputer ini.' }, 403);
    const body: unknown = await c.req.json().catch(() => undefined);
    const { advance, set } = (body ?? {}) as { advance?: unknown; set?: unknown };
    const now = local.clock.now();
    const step =
      typeof advance === 'string'
        ? parseDuration(advance)
        : typeof set === 'string'
          ? (parseInstant(set) ?? NaN) - now
          : undefined;
    if (step === undefined || Number.isNaN(step) || step < 0)
      return c.json(
        {
          message:
            'Jam demo tidak diubah. Kirim {"advance":"PT2H"} (lama menurut ISO 8601: P1D, PT30M) atau ' +
            '{"set":"2026-11-05T08:00+07:00"} (waktu yang belum lewat, dengan zona). Jam tidak dapat mundur.',
        },
        422,
      );
    local.clock.advance(step);
    return c.json({ now: timestamp(local.clock.now()) });
  });
}

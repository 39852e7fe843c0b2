import { z } from 'zod';
import { ApiError, invalid, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp, ApiContext } from '../http/routes.ts';
import { requireShape } from '../http/shape.ts';
import type { Local } from '../local.ts';
import { requireAdmin } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { isLimited } from '../store/repository-settings.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

interface Pages {
  readonly build_type: 'legacy' | 'workflow';
  readonly https_enforced: boolean;
  readonly cname: string | null;
}

const wantedPages = z.strictObject({
  build_type: z.enum(['legacy', 'workflow']).default('legacy'),
  source: z.strictObject({ branch: z.string(), path: z.enum(['/', '/docs']).default('/') }).optional(),
});
const changedPages = z.strictObject({
  build_type: z.enum(['legacy', 'workflow']).optional(),
  https_enforced: z.boolean().optional(),
  cname: z.string().nullish(),
});

/** `pages`: its settings alone. What is published is served by `npm start`, not from here. */
export function mountPages(app: ApiApp, local: Local): void {
  app.get('/pages', (c) => {
    const pages = readSetting<Pages>(local, 'pages');
    if (!pages) throw notFound();
    return c.json(pagesJson(c, local, pages));
  });

  app.post('/pages', async (c) => {
    requireAdmin(c.get('account'));
    if (isLimited(local))
      throw new ApiError(422, 'Your current plan does not support GitHub Pages for this repository.');
    if (readSetting(local, 'pages') !== undefined)
      throw new ApiError(409, 'GitHub Pages is already enabled.');
    const { build_type, source } = requireShape(await readBody(c), wantedPages, 'Page');
    if (build_type === 'legacy' && source === undefined)
      throw invalid('Page', 'source', 'a branch to publish from is missing');
    const pages: Pages = { build_type, https_enforced: true, cname: null };
    writeSetting(local, 'pages', pages);
    return c.json(pagesJson(c, local, pages), 201);
  });

  app.put('/pages', async (c) => {
    requireAdmin(c.get('account'));
    const before = readSetting<Pages>(local, 'pages');
    if (!before) throw notFound();
    const wanted = requireShape(await readBody(c), changedPages, 'Page');
    writeSetting(local, 'pages', { ...before, ...wanted });
    return c.body(null, 204);
  });
}

function pagesJson(c: ApiContext, local: Local, pages: Pages) {
  const at = addressesOf(c, local);
  return {
    url: `${at.repo}/pages`,
    html_url: `${at.html}/`,
    status: null,
    custom_404: false,
    public: true,
    ...pages,
  };
}

import { z } from 'zod';
import { readBody } from '../http/body.ts';
import { requireShape } from '../http/shape.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { requireAdmin } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { repositoryJson } from '../shape/repository.ts';
import { changeRepository } from '../store/repository-settings.ts';

/** What can be changed here of what GitHub lets be changed; anything else is refused, not silently dropped. */
const change = z.strictObject({
  private: z.boolean().optional(),
  description: z.string().optional(),
  homepage: z.string().optional(),
  has_issues: z.boolean().optional(),
  has_projects: z.boolean().optional(),
  has_wiki: z.boolean().optional(),
  allow_squash_merge: z.boolean().optional(),
  allow_merge_commit: z.boolean().optional(),
  allow_rebase_merge: z.boolean().optional(),
  allow_auto_merge: z.boolean().optional(),
  delete_branch_on_merge: z.boolean().optional(),
  squash_merge_commit_title: z.enum(['PR_TITLE', 'COMMIT_OR_PR_TITLE']).optional(),
  squash_merge_commit_message: z.enum(['PR_BODY', 'COMMIT_MESSAGES', 'BLANK']).optional(),
});

/** `PATCH` of the repository itself. */
export function mountRepositorySettings(app: ApiApp, local: Local): void {
  app.patch('/', async (c) => {
    requireAdmin(c.get('account'));
    const wanted = requireShape(await readBody(c), change, 'Repository');
    changeRepository(local, wanted);
    return c.json(repositoryJson(local, addressesOf(c, local), c.get('account')));
  });
}

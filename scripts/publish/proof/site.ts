import type { Issue } from '../../core/issue.ts';
import type { Git } from '../git.ts';
import type { Verification } from '../verify.ts';

export function siteIssues(_git: Git, _verification: Verification, _folder: string): Promise<Issue[]> {
  return Promise.resolve([]);
}

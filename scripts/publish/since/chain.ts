import type { Commit } from '../proof/commit.ts';
import type { Trees } from './trees.ts';
import { Unsure } from './unsure.ts';

/** Beyond so many commits, verifying everything is no slower. */
const most = 2_000;

export interface Link extends Commit {
  readonly oid: string;
}

/** Commits of a branch by first parents, newest first, from its tip back to one that it had before, which comes last. */
export async function chain(trees: Trees, branch: string, tip: string, since: string): Promise<Link[]> {
  const links: Link[] = [];
  for (let oid: string | undefined = tip; oid !== undefined; oid = links.at(-1)!.parents[0]) {
    links.push({ oid, ...(await trees.commit(oid)) });
    if (oid === since) return links;
    if (links.length > most) throw new Unsure(`Cabang ${branch} maju lebih dari ${most} commit.`);
  }
  throw new Unsure(`Cabang ${branch} tidak berlanjut dari ${since}.`);
}

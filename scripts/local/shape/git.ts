import { timestamp } from '../clock.ts';
import type { Commit, Signature } from '../git/commit.ts';
import type { ChangedFile } from '../git/diff.ts';
import type { Local } from '../local.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { accountOfEmail, userJson } from './people.ts';

const verification = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

export function signatureJson(who: Signature) {
  return { name: who.name, email: who.email, date: timestamp(who.seconds * 1000) };
}

function parentsJson(at: Addresses, commit: Commit) {
  return commit.parents.map((sha) => ({
    sha,
    url: `${at.repo}/git/commits/${sha}`,
    html_url: `${at.html}/commit/${sha}`,
  }));
}

/** A commit as `git/commits` gives it. */
export function gitCommitJson(at: Addresses, commit: Commit) {
  return {
    sha: commit.oid,
    node_id: nodeId('Commit', commit.oid),
    url: `${at.repo}/git/commits/${commit.oid}`,
    html_url: `${at.html}/commit/${commit.oid}`,
    author: signatureJson(commit.author),
    committer: signatureJson(commit.committer),
    tree: { sha: commit.tree, url: `${at.repo}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: parentsJson(at, commit),
    verification,
  };
}

/** A commit as lists of commits give it. */
export function commitJson(local: Local, at: Addresses, commit: Commit) {
  const person = (who: Signature) => {
    const account = accountOfEmail(local, who.email);
    return account ? userJson(local, at, account) : null;
  };
  return {
    sha: commit.oid,
    node_id: nodeId('Commit', commit.oid),
    commit: {
      author: signatureJson(commit.author),
      committer: signatureJson(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: `${at.repo}/git/trees/${commit.tree}` },
      url: `${at.repo}/git/commits/${commit.oid}`,
      comment_count: 0,
      verification,
    },
    url: `${at.repo}/commits/${commit.oid}`,
    html_url: `${at.html}/commit/${commit.oid}`,
    comments_url: `${at.repo}/commits/${commit.oid}/comments`,
    author: person(commit.author),
    committer: person(commit.committer),
    parents: parentsJson(at, commit),
  };
}

/** One changed file of a comparison or pull request. */
export function fileJson(at: Addresses, commit: string, file: ChangedFile) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${at.html}/blob/${commit}/${path}`,
    raw_url: `${at.html}/raw/${commit}/${path}`,
    contents_url: `${at.repo}/contents/${path}?ref=${commit}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previous === undefined ? {} : { previous_filename: file.previous }),
  };
}

/** A reference as `git/refs` gives it. */
export function refJson(at: Addresses, ref: string, oid: string) {
  return {
    ref,
    node_id: nodeId('Ref', ref),
    url: `${at.repo}/git/${ref}`,
    object: { sha: oid, type: 'commit', url: `${at.repo}/git/commits/${oid}` },
  };
}

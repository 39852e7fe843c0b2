/** A person as a commit names them: free text, never evidence. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly seconds: number;
  readonly zone: string;
}

export interface Commit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** Reads a commit object. */
export function parseCommit(oid: string, content: Buffer): Commit {
  const text = content.toString('utf8');
  const split = text.indexOf('\n\n');
  const head = (split < 0 ? text : text.slice(0, split)).split('\n');
  const values = (key: string) =>
    head.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: split < 0 ? '' : text.slice(split + 2),
  };
}

function parseSignature(text: string): Signature {
  const match = /^(.*?) ?<([^>]*)> (-?\d+) ([+-]\d{4})$/.exec(text);
  if (!match) return { name: text, email: '', seconds: 0, zone: '+0000' };
  return { name: match[1]!, email: match[2]!, seconds: Number(match[3]), zone: match[4]! };
}

/** The text of a commit object. Angle brackets and line breaks would end a name early, so they are left out. */
export function formatCommit(commit: Omit<Commit, 'oid'>): string {
  const sign = (who: Signature) => `${clean(who.name)} <${clean(who.email)}> ${who.seconds} ${who.zone}`;
  return [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${sign(commit.author)}`,
    `committer ${sign(commit.committer)}`,
    '',
    commit.message,
  ].join('\n');
}

function clean(text: string): string {
  return text.replace(/[<>\u0000-\u001f]/g, '').trim() || 'tanpa nama';
}

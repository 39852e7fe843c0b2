import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';

/**
 * What can be switched on, one answer at a time: GitHub's own bad days.
 *
 * - `bad-gateway`: 502, and nothing was done
 * - `timeout`: 504, and it was done all the same
 * - `cut`: it was done, and the connection broke before the answer
 * - `primary-limit`, `secondary-limit`: 403 with the headers that say when to come back
 * - `stale`: reading gives what the same question gave before the last change
 * - `base-modified`, `mergeable-unknown`: 405 of a merge that would succeed a moment later
 * - `repointed`: reviews name the present head as the commit they were of
 */
export const faultKinds = [
  'bad-gateway',
  'timeout',
  'cut',
  'primary-limit',
  'secondary-limit',
  'stale',
  'base-modified',
  'mergeable-unknown',
  'repointed',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault that waits for the requests it fits. */
export interface Fault {
  readonly kind: FaultKind;
  /** Requests it fits: `PUT /repos/diskominfo/portal/pulls/3/merge` is tested against it. Default: every one. */
  readonly request?: RegExp | undefined;
  /** Only of requests with this token. Default: of all. */
  readonly token?: string | undefined;
  /** How many fitting requests pass before it begins. Default 0. */
  readonly after?: number | undefined;
  /** How many requests it hits. Default 1. */
  readonly times?: number | undefined;
}

/** The switches of one server. */
export interface Faults {
  /** Switches on these and no others; from the first call on, answers are remembered for `stale`. */
  set(faults: readonly Fault[]): void;
  /** How often each kind has struck. */
  struck(): ReadonlyMap<FaultKind, number>;
  readonly middleware: MiddlewareHandler;
}

interface Armed {
  readonly fault: Fault;
  toPass: number;
  left: number;
}

/** Answers kept for `stale`: of one question the last two that differ. */
const mostKept = 2000;

/** Makes the switches, all off. */
export function createFaults(): Faults {
  let armed: Armed[] = [];
  let remembers = false;
  const answers = new Map<string, Kept[]>();
  const counts = new Map<FaultKind, number>();

  /** The fault that this request meets, if any; it is used up. */
  const meet = (line: string, token: string, method: string): FaultKind | null => {
    for (const one of armed) {
      const { kind, request, token: of } = one.fault;
      if (one.left === 0 || !fits(kind, method, line)) continue;
      if ((request !== undefined && !request.test(line)) || (of !== undefined && of !== token)) continue;
      if (one.toPass > 0) {
        one.toPass -= 1;
        continue;
      }
      one.left -= 1;
      return kind;
    }
    return null;
  };

  return {
    set(faults) {
      remembers = true;
      armed = faults.map((fault) => ({ fault, toPass: fault.after ?? 0, left: fault.times ?? 1 }));
    },
    struck: () => counts,
    middleware: async (c, next) => {
      if (!remembers) return next();
      const path = new URL(c.req.url).pathname.replace(/^\/api\/v3/, '');
      const token = (c.req.header('Authorization') ?? '').replace(/^(token|bearer) /i, '');
      const isQuery = path.endsWith('/graphql');
      const kind = meet(`${c.req.method} ${path}`, token, isQuery ? 'GET' : c.req.method);
      const question =
        c.req.method === 'GET' || isQuery
          ? JSON.stringify([token, c.req.url, isQuery ? await c.req.raw.clone().text() : ''])
          : null;
      const strike = () => {
        if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      };
      const refusal = kind === null ? null : refusals[kind]?.();
      if (refusal !== null && refusal !== undefined) {
        strike();
        c.res = refusal;
        return;
      }
      if (kind === 'stale' && question !== null) {
        const old = answers.get(question)?.[0];
        if (old !== undefined) {
          strike();
          c.res = new Response(old.body, { status: old.status, headers: old.headers });
          return;
        }
      }
      await next();
      if (question !== null) await remember(answers, question, c.res);
      if (kind === 'timeout') {
        strike();
        c.res = page(504, 'Gateway Timeout');
      }
      if (kind === 'cut') {
        strike();
        (c.env as HttpBindings).outgoing.destroy();
        c.res = RESPONSE_ALREADY_SENT;
      }
      if (kind === 'repointed') {
        strike();
        c.res = await repointed(c.res);
      }
    },
  };
}

/** What a kind can befall: a refused merge befalls merges alone, old answers befall reading alone. */
function fits(kind: FaultKind, method: string, line: string): boolean {
  if (kind === 'base-modified' || kind === 'mergeable-unknown')
    return /^PUT \S+\/pulls\/\d+\/merge$/.test(line);
  if (kind === 'stale' || kind === 'repointed') return method === 'GET';
  return true;
}

/** Answers in whose place nothing is done. */
const refusals: Partial<Record<FaultKind, () => Response>> = {
  'bad-gateway': () => page(502, 'Bad Gateway'),
  'primary-limit': () =>
    json(403, 'API rate limit exceeded for installation ID 1.', {
      'X-RateLimit-Limit': '5000',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(Math.ceil(Date.now() / 1000) + 1),
    }),
  'secondary-limit': () =>
    json(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', {
      'Retry-After': '1',
    }),
  'base-modified': () => json(405, 'Base branch was modified. Review and try the merge again.'),
  'mergeable-unknown': () => json(405, 'Pull Request is not mergeable'),
};

/** GitHub's proxies answer with a page, not with JSON. */
function page(status: number, title: string): Response {
  return new Response(`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`, {
    status,
    headers: { 'Content-Type': 'text/html' },
  });
}

function json(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' }), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

interface Kept {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

async function remember(answers: Map<string, Kept[]>, question: string, response: Response): Promise<void> {
  if (!response.ok) return;
  const kept: Kept = {
    status: response.status,
    headers: new Headers(response.headers),
    body: await response.clone().text(),
  };
  const before = answers.get(question) ?? [];
  if (before.at(-1)?.body === kept.body) return;
  answers.delete(question);
  answers.set(question, [...before, kept].slice(-2));
  const [oldest] = answers.keys();
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
}

/** Reviews of a pull request's answer, as if each were of the present head. */
async function repointed(response: Response): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  try {
    const answer = JSON.parse(text) as PullAnswer;
    const pull = answer.data?.repository?.pullRequest;
    for (const review of pull?.reviews?.nodes ?? [])
      if (review.commit && pull?.headRefOid !== undefined) review.commit.oid = pull.headRefOid;
    const body = JSON.stringify(answer);
    const fresh = new Headers(headers);
    fresh.delete('Content-Length');
    return new Response(body, { status, headers: fresh });
  } catch {
    return new Response(text, { status, headers });
  }
}

interface PullAnswer {
  readonly data?: {
    readonly repository?: {
      readonly pullRequest?: {
        readonly headRefOid?: string;
        readonly reviews?: { readonly nodes: readonly { readonly commit: { oid: string } | null }[] };
      };
    };
  };
}

/** Brings an item to publication, as people do who act properly. */
import type { Event } from '../events.ts';
import { positionOf } from '../report.ts';
import type { State } from '../state.ts';
import { step } from '../step.ts';
import { allKelengkapan, minute, people } from '../testing/history.ts';
import type { Office } from './history-moves.ts';
import { statusOf, type Model } from './model-state.ts';
import { expected } from './model.ts';

/** Who makes, so that nobody is lost who could still approve. */
function makerAt({ context, holdersOf }: Office, { makers }: Model, place: number): number {
  const { langkah } = context.sop;
  const approvers = holdersOf(langkah.flatMap((item) => (item.tindakan === 'setujui' ? item.pelaksana : [])));
  const holders = holdersOf(langkah[place]!.pelaksana);
  return holders.find((person) => makers.has(person) || !approvers.includes(person)) ?? holders[0]!;
}

/** The next proper act; null where only an appointment helps (R6). */
function nextAct(office: Office, model: Model, at: string): Event | null {
  const { rules, context, holdersOf } = office;
  if (model.isClosed) return { kind: 'reopened', at, by: people.tamu };
  const sidik = model.bytes;
  if (statusOf(rules, model) === 'siap') return { kind: 'merged', at, by: people.app, sidik };
  const { kind, isApproval } = rules.steps[model.turn]!;
  const kelengkapan = allKelengkapan(context.sop);
  const hasAll = kelengkapan.every((paper) => model.papers.includes(paper));
  const completed = (by: number): Event => ({
    kind: 'content',
    at,
    by,
    sidik: at,
    kelengkapan,
    coAuthors: [],
  });
  if (kind === 'maker') {
    const by = makerAt(office, model, model.turn);
    return hasAll ? { kind: 'submitted', at, by, sidik } : completed(by);
  }
  const holders = holdersOf(context.sop.langkah[model.turn]!.pelaksana);
  const review = { kind: 'reviewed', at, id: at, sidik } as const;
  // Who checks may complete what is missing; who approves asks for it.
  if (!hasAll && !isApproval) return completed(holders[0]!);
  if (!hasAll) return { ...review, by: holders[0]!, verdict: 'return', body: 'Lengkapi.' };
  const signer = holders.find(
    (person) => !isApproval || !(model.makers.has(person) || model.editors.has(person)),
  );
  if (signer !== undefined) return { ...review, by: signer, verdict: 'sign', body: '' };
  if (holders.every((person) => model.makers.has(person))) return null;
  return { kind: 'submitted', at, by: makerAt(office, model, model.lastSubmitted!), sidik };
}

/**
 * Drives an open item on.
 *
 * @returns what is wrong: that it does not come to publication although no appointment is asked for; null where it
 *   does, or where the Position says MACET rightly
 */
export function drive(office: Office, from: State, known: Model): string | null {
  let state = from;
  let model = known;
  const begin = 50_000;
  const most = begin + 10 * office.rules.steps.length;
  for (let minutes = begin; minutes < most; minutes += 1) {
    if (model.merged !== 'no') return state.phase === 'terbit' ? null : `driven to ${state.phase}`;
    const event = nextAct(office, model, minute(minutes));
    const isTold = positionOf(state, minute(minutes)).macet.length > 0;
    if (event === null) return isTold ? null : 'stuck, and the Position does not say so';
    state = step(state, event, 0);
    model = expected(office.rules, model, event);
  }
  return `dead end at place ${state.current}`;
}

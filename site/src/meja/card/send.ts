import type { Client } from '../../../../scripts/github/read/client.ts';
import type { Desk } from '../config.ts';
import { faultWords, isUnreachable } from '../client.ts';
import type { Pending } from '../outbox.ts';
import type { Outbox } from '../use-outbox.ts';
import { openCard, type Card } from './open-card.ts';

export interface Sender {
  readonly desk: Desk;
  readonly client: Client;
  readonly outbox: Outbox;
}

/** What became of an act. */
export type Sent =
  | { readonly kind: 'sampai'; readonly card: Card | null }
  | { readonly kind: 'basi'; readonly card: Card }
  | { readonly kind: 'gagal'; readonly sebab: string };

/**
 * Sends an act that is marked as being sent. Reads the item first: other content than was on the screen gets nothing,
 * and an act that has arrived already (the answer was lost on the way) is not sent again. A race that this cannot see
 * is seen by the gate, for the review names its content.
 */
export async function sendPending({ desk, client, outbox }: Sender, pending: Pending): Promise<Sent> {
  const failed = (sebab: string): Sent => {
    outbox.dispatch({ kind: 'gagal', id: pending.id, sebab });
    return { kind: 'gagal', sebab };
  };
  try {
    const before = await openCard(desk, client, pending.pull);
    if (!before.ok) return failed(before.issues.map(({ message }) => message).join(' '));
    if (!hasArrived(before.value, pending)) {
      const card = before.value;
      if (card.reading.state.sidik !== pending.sidik && pending.event !== 'KOMENTAR') {
        const sebab = 'Isinya berubah sejak Anda melihatnya. Lihat perubahannya, lalu putuskan lagi.';
        outbox.dispatch({ kind: 'basi', id: pending.id, sebab });
        return { kind: 'basi', card };
      }
      await post(desk, client, pending, card.facts.head.oid);
    }
  } catch (error) {
    return failed(isUnreachable(error) ? noAnswer : faultWords(error));
  }
  outbox.dispatch({ kind: 'sampai', id: pending.id });
  try {
    const after = await openCard(desk, client, pending.pull);
    return { kind: 'sampai', card: after.ok ? after.value : null };
  } catch {
    // It has arrived; that it cannot be looked at again right now changes nothing.
    return { kind: 'sampai', card: null };
  }
}

const noAnswer = 'Server tidak terjangkau. Kirim lagi bila sambungan sudah ada, atau batalkan.';

async function post(desk: Desk, client: Client, pending: Pending, head: string): Promise<void> {
  const { owner, repo } = desk;
  if (pending.event === 'KOMENTAR')
    await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: pending.pull,
      body: pending.body,
    });
  else
    await client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      owner,
      repo,
      pull_number: pending.pull,
      event: pending.event,
      body: pending.body,
      commit_id: head,
    });
}

/** Whether the same words of this person stand there, besides those that stood there before. */
function hasArrived({ facts }: Card, { akun, body, event, sudahAda }: Pending): boolean {
  const list = event === 'KOMENTAR' ? facts.comments : facts.reviews;
  return list.some(
    (one) => one.by?.id === akun && one.body.trim() === body.trim() && !sudahAda.includes(one.id),
  );
}

/** Ids of what a person has said already, by which `hasArrived` tells what is new. */
export function saidBy({ facts }: Card, akun: number): string[] {
  return [...facts.reviews, ...facts.comments].flatMap(({ id, by }) => (by?.id === akun ? [id] : []));
}

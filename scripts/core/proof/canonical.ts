/**
 * When two states are the same to the rules.
 *
 * **Left out**, because no rule asks for it: the times of steps and closings (clocks are read, they decide nothing),
 * refusals and the sentences of violations (records), in which appointment a step was done, at what time.
 *
 * **Renamed**: contents, of which only matters whether they are the present one; reviews, of which only matters which
 * steps the same one cleared; people who hold the same role, who can stand for each other. Lists of contributors are
 * sets, and whoever contributed for good gains nothing by having edited too. The time of the last change matters only
 * against a signature of the same second; that signature is tried in every state.
 *
 * **Counted to two**: rounds of correction. Nothing depends on their number, so nothing is lost by it.
 *
 * So states with one key have the same future, step by step, but for names: exploring one of them is exploring all,
 * and the exploration ends although histories do not. What the model remembers is part of the key wherever it could
 * differ from the state unseen; the two are explored as a pair.
 *
 * A **coarse** key trusts one thing more, and makes far fewer states: that having contributed matters only for those
 * who hold an approving role, and who did a step, on which bytes, only where a review did it. The longer suite does
 * not trust it.
 */
import type { State } from '../state.ts';
import type { Model } from './model-state.ts';
import type { World } from './world.ts';

/** The name of everything that matters for what can follow. */
export function keyOf({ alike, approvers }: World, state: State, model: Model, isCoarse: boolean): string {
  const { done } = state;
  let marks = '';
  for (let place = 0; place < done.length; place += 1) {
    const mark = done[place]!;
    if (mark === null) {
      marks += '-';
      continue;
    }
    // By which of the steps its review began: steps with the same one fall together.
    const first = mark.review === null ? '' : done.findIndex((other) => other?.review === mark.review);
    const bytes = mark.sidik === state.sidik ? '=' : '!';
    marks += isCoarse && mark.review === null ? '+' : `${first}${bytes}`;
  }
  const persons = alike
    .map((group) => {
      const each = group.map((person) =>
        isCoarse
          ? (approvers.has(person) ? contributionOf(state, model, person) : '') + signedBy(state, person)
          : contributionOf(state, model, person) + doneBy(state, person),
      );
      return (each.length === 1 ? each : each.toSorted()).join('/');
    })
    .join(' ');
  return [
    state.phase,
    state.current,
    state.reviewFrom ?? '',
    model.review ?? '',
    state.submitted ?? '',
    model.lastSubmitted ?? '',
    state.correcting ? 'k' : '',
    Math.min(state.rounds, 2),
    state.merged ? 'm' : '',
    state.published ? 'p' : '',
    state.approved === null ? '' : state.approved === state.sidik ? '=' : '!',
    state.kelengkapan.length,
    Math.min(state.pelanggaran.length, 1),
    marks,
    persons,
  ].join('|');
}

/** Whether a person contributed, by the state and by the model. */
function contributionOf(state: State, model: Model, person: number): string {
  const text = state.lasting.includes(person) ? 'L' : state.passing.includes(person) ? 'P' : '';
  return text + (model.makers.has(person) ? 'l' : model.editors.has(person) ? 'p' : '');
}

/** Steps that a person did. */
function doneBy({ done }: State, person: number): string {
  let text = '';
  for (let place = 0; place < done.length; place += 1) if (done[place]?.by === person) text += `${place},`;
  return text;
}

/** Steps that a person's reviews signed. */
function signedBy({ done }: State, person: number): string {
  let text = '';
  for (let place = 0; place < done.length; place += 1) {
    const mark = done[place]!;
    if (mark !== null && mark.by === person && mark.review !== null) text += `${place},`;
  }
  return text;
}

import type { Setting } from './description.ts';
import { isSame, shown, type Area, type Difference } from './difference.ts';

interface Call {
  readonly does: string;
  readonly route: string;
  /** Whether the route takes all settings at once; otherwise only those that differ. */
  readonly isWhole?: boolean;
}

/** Settings of one object of the API that are not as they should be; one call settles them all. */
export function compareFields(
  area: Area,
  settings: readonly Setting[],
  state: Readonly<Record<string, unknown>> | null,
  { does, route, isWhole = false }: Call,
): readonly Difference[] {
  const differing = settings.filter(({ field, value }) => !isSame(state?.[field], value));
  const sent = isWhole ? settings : differing;
  const parameters = Object.fromEntries(sent.map(({ field, value }) => [field, value]));
  const step = { kind: 'request', route, parameters } as const;
  return differing.map(({ field, label, value }) => ({
    area,
    name: label,
    is: shown(state?.[field]),
    should: shown(value),
    does,
    step,
  }));
}

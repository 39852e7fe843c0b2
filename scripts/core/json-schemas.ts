import { z } from 'zod';
import { eventSchema } from './events.ts';
import { positionSchema } from './position.ts';

/**
 * The contracts of `paraf trace` as JSON Schema (draft 2020-12), by file name: an event as it may be given, a Position
 * as it is printed. Published in `scripts/core/schema/`; `paraf schema` writes them there.
 */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const event = eventSchema.meta({
    title: 'Event',
    description: 'What happened to one item: one line of a file of events (paraf trace --events).',
  });
  const position = positionSchema.meta({
    title: 'Position',
    description: 'Where an item stands in its SOP: what paraf trace --json prints.',
  });
  return new Map<string, object>([
    ['event.schema.json', z.toJSONSchema(event, { io: 'input' })],
    ['position.schema.json', z.toJSONSchema(position)],
  ]);
}

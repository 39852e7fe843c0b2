import { kalenderSchema, type KalenderDocument } from '../../../content/schema/kalender.ts';
import { tableOf, type Kalender } from '../../../scripts/core/kalender-table.ts';
import { once } from './portal.ts';
import { settings } from './settings.ts';

/** `content/kalender.yml` as it is written. */
export function kalenderDocument(): KalenderDocument {
  return once('kalender document', () => settings('kalender.yml', kalenderSchema));
}

/** The office's working calendar, ready to be asked. */
export function kalender(): Kalender {
  return once('kalender', () => tableOf('content/kalender.yml', kalenderDocument()));
}

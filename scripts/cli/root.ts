import { resolve } from 'node:path';

/** The checkout that this program belongs to. */
export const root = resolve(import.meta.dirname, '../..');

import type { Local } from '../local.ts';
import type { Addresses } from '../shape/addresses.ts';

/** What every node is made from: the state, and the addresses of the origin that was asked. */
export interface View {
  readonly local: Local;
  readonly at: Addresses;
}

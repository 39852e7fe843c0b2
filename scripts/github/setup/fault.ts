/** Setup cannot go on, for a reason that the person can mend: the message says what happened, why and what to do. */
export class SetupFault extends Error {
  override readonly name = 'SetupFault';
}

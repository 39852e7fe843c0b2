/** The server cannot start. The message says what happened, why, and what to do; nothing was changed or deleted. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

/** Counts what this process asks of an API, and what comes back. */

export interface Calls {
  readonly calls: number;
  /** Of the answers, as they arrive without compression. */
  readonly bytes: number;
  readonly seconds: number;
}

/** Does something and counts the requests that are made meanwhile. */
export async function countCalls(act: () => Promise<unknown>): Promise<Calls> {
  const plain = globalThis.fetch;
  let [calls, bytes] = [0, 0];
  globalThis.fetch = async (input, init) => {
    const answer = await plain(input, init);
    calls += 1;
    bytes += (await answer.clone().arrayBuffer()).byteLength;
    return answer;
  };
  const begin = performance.now();
  try {
    await act();
  } finally {
    globalThis.fetch = plain;
  }
  return { calls, bytes, seconds: (performance.now() - begin) / 1000 };
}

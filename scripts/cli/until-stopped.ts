/**
 * Waits until the system or a person wants the process to end. A second wish after a moment ends it at once: what is
 * half done is put right by the next start.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const end = () => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        resolve();
        // One Ctrl+C can arrive twice: from the terminal, and passed on by the launcher.
      } else if (performance.now() - askedAt > 1000) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  });
}

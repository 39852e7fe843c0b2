interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): ScriptAddresses;
}
interface ScriptAddresses {
  createScriptURL(text: string): string;
}

/** Address of the worker, relative to the page: the only one that the page's policy ever lets in. */
const program = 'pekerja.js';

/**
 * Has the desk's shell kept on this device, so that it opens without a connection too. Where a browser cannot, or has
 * no room, the desk works as it does without.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
    const policy = types?.createPolicy('pekerja', {
      createScriptURL: () => new URL(program, document.baseURI).pathname,
    });
    await navigator.serviceWorker.register(policy?.createScriptURL(program) ?? program);
  } catch {
    // A private window, or a full disk: nothing that a person could do about it now.
  }
}

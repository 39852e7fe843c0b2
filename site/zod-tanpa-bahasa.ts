import type { Plugin } from 'vite';

/**
 * Zod carries its messages in some fifty languages, and no bundler can tell that nobody asks for them: half of what a
 * browser would have to fetch before it can open an item. Ours are written in `scripts/core/schema-messages.ts`.
 */
export function zodWithoutLanguages(): Plugin {
  const name = '\0zod-tanpa-bahasa';
  return {
    name: 'zod-without-languages',
    enforce: 'pre',
    applyToEnvironment: ({ name: environment }) => environment === 'client',
    resolveId(id, importer) {
      return id.endsWith('/locales/index.js') && /[\\/]zod[\\/]/.test(importer ?? '') ? name : null;
    },
    load: (id) => (id === name ? 'export {};' : null),
  };
}

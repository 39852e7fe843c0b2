import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { join } from 'node:path';
import { sopSchema } from '../../content/schema/sop.ts';
import { halamanSchema } from '../../content/schema/halaman.ts';

// Only pages of fixed number are collections. Items come from src/data, which costs what changed (design, section 9).
const content = join(process.env['PARAF_CONTENT'] ?? '..', 'content');
const folderName = ({ entry }: { entry: string }) => entry.replace(/(\/index)?\.mdx?$/, '');

/**
 * Astro keeps what it read under the digest of the file alone, so that a changed schema would leave old values in
 * the pages. These files are few: they are read anew for each build.
 */
function afresh(loader: Loader): Loader {
  return {
    ...loader,
    load: async (context) => {
      context.store.clear();
      await loader.load(context);
    },
  };
}

export const collections = {
  sop: defineCollection({
    loader: afresh(glob({ base: join(content, 'sop'), pattern: '*/index.md', generateId: folderName })),
    schema: sopSchema,
  }),
  halaman: defineCollection({
    loader: afresh(
      glob({ base: join(content, 'halaman'), pattern: '**/*.{md,mdx}', generateId: folderName }),
    ),
    schema: halamanSchema,
  }),
};

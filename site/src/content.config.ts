import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { join } from 'node:path';
import { sopSchema } from '../../content/schema/sop.ts';
import { halamanSchema } from '../../content/schema/halaman.ts';

// Only pages of fixed number are collections. Items come from src/data, which costs what changed (design, section 9).
const content = join(process.env['PARAF_CONTENT'] ?? '..', 'content');
const folderName = ({ entry }: { entry: string }) => entry.replace(/(\/index)?\.mdx?$/, '');

export const collections = {
  sop: defineCollection({
    loader: glob({ base: join(content, 'sop'), pattern: '*/index.md', generateId: folderName }),
    schema: sopSchema,
  }),
  halaman: defineCollection({
    loader: glob({ base: join(content, 'halaman'), pattern: '**/*.md', generateId: folderName }),
    schema: halamanSchema,
  }),
};

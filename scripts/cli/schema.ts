import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { jsonSchemas } from '../core/json-schemas.ts';
import { root } from './root.ts';

/** `paraf schema [folder]`: writes the contracts of `paraf trace` as JSON Schema. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('menulis JSON Schema peristiwa dan kedudukan butir')
    .argument('[folder]', 'folder tujuan', 'scripts/core/schema')
    .action((folder: string) => {
      const to = resolve(root, folder);
      mkdirSync(to, { recursive: true });
      for (const [name, schema] of jsonSchemas()) {
        writeFileSync(join(to, name), `${JSON.stringify(schema, null, 2)}\n`);
        process.stdout.write(`${name}\n`);
      }
    });
}

import { expect, test } from 'vitest';
import { collections } from '../content/schema/collections.ts';
import { fieldGuide, fieldGuidePath } from './guide.ts';

test('the guide lists the fields that the schemas have: update it with `vitest run cms/guide.test.ts -u`', async () => {
  await expect(fieldGuide()).toMatchFileSnapshot(`../${fieldGuidePath}`);
});

test('each collection has its own list; what the form hides is not told', () => {
  const guide = fieldGuide();
  for (const { label } of collections) expect(guide).toContain(`\n## ${label}\n`);
  expect(guide).toContain('| Bahan liputan › Dokumentasi › Berkas | berkas | ya | tidak |');
  expect(guide).toContain(
    '| **Judul** | teks, 5 sampai 120 huruf | ya | ya | Lima sampai sepuluh kata: siapa melakukan apa. |',
  );
  expect(guide).not.toContain('Contoh |');
});

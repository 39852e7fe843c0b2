import { expect, it } from 'vitest';
import { mainPart, pullQuery } from './queries.ts';

it('names branches in full: for Git a tag `paraf`, which any editor may set, comes before the branch', () => {
  const expressions = [pullQuery, mainPart('content/berita')].flatMap((query) =>
    [...query.matchAll(/object\(expression:"([^"]*)"/g)].map(([, expression]) => expression),
  );
  expect(expressions).toEqual(['refs/heads/paraf:sistem.json', 'refs/heads/main']);
});

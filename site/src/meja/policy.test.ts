import { expect, test } from 'vitest';
import { mejaPolicy, originsOf, policyInto } from './policy.ts';

const config = { repo: 'diskominfo/portal', app: 7 };
const production = {
  ...config,
  apiRoot: 'https://github.contoh.go.id/api/v3',
  signInOrigin: 'https://masuk.contoh.go.id',
};

test('the desk speaks to what its configuration names, and to nothing else', () => {
  expect(originsOf(config)).toEqual([]);
  expect(originsOf(production)).toEqual(['https://github.contoh.go.id', 'https://masuk.contoh.go.id']);
  expect(mejaPolicy(originsOf(production))).toContain(
    "; connect-src 'self' https://github.contoh.go.id https://masuk.contoh.go.id; ",
  );
});

test('a built page gets the policy of its office; a page without one is not handed over', () => {
  const page = (policy: string) =>
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Meja</title>`;
  expect(policyInto(page(mejaPolicy()), production)).toBe(page(mejaPolicy(originsOf(production))));
  expect(() => policyInto('<head><title>Meja</title>', production)).toThrow(
    'The page of the desk has no policy to set.',
  );
});

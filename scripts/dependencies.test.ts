/** What comes from others comes as it was when it was chosen, and runs nothing while it is installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

type Versions = Readonly<Record<string, string>>;
const manifest = json('package.json') as Readonly<Record<string, Versions | undefined>>;
const lock = json('package-lock.json') as {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version: string; readonly integrity?: string; readonly hasInstallScript?: true }
    >
  >;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const chosen = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
  Object.entries(manifest[kind] ?? {}),
);

it('every dependency is chosen by its exact version, and the lockfile has that one', () => {
  expect(chosen.length).toBeGreaterThan(40);
  expect(chosen.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const others = chosen.filter(
    ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
  );
  expect(others).toEqual([]);
});

it('every package of the lockfile has its integrity', () => {
  expect(locked.length).toBeGreaterThan(500);
  expect(
    locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path),
  ).toEqual([]);
});

it('a package that would run something while it is installed is forbidden to, by name', () => {
  const runs = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = runs.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`);
  expect(Object.entries(manifest['allowScripts'] ?? {})).toEqual(names.map((name) => [name, false]));
  // An older npm does not know that list.
  for (const file of ['scripts/run.mjs', '.github/workflows/publish.yml']) {
    const installs = readFileSync(join(root, file), 'utf8').match(/^.*(npm ci|\['ci').*$/gm);
    expect(installs).toEqual([expect.stringContaining('--ignore-scripts')]);
  }
});

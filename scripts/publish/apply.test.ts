import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyToSite, catchUp, SiteChangeError, type SiteChange } from './apply.ts';
import {
  currentHash,
  currentSite,
  idleTree,
  pruneSites,
  readState,
  showBuilt,
  siteDir,
  stagingDir,
  treeDir,
} from './deploy.ts';
import { manifestName, siteFiles, writeManifest, type BuiltFrom } from './manifest.ts';
import { stoppingBefore, withoutLinks } from './testing/dying.ts';

/** Path → text. */
type Portal = Readonly<Record<string, string>>;

/** In memory, where there is such a disk: the machine stops at so many points that waiting for a real one is long. */
const disk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(disk, 'paraf-ubah-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const nameOf = (portal: Portal, { asOf }: BuiltFrom) =>
  sha256(JSON.stringify([Object.entries(portal).toSorted(), asOf])).slice(0, 16);
const from = (day: number): BuiltFrom => ({
  sistem: 'a'.repeat(40),
  asOf: `2026-11-${String(day).padStart(2, '0')}`,
});

function write(folder: string, portal: Portal): void {
  for (const [path, text] of Object.entries(portal)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Builds a portal as a whole: the reference. */
async function whole(folder: string, portal: Portal, builtFrom: BuiltFrom): Promise<void> {
  write(folder, portal);
  await writeManifest(folder, builtFrom);
}

async function buildAndShow(portal: Portal, builtFrom = from(1)): Promise<void> {
  const name = nameOf(portal, builtFrom);
  await whole(stagingDir(dataDir), portal, builtFrom);
  await showBuilt(dataDir, name);
  pruneSites(dataDir);
}

/** What makes one portal of another, its new files laid ready. */
function changeTo(before: Portal, after: Portal, builtFrom = from(1)): SiteChange {
  const folder = join(dataDir, 'dirender');
  rmSync(folder, { recursive: true, force: true });
  const fresh = Object.entries(after).filter(([path, text]) => before[path] !== text);
  write(folder, Object.fromEntries(fresh));
  return {
    from: folder,
    writes: fresh.map(([path, text]) => ({ path, sha256: sha256(text), size: Buffer.byteLength(text) })),
    removes: Object.keys(before).filter((path) => !(path in after)),
    builtFrom,
    name: nameOf(after, builtFrom),
  };
}

/** Every file of a folder with its text. */
const filesOf = (folder: string): Portal =>
  Object.fromEntries(
    [manifestName, ...siteFiles(folder)].map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
const shown = () => filesOf(currentSite(dataDir)!);
const idle = () => filesOf(treeDir(dataDir, idleTree(dataDir)));

/** The reference, from another folder. */
async function built(portal: Portal, builtFrom = from(1)): Promise<Portal> {
  const folder = mkdtempSync(join(disk, 'paraf-acuan-'));
  try {
    await whole(folder, portal, builtFrom);
    return filesOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is left lying beside the trees. */
const besides = () =>
  readdirSync(siteDir(dataDir)).filter(
    (name) => !['kini', 'kini.txt', 'portal-a', 'portal-b', 'portal.json'].includes(name),
  );

const before: Portal = {
  'index.html': 'depan',
  '404.html': 'tidak ada',
  'berita/2026/11/satu/index.html': 'satu',
  'berita/2026/11/index.html': 'bulan',
  'berita/2026/10/lama/foto.png': 'gambar',
  'berita/2026/10/lama/index.html': 'lama',
  'halaman/a': 'berkas',
  'halaman/b/isi': 'di dalam folder',
};
/** A page anew, one changed, a whole folder gone, a folder where a file was, and the other way round. */
const after: Portal = {
  'index.html': 'depan, dengan dua',
  '404.html': 'tidak ada',
  'berita/2026/11/satu/index.html': 'satu',
  'berita/2026/11/dua/index.html': 'dua',
  'berita/2026/11/index.html': 'bulan, dengan dua',
  'halaman/a/isi': 'di dalam folder',
  'halaman/b': 'berkas',
};

describe('a change of the portal', () => {
  it('gives the bytes of a whole build, its list of files too, and the other tree follows by links', async () => {
    await buildAndShow(before);
    const change = changeTo(before, after, from(2));
    await applyToSite(dataDir, change);
    expect(shown()).toEqual(await built(after, from(2)));
    expect(currentHash(dataDir)).toBe(change.name);
    expect(idle()).toEqual(await built(before));

    await catchUp(dataDir);
    expect(idle()).toEqual(shown());
    const [one, other] = (['portal-a', 'portal-b'] as const).map((tree) => treeDir(dataDir, tree));
    for (const path of siteFiles(one!))
      expect(statSync(join(one!, path)).ino).toBe(statSync(join(other!, path)).ino);
    expect(readState(dataDir).beda).toEqual([]);
    expect(besides()).toEqual([]);
  });

  it('never writes into a file that stands in both trees', async () => {
    await buildAndShow(before);
    await catchUp(dataDir);
    const page = (tree: 'portal-a' | 'portal-b') => join(treeDir(dataDir, tree), 'index.html');
    const old = idleTree(dataDir) === 'portal-a' ? 'portal-b' : 'portal-a';
    await applyToSite(dataDir, changeTo(before, after));
    expect(readFileSync(page(old), 'utf8')).toBe('depan');
    expect(readFileSync(page(idleTree(dataDir) === 'portal-a' ? 'portal-b' : 'portal-a'), 'utf8')).toBe(
      'depan, dengan dua',
    );
  });

  it('has each way back, and goes on where nobody made the trees the same between', async () => {
    await buildAndShow(before);
    for (const [one, other] of [
      [before, after],
      [after, before],
      [before, after],
    ] as const) {
      await applyToSite(dataDir, changeTo(one, other));
      expect(shown()).toEqual(await built(other));
    }
  });

  it('writes nothing for what is the same, and takes nothing away that is not there', async () => {
    await buildAndShow(before);
    await catchUp(dataDir);
    const page = join(currentSite(dataDir)!, 'index.html');
    const { ino } = statSync(page);
    const change = changeTo({}, before, from(2));
    await applyToSite(dataDir, { ...change, removes: ['tidak/ada.html', '../../portal.json'] });
    expect(shown()).toEqual(await built(before, from(2)));
    expect(statSync(join(currentSite(dataDir)!, 'index.html')).ino).toBe(ino);
    expect(readState(dataDir).beda).toEqual([manifestName]);
  });

  it('makes the tree that is not shown anew where somebody took it away', async () => {
    await buildAndShow(before);
    await catchUp(dataDir);
    rmSync(treeDir(dataDir, idleTree(dataDir)), { recursive: true });
    await applyToSite(dataDir, changeTo(before, after));
    expect(shown()).toEqual(await built(after));
  });

  it('works where there are no hard links', async () => {
    await withoutLinks(async () => {
      await buildAndShow(before);
      await applyToSite(dataDir, changeTo(before, after));
      await catchUp(dataDir);
      expect(shown()).toEqual(await built(after));
      expect(idle()).toEqual(shown());
      const [one, other] = (['portal-a', 'portal-b'] as const).map((tree) => treeDir(dataDir, tree));
      expect(statSync(join(one!, 'index.html')).ino).not.toBe(statSync(join(other!, 'index.html')).ino);
    });
  });

  it('is the same by any way: changes, whole builds, with and without catching up', async () => {
    let seed = 20_261_102;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 4_294_967_296) * below);
    };
    const paths = Array.from(
      { length: 40 },
      (_, n) => `${['a', 'a-b', 'a/b', 'é', 'z'][n % 5]!}/${n % 8}/${n}`,
    );
    let portal: Portal = { 'index.html': '0' };
    await buildAndShow(portal);
    for (let round = 1; round <= 200; round += 1) {
      const next: Record<string, string> = { ...portal, 'index.html': String(round) };
      for (let n = random(8); n > 0; n -= 1) {
        const path = paths[random(paths.length)]!;
        if (random(3) === 0) delete next[path];
        else next[path] = `${path} ${random(50)}`;
      }
      const builtFrom = from(1 + (round % 28));
      if (random(20) === 0) await buildAndShow(next, builtFrom);
      else await applyToSite(dataDir, changeTo(portal, next, builtFrom));
      if (random(2) === 0) await catchUp(dataDir);
      expect(shown()).toEqual(await built(next, builtFrom));
      portal = next;
    }
    await catchUp(dataDir);
    expect(idle()).toEqual(shown());
  });
});

describe('what cannot be changed in proportion', () => {
  it.each<[string, (change: SiteChange) => SiteChange, string]>([
    [
      'a new file that was cut off',
      (change) => ({ ...change, writes: change.writes.map((file) => ({ ...file, size: file.size + 1 })) }),
      'Berkas index.html yang baru dibuat tidak utuh.',
    ],
    [
      'a new file outside the portal',
      (change) => ({ ...change, writes: [{ path: '../portal.json', sha256: '0'.repeat(64), size: 2 }] }),
      'Berkas ../portal.json yang baru dibuat tidak utuh.',
    ],
    [
      'a list of files that was made by hand',
      (change) => ({ ...change, writes: [{ path: manifestName, sha256: '0'.repeat(64), size: 2 }] }),
      'Berkas manifes.sha256 yang baru dibuat tidak utuh.',
    ],
  ])('%s', async (_, spoil, message) => {
    await buildAndShow(before);
    const change = spoil(changeTo(before, after));
    await expect(applyToSite(dataDir, change)).rejects.toThrow(new SiteChangeError(message));
    expect(shown()).toEqual(await built(before));
  });

  it('a portal without its list of files, and none at all', async () => {
    const change = changeTo(before, after);
    await expect(applyToSite(dataDir, change)).rejects.toThrow('Belum ada portal utuh untuk diubah.');
    await buildAndShow(before);
    rmSync(join(currentSite(dataDir)!, manifestName));
    await expect(applyToSite(dataDir, change)).rejects.toThrow(
      'Daftar berkas portal yang tayang tidak ada atau rusak.',
    );
  });

  it('a portal of which nobody knows any more what it was made of', async () => {
    await buildAndShow(before);
    writeFileSync(join(siteDir(dataDir), 'portal.json'), '{"names":');
    expect(currentHash(dataDir)).toBe(null);
    expect(shown()).toEqual(await built(before));
    await expect(applyToSite(dataDir, changeTo(before, after))).rejects.toThrow(SiteChangeError);
    await buildAndShow(after);
    expect(shown()).toEqual(await built(after));
  });
});

describe('a machine that stops before any of its writes', () => {
  /** Stops a work before its first, second … write, each time on a portal as it was, until it gets through. */
  async function atEachPoint(
    prepare: () => Promise<void>,
    work: () => Promise<unknown>,
    look: () => Promise<void>,
  ): Promise<number> {
    for (let nth = 1; ; nth += 1) {
      rmSync(dataDir, { recursive: true, force: true });
      await prepare();
      const isStopped = await stoppingBefore(nth, work);
      await look();
      if (!isStopped) return nth - 1;
    }
  }

  it.each([
    ['trees that are the same', true],
    ['a tree that has yet to follow', false],
  ])(
    'while changing, with %s: the public sees a whole portal, and the change can be made again',
    async (_, isSame) => {
      const [old, fresh] = [await built(before), await built(after, from(2))];
      const seen = new Set<string>();
      const points = await atEachPoint(
        async () => {
          await buildAndShow(before);
          if (isSame) await catchUp(dataDir);
        },
        async () => {
          await applyToSite(dataDir, changeTo(before, after, from(2)));
          await catchUp(dataDir);
        },
        async () => {
          const isNew = currentHash(dataDir) === nameOf(after, from(2));
          seen.add(String(isNew));
          expect(shown()).toEqual(isNew ? fresh : old);
          if (!isNew) await applyToSite(dataDir, changeTo(before, after, from(2)));
          expect(shown()).toEqual(fresh);
          await catchUp(dataDir);
          expect([idle(), shown(), besides()]).toEqual([fresh, fresh, []]);
        },
      );
      expect([points > 40, [...seen].toSorted()]).toEqual([true, ['false', 'true']]);
    },
  );

  it('while showing a whole build', async () => {
    const [old, fresh] = [await built(before), await built(after)];
    const points = await atEachPoint(
      () => buildAndShow(before),
      () => buildAndShow(after),
      async () => {
        const isNew = currentHash(dataDir) === nameOf(after, from(1));
        expect(shown()).toEqual(isNew ? fresh : old);
        if (!isNew) await buildAndShow(after);
        expect(shown()).toEqual(fresh);
        await catchUp(dataDir);
        pruneSites(dataDir);
        expect([idle(), besides()]).toEqual([fresh, []]);
      },
    );
    expect(points).toBeGreaterThan(10);
  });
});

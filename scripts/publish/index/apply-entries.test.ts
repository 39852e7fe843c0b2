import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEntries } from './apply-entries.ts';
import { buildIndex, IndexFault } from './build-index.ts';
import { openIndex } from './database.ts';
import type { Numbered } from './publication.ts';
import { changesSinceShown, readShown, settle } from './shown.ts';
import { fingerprint, readState } from './state.ts';
import { openOffice, type Office } from './testing/office.ts';

const state = { asOf: '2026-11-20', sistem: 'c', tunggakan: [] };
const source = ({ readTree }: Office) => ({
  readTree,
  base: '/',
  measure: ({ langkah, at }: { langkah: readonly { at: string }[]; at: string }) =>
    (Date.parse(at) - Date.parse(langkah[0]!.at)) / 60_000,
  state,
});
const full = (office: Office, database = openIndex(':memory:')) => {
  const { ledger, live } = office;
  buildIndex(database, { ...source(office), ledger, live });
  return database;
};
/** What new entries publish, as long as nothing else lies on `main`. */
const changesBy = (entries: readonly Numbered[]) => {
  const latest = new Map(entries.map(({ entry }) => [(entry as { path: string }).path, entry]));
  return [...latest].map(([path, after]) => ({ path, after }));
};
const apply = (database: DatabaseSync, office: Office, ...entries: Numbered[]) =>
  applyEntries(database, { ...source(office), entries, changes: changesBy(entries) });

/** Everything that pages are made from, in an order of its own. */
const everything = (database: DatabaseSync) => ({
  tables: ['item', 'dalam', 'versi'].map((name) =>
    database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  ),
  counted: ['jumlah', 'waktu'].map((name) =>
    database.prepare(`SELECT * FROM ${name} WHERE jumlah > 0 ORDER BY 1, 2, 3`).all(),
  ),
  fingerprint: fingerprint(database),
  state: readState(database),
});

const folder = (slug: string, month = '11') => `content/berita/2026/${month}/${slug}`;

describe('a few new entries', () => {
  it('lead to the index that is made from the whole ledger, whatever they say and however they come', () => {
    const paths = [
      folder('satu'),
      folder('dua'),
      folder('tiga', '12'),
      'content/informasi-publik/bappeda/neraca',
    ];
    const act = fc.record({
      path: fc.constantFrom(...paths),
      isWithdrawn: fc.boolean(),
      opd: fc.constantFrom('bappeda', 'dinas-sosial'),
      judul: fc.constantFrom('Pasar pagi', 'Pasar sore'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(act, { maxLength: 3 }), { maxLength: 6 }), (rounds) => {
        const office = openOffice();
        const database = full(office);
        for (const round of rounds) {
          const entries = round.map(({ path, isWithdrawn, opd, judul }) =>
            isWithdrawn ? office.withdraw(path) : office.publish(path, { front: { opd, judul } }),
          );
          apply(database, office, ...entries);
        }
        expect(everything(database)).toEqual(everything(full(office)));
      }),
      { numRuns: 60 },
    );
  });

  it('are told as rows before and after', () => {
    const office = openOffice();
    office.publish(folder('satu'), { front: { judul: 'Lama sekali' } });
    const database = full(office);
    settle(database, 'portal-1');
    const changes = apply(
      database,
      office,
      office.publish(folder('satu'), { front: { judul: 'Baru sekali' } }),
      office.publish(folder('dua'), { front: { opd: 'bappeda' } }),
    );
    expect(changes.map(({ path, before, after }) => [path, before?.judul, after?.judul, after?.opd])).toEqual(
      [
        [folder('dua'), undefined, 'Kabar kota', 'bappeda'],
        [folder('satu'), 'Lama sekali', 'Baru sekali', 'dinas-kesehatan'],
      ],
    );
    expect(changes[1]?.after?.terbit).toBe('2026-11-02T01:00:00.000Z');
    expect(changes[1]?.before?.html).toBe('<p>Isi.</p>\n');
  });

  it('are told again, from the portal that is live on, until another one is', () => {
    const office = openOffice();
    office.publish(folder('satu'), { front: { judul: 'Pertama' } });
    const database = full(office);
    settle(database, 'portal-1');
    apply(database, office, office.publish(folder('satu'), { front: { judul: 'Kedua' } }));
    // The machine stopped before the switch; the next publication has one entry more.
    apply(database, office, office.publish(folder('satu'), { front: { judul: 'Ketiga' } }));
    expect(changesSinceShown(database).map(({ before, after }) => [before?.judul, after?.judul])).toEqual([
      ['Pertama', 'Ketiga'],
    ]);
    expect(readShown(database)?.name).toBe('portal-1');
    settle(database, 'portal-2');
    expect([changesSinceShown(database), readShown(database)?.name]).toEqual([[], 'portal-2']);
  });

  it('are not all: an item is left out while somebody else’s bytes lie in its place, and comes back as it was', () => {
    const office = openOffice();
    office.publish(folder('satu'));
    const { entry } = office.publish(folder('satu'), { text: 'Ralat.' });
    office.publish(folder('dua'));
    const database = full(office);
    const before = everything(database);
    const changed = (after: typeof entry | null) =>
      applyEntries(database, { ...source(office), entries: [], changes: [{ path: folder('satu'), after }] });
    changed(null);
    const live = office.live.filter(({ path }) => path !== folder('satu'));
    const without = openIndex(':memory:');
    buildIndex(without, { ...source(office), ledger: office.ledger, live });
    expect(everything(database)).toEqual(everything(without));
    changed(entry);
    expect(everything(database)).toEqual(before);
  });

  it('change nothing at all when one of them cannot be shown', () => {
    const office = openOffice();
    office.publish(folder('satu'));
    const database = full(office);
    const before = everything(database);
    const good = office.publish(folder('dua'));
    const bad = office.publish(folder('tiga'), { front: { judul: '' } });
    expect(() => apply(database, office, good, bad)).toThrow(IndexFault);
    expect([everything(database), changesSinceShown(database)]).toEqual([before, []]);
  });
});

describe('what the index speaks of', () => {
  it('tells what changed since the portal that is live also when it is brought up to date as a whole', () => {
    const office = openOffice();
    office.publish(folder('satu'));
    office.publish(folder('dua'));
    const database = full(office);
    settle(database, 'portal-1');
    office.publish(folder('satu'), { front: { judul: 'Diralat' } });
    full(office, database);
    expect(changesSinceShown(database).map(({ path, after }) => [path, after?.judul])).toEqual([
      [folder('satu'), 'Diralat'],
    ]);
  });

  it('forgets which portal is live for another system: then every page is made anew', () => {
    const office = openOffice();
    office.publish(folder('satu'));
    const database = full(office);
    settle(database, 'portal-1');
    const { ledger, live } = office;
    buildIndex(database, { ...source(office), ledger, live, state: { ...state, sistem: 'd' } });
    expect(readShown(database)).toBeNull();
  });

  it('keeps the numbers of what waits for the day, as long as nothing else changes', () => {
    const office = openOffice();
    const waiting = (berjalan: number) => [{ sop: 's', berjalan, terlambat: 0, dikoreksi: 0 }];
    const at = (berjalan: number, asOf: string, ...entries: Numbered[]) => {
      applyEntries(database, {
        ...source(office),
        state: { ...state, asOf, tunggakan: waiting(berjalan) },
        entries,
        changes: changesBy(entries),
      });
      return readState(database)?.tunggakan[0]?.berjalan;
    };
    const database = full(office);
    expect(at(1, '2026-11-21')).toBe(1);
    expect(at(2, '2026-11-21')).toBe(1);
    expect(at(3, '2026-11-21', office.publish(folder('satu')))).toBe(3);
    expect(at(4, '2026-11-22')).toBe(4);
  });
});

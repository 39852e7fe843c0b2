import { collections, placeOf } from '../../content/schema/collections.ts';
import { readCheckout } from '../check/checkout.ts';
import { buildAturan } from '../core/aturan.ts';
import { formatIssue } from '../core/issue.ts';
import { isSigned } from '../core/sop.ts';
import { sampleBerita } from './berita.ts';
import { sampleDikecualikan } from './informasi-dikecualikan.ts';
import { informasiPublikOf } from './informasi-publik.ts';
import { sampleKampanye } from './kampanye.ts';
import { sampleKonten } from './konten.ts';
import type { SampleItem, SampleMaker } from './sample.ts';
import { sampleSertaMerta } from './serta-merta.ts';
import { itemUntil } from './until.ts';

/** The sample items of a checkout, by the SOPs and the flow that stand in it. */
export interface Samples {
  /** Names of the collections that have samples. */
  readonly names: readonly string[];
  /** The n-th sample of a collection, from 0; undefined where the collection has none. */
  make(collection: string, n: number, slug?: string): SampleItem | undefined;
  /** Numbers of the steps of the SOP that governs a collection. */
  stepsOf(collection: string): readonly number[];
  /** An item as it stands once a step is done, before later steps add their papers. */
  until(item: SampleItem, no: number): SampleItem;
}

/** Reads the settings of a checkout and gives its samples. Throws where they have faults: `paraf check` tells them. */
export function samplesOf(checkout: string): Samples {
  const { parsed } = readCheckout(checkout);
  const aturan = buildAturan(parsed);
  if (!aturan.ok) throw new Error(aturan.issues.map(formatIssue).join('\n'));
  const { sops, alur } = aturan.value;
  const makers: Readonly<Record<string, SampleMaker>> = {
    berita: sampleBerita,
    konten: sampleKonten,
    kampanye: sampleKampanye,
    'informasi-publik': informasiPublikOf([...sops.values()].filter(isSigned)),
    'informasi-dikecualikan': sampleDikecualikan,
    'serta-merta': sampleSertaMerta,
  };
  const sopOf = (collection: string) => sops.get(alur.get(collection)?.sop ?? '');
  return {
    names: collections.map(({ name }) => name).filter((name) => Object.hasOwn(makers, name)),
    make: (collection, n, slug) =>
      Object.hasOwn(makers, collection) ? makers[collection]?.(n, slug) : undefined,
    stepsOf: (collection) => sopOf(collection)?.langkah.map(({ no }) => no) ?? [],
    until(item, no) {
      const place = placeOf(`${item.folder}/index.md`);
      if (place.kind !== 'item') throw new Error(`not an item folder: ${item.folder}`);
      const { collection } = place;
      const flow = alur.get(collection.name);
      const sop = sopOf(collection.name);
      if (flow === undefined || sop === undefined) throw new Error(`${collection.name} has no SOP`);
      return itemUntil(item, { collection, alur: flow, sop }, no);
    },
  };
}

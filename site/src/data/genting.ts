import type { Peringatan } from '../../../scripts/core/ppid/serta-merta.ts';
import { dayInWib, plusDays } from '../../../scripts/core/ppid/tanggal.ts';
import { cardsOf } from './items.ts';
import { once, portal } from './portal.ts';
import { informasiPublik, warnings } from './ppid.ts';

/** Days for which an entry of the list that must be announced at once is told everywhere. */
const days = 7;

/**
 * What everybody must see now: the warnings that hold, then what the list has as serta-merta (UU 14/2008 Pasal 10) for
 * a week from its publication. It follows from the day of the publication, never from the moment of building.
 */
export function notices(): readonly Peringatan[] {
  return once('notices', () => {
    const asOf = portal().state?.asOf;
    if (asOf === undefined) return [];
    const list = { collection: informasiPublik, facet: 'kategori', value: 'serta-merta' } as const;
    // A day more, for the day of a publication is counted in local time.
    const listed = cardsOf(list, plusDays(asOf, -days - 1))
      .flatMap(({ judul, ringkasan, url, terbit }): Peringatan[] => {
        const sampai = terbit === null ? '' : plusDays(dayInWib(terbit), days);
        return sampai < asOf ? [] : [{ judul, ringkasan, alamat: url, sampai }];
      })
      .toReversed();
    return [
      ...warnings().map(({ judul, ringkasan, url, data: { berlakuSampai } }): Peringatan => {
        return { judul, ringkasan, alamat: url, sampai: berlakuSampai ?? asOf };
      }),
      ...listed,
    ];
  });
}

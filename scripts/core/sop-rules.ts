import { kindOf, type SopParts } from '../../content/schema/sop.ts';
import { sopMessages as say } from './sop-messages.ts';

/** Something wrong between the parts of an SOP, at a path of its front matter. */
export interface SopFault {
  readonly code: keyof typeof say;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Langkah = SopParts['langkah'][number];
type Rule = (sop: SopParts) => SopFault[];

const kind = (langkah: Langkah) => kindOf(langkah.tindakan);

function eachLangkah(
  sop: SopParts,
  check: (langkah: Langkah, path: readonly ['langkah', number]) => SopFault[],
) {
  return sop.langkah.flatMap((langkah, index) => check(langkah, ['langkah', index]));
}

const numbers: Rule = (sop) =>
  eachLangkah(sop, ({ no }, path) => {
    const earlier = sop.langkah.slice(0, path[1]);
    if (earlier.some((langkah) => langkah.no === no))
      return [{ code: 'sop-nomor-ganda', path: [...path, 'no'], message: say['sop-nomor-ganda'](no) }];
    const before = earlier.at(-1);
    if (before === undefined || before.no < no) return [];
    const message = say['sop-nomor-tidak-urut'](no, before.no);
    return [{ code: 'sop-nomor-tidak-urut', path: [...path, 'no'], message }];
  });

/** Begins with work, ends with approval: nothing is made after it, and nothing is published before it. */
const order: Rule = (sop) => {
  const faults: SopFault[] = [];
  const approvals = sop.langkah.filter(({ tindakan }) => tindakan === 'setujui');
  const [first] = approvals;
  const last = approvals.at(-1);
  const start = sop.langkah[0];
  if (start !== undefined && (kind(start) !== 'maker' || start.hanyaKoreksi))
    faults.push({
      code: 'sop-awal-bukan-pembuat',
      path: ['langkah', 0, 'tindakan'],
      message: say['sop-awal-bukan-pembuat'](start.no, start.tindakan),
    });
  if (first === undefined || last === undefined)
    return [...faults, { code: 'sop-tanpa-setujui', path: ['langkah'], message: say['sop-tanpa-setujui']() }];

  const approvedAt = sop.langkah.indexOf(first);
  const lastApprovedAt = sop.langkah.indexOf(last);
  const published = sop.langkah.find((langkah) => kind(langkah) === 'system');
  for (const [index, langkah] of sop.langkah.entries()) {
    const path = ['langkah', index, 'tindakan'];
    const afterwards = kind(langkah) === 'system' || kind(langkah) === 'observer';
    if (kind(langkah) === 'maker' && index > approvedAt && !langkah.hanyaKoreksi)
      faults.push({
        code: 'sop-pembuat-sesudah-setujui',
        path,
        message: say['sop-pembuat-sesudah-setujui'](langkah.no, first.no),
      });
    else if (afterwards && index < lastApprovedAt)
      faults.push({
        code: 'sop-terbit-sebelum-setujui',
        path,
        message: say['sop-terbit-sebelum-setujui'](langkah.no, last.no),
      });
    else if (
      published !== undefined &&
      index > sop.langkah.indexOf(published) &&
      kind(langkah) !== 'observer' &&
      !langkah.hanyaKoreksi
    )
      faults.push({
        code: 'sop-sesudah-terbit',
        path,
        message: say['sop-sesudah-terbit'](langkah.no, published.no),
      });
  }
  return faults;
};

/** Where a return leads: from a step that reviews to one that makes, and not past steps that were never done. */
const returns: Rule = (sop) =>
  eachLangkah(sop, (langkah, path) => {
    const { no, kembaliKe, tindakan } = langkah;
    const at = (code: SopFault['code'], message: string) => [{ code, path: [...path, 'kembaliKe'], message }];
    if (kembaliKe === null) return [];
    if (kembaliKe === no) return at('sop-arah-berputar', say['sop-arah-berputar'](no, 'kembaliKe'));
    if (kind(langkah) !== 'reviewer')
      return at('sop-kembali-bukan-dari-pemeriksa', say['sop-kembali-bukan-dari-pemeriksa'](no, tindakan));
    const target = sop.langkah.find((other) => other.no === kembaliKe);
    if (target === undefined)
      return at('sop-arah-tidak-ada', say['sop-arah-tidak-ada'](no, 'kembaliKe', kembaliKe));
    if (kind(target) !== 'maker')
      return at(
        'sop-kembali-bukan-pembuat',
        say['sop-kembali-bukan-pembuat'](no, kembaliKe, target.tindakan),
      );
    const isAhead = sop.langkah.indexOf(target) > path[1] && !target.hanyaKoreksi;
    return isAhead ? at('sop-kembali-ke-depan', say['sop-kembali-ke-depan'](no, kembaliKe)) : [];
  });

/** Where a submission leads: to a review that skips nobody, and that comes to the approval. */
const submissions: Rule = (sop) =>
  eachLangkah(sop, (langkah, path) => {
    const { no, lanjutKe, tindakan } = langkah;
    const at = (code: SopFault['code'], message: string) => [{ code, path: [...path, 'lanjutKe'], message }];
    if (kind(langkah) !== 'maker')
      return lanjutKe === null
        ? []
        : at('sop-lanjut-bukan-dari-pembuat', say['sop-lanjut-bukan-dari-pembuat'](no, tindakan));
    if (lanjutKe === no) return at('sop-arah-berputar', say['sop-arah-berputar'](no, 'lanjutKe'));

    const target =
      lanjutKe === null
        ? sop.langkah.slice(path[1] + 1).find((other) => kind(other) === 'reviewer')
        : sop.langkah.find((other) => other.no === lanjutKe);
    if (target === undefined)
      return lanjutKe === null
        ? at('sop-tanpa-pemeriksa', say['sop-tanpa-pemeriksa'](no))
        : at('sop-arah-tidak-ada', say['sop-arah-tidak-ada'](no, 'lanjutKe', lanjutKe));
    if (kind(target) !== 'reviewer')
      return at(
        'sop-lanjut-bukan-pemeriksa',
        say['sop-lanjut-bukan-pemeriksa'](no, target.no, target.tindakan),
      );
    const end = sop.langkah.indexOf(target);
    if (!langkah.hanyaKoreksi && end < path[1]) return at('sop-berputar', say['sop-berputar'](no, target.no));
    const passed = langkah.hanyaKoreksi
      ? undefined
      : sop.langkah
          .slice(path[1] + 1, end)
          .find((other) => kind(other) === 'reviewer' && other.tindakan !== 'setujui');
    if (passed !== undefined)
      return at('sop-lewati-pemeriksa', say['sop-lewati-pemeriksa'](no, target.no, passed.no));
    const skipped = sop.langkah.slice(0, end).find((other) => other.tindakan === 'setujui');
    // A maker step after an approval is a fault of its own (`order`); only corrections are judged by where they lead.
    if (skipped === undefined || (lanjutKe === null && !langkah.hanyaKoreksi)) return [];
    return at('sop-lewati-setujui', say['sop-lewati-setujui'](no, target.no, skipped.no));
  });

const corrections: Rule = (sop) =>
  eachLangkah(sop, (langkah, path) => {
    if (!langkah.hanyaKoreksi) return [];
    const at = [...path, 'hanyaKoreksi'];
    const { no } = langkah;
    if (kind(langkah) !== 'maker') {
      const message = say['sop-koreksi-bukan-pembuat'](no, langkah.tindakan);
      return [{ code: 'sop-koreksi-bukan-pembuat', path: at, message }];
    }
    if (sop.langkah.some((other) => other.kembaliKe === no)) return [];
    return [{ code: 'sop-koreksi-tak-terjangkau', path: at, message: say['sop-koreksi-tak-terjangkau'](no) }];
  });

const roles: Rule = (sop) => {
  const known = sop.pelaksana.map(({ id }) => id);
  const twice = (ids: readonly string[], path: readonly (string | number)[]): SopFault[] =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [{ code: 'sop-pelaksana-ganda', path: [...path, index], message: say['sop-pelaksana-ganda'](id) }],
    );
  return [
    ...twice(known, ['pelaksana']),
    ...eachLangkah(sop, ({ no, pelaksana }, path) => [
      ...twice(pelaksana, [...path, 'pelaksana']),
      ...pelaksana.flatMap((id, index): SopFault[] => {
        if (known.includes(id)) return [];
        const message = say['sop-pelaksana-tidak-ada'](no, id, known);
        return [{ code: 'sop-pelaksana-tidak-ada', path: [...path, 'pelaksana', index], message }];
      }),
    ]),
  ];
};

const reasons: Rule = (sop) =>
  eachLangkah(sop, (langkah, path) => {
    const missing = (what: string, at: readonly (string | number)[]): SopFault => ({
      code: 'sop-tanpa-alasan',
      path: at,
      message: say['sop-tanpa-alasan'](what),
    });
    return [
      ...(langkah.sumber === 'disimpulkan' && langkah.alasan === null
        ? [missing(`Pelaksana langkah ${langkah.no}`, [...path, 'sumber'])]
        : []),
      ...langkah.kelengkapan.flatMap((item, index) =>
        item.sumber === 'disimpulkan' && item.alasan === null
          ? [missing(`Kelengkapan “${item.nama}”`, [...path, 'kelengkapan', index, 'sumber'])]
          : [],
      ),
    ];
  });

/** One id means one paper, throughout the SOP. */
const papers: Rule = (sop) => {
  const first = new Map<string, { readonly nama: string; readonly no: number }>();
  return eachLangkah(sop, ({ no, kelengkapan }, path) => {
    const here = new Set<string>();
    return kelengkapan.flatMap(({ id, nama }, index): SopFault[] => {
      if (id === null) return [];
      const at = [...path, 'kelengkapan', index];
      if (here.has(id))
        return [
          {
            code: 'sop-kelengkapan-ganda',
            path: [...at, 'id'],
            message: say['sop-kelengkapan-ganda'](id, no),
          },
        ];
      here.add(id);
      const other = first.get(id);
      if (other === undefined) {
        first.set(id, { nama, no });
        return [];
      }
      // The documents write the same paper with a capital here and without one there.
      if (other.nama.toLowerCase() === nama.toLowerCase()) return [];
      const message = say['sop-kelengkapan-beda-nama'](id, nama, other.nama, other.no);
      return [{ code: 'sop-kelengkapan-beda-nama', path: [...at, 'nama'], message }];
    });
  });
};

/** Who must be somebody else is asked of observers: an approval by a contributor is refused in any SOP. */
const others: Rule = (sop) =>
  eachLangkah(sop, (langkah, path) => {
    if (!langkah.orangLain || kind(langkah) === 'observer') return [];
    const message = say['sop-orang-lain-bukan-pemantau'](langkah.no, langkah.tindakan);
    return [{ code: 'sop-orang-lain-bukan-pemantau', path: [...path, 'orangLain'], message }];
  });

/** Every rule between the parts of an SOP (design, section 3). */
export const sopRules: readonly Rule[] = [
  numbers,
  order,
  returns,
  submissions,
  corrections,
  roles,
  reasons,
  papers,
  others,
];

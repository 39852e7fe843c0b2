import { kindOf, type Langkah, type SopDocument, type Sumber } from '../../content/schema/sop.ts';

/** What stands in the cell of a step (PermenPAN-RB 35/2012): start or end, work, decision. */
export type Simbol = 'kapsul' | 'kotak' | 'ketupat';
export type Jawaban = 'ya' | 'tidak';

/** An arrow between two steps, by their place in the list; `to: null` is the end. */
export interface Panah {
  readonly from: number;
  readonly to: number | null;
  readonly kind: 'maju' | 'kembali';
  /** Which answer leads this way; null where nothing is decided. */
  readonly jawaban: Jawaban | null;
  /** Whether the document says that the way leads here, or somebody concluded or proposed it. */
  readonly sumber: Sumber;
}

/** The flowchart of an SOP: a symbol for each step, and every arrow. */
export interface Alir {
  readonly simbol: readonly Simbol[];
  readonly panah: readonly Panah[];
}

/**
 * Reads the flowchart out of the steps. One review may clear several steps of the same pelaksana (rule R4 of the
 * design), so that their one decision is drawn in the last of them: "Diperiksa" is work, "Apakah ada koreksi" the
 * question. Steps with `hanyaKoreksi` are entered only by a return, and passed over by the ordinary way.
 */
export function alirOf(sop: SopDocument): Alir {
  const indexOf = (no: number | null) => sop.langkah.findIndex((langkah) => langkah.no === no);
  const panah = sop.langkah.flatMap((langkah, from): Panah[] => {
    const to = nextOf(sop, from);
    const decides = isDecision(sop, from);
    const inferred = langkah.alasanArah === null ? 'eksplisit' : markOf(langkah);
    // The next row follows by its number; only a way that leads elsewhere needs a reason.
    const plain = langkah.lanjutKe === null && to === (from + 1 < sop.langkah.length ? from + 1 : null);
    const forward: Panah = {
      from,
      to,
      kind: 'maju',
      jawaban: decides ? other(langkah.kembaliBila) : null,
      sumber: plain ? 'eksplisit' : inferred,
    };
    if (!decides) return [forward];
    const back = indexOf(langkah.kembaliKe);
    return [forward, { from, to: back, kind: 'kembali', jawaban: langkah.kembaliBila, sumber: inferred }];
  });
  const start = sop.langkah.findIndex(({ hanyaKoreksi }) => !hanyaKoreksi);
  const simbol = sop.langkah.map((_, index): Simbol => {
    if (isDecision(sop, index)) return 'ketupat';
    return index === start || nextOf(sop, index) === null ? 'kapsul' : 'kotak';
  });
  return { simbol, panah };
}

/** The step in which the return of this one is decided: itself, or a later one of the same review; null without. */
export function decidedIn(sop: SopDocument, index: number): number | null {
  const langkah = sop.langkah[index];
  if (langkah === undefined || langkah.kembaliKe === null) return null;
  const next = nextOf(sop, index);
  const later = next === null || next <= index ? undefined : sop.langkah[next];
  const same =
    next !== null &&
    later !== undefined &&
    kindOf(later.tindakan) === 'reviewer' &&
    later.kembaliKe === langkah.kembaliKe &&
    later.kembaliBila === langkah.kembaliBila &&
    sameActors(later, langkah);
  return same ? decidedIn(sop, next) : index;
}

function isDecision(sop: SopDocument, index: number): boolean {
  return decidedIn(sop, index) === index;
}

/** Where the ordinary way goes from a step: `lanjutKe`, else the next step that is not for corrections only. */
function nextOf(sop: SopDocument, index: number): number | null {
  const langkah = sop.langkah[index];
  const found = sop.langkah.findIndex((step, place) => {
    if (langkah?.lanjutKe !== null && langkah?.lanjutKe !== undefined) return step.no === langkah.lanjutKe;
    if (place <= index || step.hanyaKoreksi) return false;
    return langkah?.hanyaKoreksi !== true || kindOf(step.tindakan) === 'reviewer';
  });
  return found === -1 ? null : found;
}

const markOf = (langkah: Langkah): Sumber => (langkah.sumber === 'usulan' ? 'usulan' : 'disimpulkan');
const other = (jawaban: Jawaban): Jawaban => (jawaban === 'ya' ? 'tidak' : 'ya');
const sameActors = (a: Langkah, b: Langkah): boolean =>
  a.pelaksana.length === b.pelaksana.length && a.pelaksana.every((id) => b.pelaksana.includes(id));

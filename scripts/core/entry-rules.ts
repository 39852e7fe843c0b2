import { kindOf, type Kind } from '../../content/schema/sop.ts';
import type { LedgerEntry, SignOff } from './ledger.ts';
import { instant, rolesOf, type Roster } from './peran.ts';
import type { Sop } from './sop.ts';
import { atau, waktu } from './text.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

/** One thing in a ledger entry that the rules of its SOP do not allow. */
export interface EntryFault {
  readonly code: string;
  /** Place in `langkah`; absent where the entry as a whole is meant. */
  readonly place?: number;
  readonly message: string;
}

/**
 * What of a ledger entry could not have come about under its SOP (R2 to R6), as far as the entry alone tells: the
 * reducer saw more when it was written, and never less.
 *
 * @param roster who held which role, by the lists that stood recorded when the item was merged
 * @param opd office of the item; null where it names none
 */
export function entryFaults(entry: ItemEntry, sop: Sop, roster: Roster, opd: string | null): EntryFault[] {
  return [
    ...entry.langkah.flatMap((step, place) =>
      stepFaults(entry, sop, step)
        .concat(roleFault(step, roster, opd))
        .map((fault) => ({ ...fault, place })),
    ),
    ...missingSignatures(entry, sop),
    ...wrongOrder(entry, sop),
  ];
}

/** Kind of a step of an SOP; undefined where it has no such step. */
export function kindIn(sop: Sop, no: number): Kind | undefined {
  const langkah = sop.langkah.find((item) => item.no === no);
  return langkah === undefined ? undefined : kindOf(langkah.tindakan);
}

function stepFaults(entry: ItemEntry, sop: Sop, step: SignOff): EntryFault[] {
  const { no, tindakan, peran } = step;
  const langkah = sop.langkah.find((item) => item.no === no);
  if (langkah === undefined || langkah.tindakan !== tindakan)
    return [
      {
        code: 'langkah-bukan-sop',
        message: `Langkah ${no} (${tindakan}) tidak ada dalam SOP ${sop.id} yang disebutnya.`,
      },
    ];
  const faults: EntryFault[] = [];
  const add = (code: string, message: string) => faults.push({ code, message });
  if (!langkah.pelaksana.includes(peran))
    add(
      'peran-bukan-langkah',
      `Langkah ${no} tercatat oleh ${peran}, padahal menurut SOP oleh ${atau(langkah.pelaksana)}.`,
    );
  const kind = kindOf(langkah.tindakan);
  if (kind === 'reviewer' && (step.review === null || step.sidik === null))
    add(
      'paraf-tanpa-tinjauan',
      `Langkah ${no} (${tindakan}) tercatat selesai tanpa tinjauan yang membuktikannya.`,
    );
  if ((kind === 'reviewer' || kind === 'maker') && instant(step.at) > instant(entry.at))
    add(
      'paraf-sesudah-gabung',
      `Langkah ${no} tercatat ${waktu(step.at)}, sesudah butirnya digabung ${waktu(entry.at)}.`,
    );
  if (tindakan !== 'setujui') return faults;
  if (step.sidik !== null && step.sidik !== entry.sidik)
    add(
      'disetujui-isi-lain',
      `Langkah ${no} menyetujui isi lain (sidik ${step.sidik}) daripada yang diterbitkan (sidik ${entry.sidik}).`,
    );
  const made = entry.langkah.find((other) => kindIn(sop, other.no) === 'maker' && other.akun === step.akun);
  if (made !== undefined)
    add(
      'disetujui-pembuat',
      `Langkah ${no} disetujui akun ${step.akun}, yang sendiri mengerjakan langkah ${made.no}.`,
    );
  return faults;
}

/** Whether somebody held the role in which they acted, at the time (R2). */
function roleFault({ no, akun, peran, at }: SignOff, roster: Roster, opd: string | null): EntryFault[] {
  if (rolesOf(roster, akun, instant(at), opd).some((row) => row.peran === peran)) return [];
  return [
    {
      code: 'tanpa-peran',
      message: `Langkah ${no}: akun ${akun} tidak memegang peran ${peran} pada ${waktu(at)} menurut daftar pelaksana yang tercatat.`,
    },
  ];
}

/** Steps that a reviewer must sign before publication: all but those that only a return leads to. */
function mustBeSigned(sop: Sop) {
  const end = sop.langkah.findIndex(({ tindakan }) => kindOf(tindakan) === 'system');
  return sop.langkah
    .slice(0, end < 0 ? undefined : end)
    .filter(({ tindakan, hanyaKoreksi }) => kindOf(tindakan) === 'reviewer' && !hanyaKoreksi);
}

function missingSignatures(entry: ItemEntry, sop: Sop): EntryFault[] {
  return mustBeSigned(sop)
    .filter(({ no }) => !entry.langkah.some((step) => step.no === no))
    .map(({ no, tindakan }) => ({
      code: 'langkah-tanpa-paraf',
      message: `Langkah ${no} (${tindakan}) tidak diparaf siapa pun, padahal SOP mewajibkannya sebelum terbit.`,
    }));
}

/** Reviewers sign one after the other; by one review also several steps in one second (R4). */
function wrongOrder(entry: ItemEntry, sop: Sop): EntryFault[] {
  const signed = mustBeSigned(sop).flatMap(({ no }) => entry.langkah.find((step) => step.no === no) ?? []);
  return signed.flatMap((step, place) => {
    const before = signed[place - 1];
    if (before === undefined || instant(before.at) <= instant(step.at)) return [];
    return [
      {
        code: 'urutan-terbalik',
        message: `Langkah ${step.no} tercatat ${waktu(step.at)}, sebelum langkah ${before.no} (${waktu(before.at)}).`,
      },
    ];
  });
}

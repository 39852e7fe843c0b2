import { plain } from './text.ts';

/** One signed step, as a merge message tells it. */
export interface SignedStep {
  readonly no: number;
  readonly tindakan: string;
  readonly peran: string;
  readonly akun: number;
  /** "Sekretaris, Plh Kepala Dinas"; the name of the role where somebody signs in their own. */
  readonly atasNama: string;
  readonly at: string;
  readonly review: string | null;
}

/** What the lines below a merge's title say (design, section 5). */
export interface Signed {
  readonly path: string;
  readonly sop: string;
  readonly sopVersion: string;
  readonly sidik: string;
  readonly langkah: readonly SignedStep[];
  readonly pull: number | null;
}

const keys = /^(Butir|SOP|Sidik|Paraf|Pull-Request|Disetujui): /;

/**
 * The lines by which Git alone proves the sign-offs of an item: written into the merge, and compared with the ledger
 * when the portal is proven.
 *
 * @param roleName the SOP's name of a role: who signs in their own role acts for nobody
 */
export function itemTrailers(signed: Signed, roleName: (peran: string) => string): string[] {
  return [
    `Butir: ${signed.path}`,
    `SOP: ${signed.sop} ${signed.sopVersion}`,
    `Sidik: ${signed.sidik}`,
    ...signed.langkah.map((step) => signOffLine(step, roleName(step.peran))),
    `Pull-Request: ${signed.pull ?? ''}`,
  ];
}

function signOffLine(step: SignedStep, roleName: string): string {
  const acting =
    step.atasNama === roleName || step.atasNama === step.peran ? '' : ` atas nama ${plain(step.atasNama)}`;
  return `Paraf: ${step.no} ${step.tindakan} ${step.peran} ${step.akun}${acting} ${step.at} ${step.review ?? '-'}`;
}

/** The lines of a commit message that are ours; the platform may add others, such as co-authors. */
export function trailersOf(message: string): string[] {
  return message
    .replaceAll('\r\n', '\n')
    .split('\n')
    .filter((line) => keys.test(line));
}

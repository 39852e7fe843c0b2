import fc from 'fast-check';
import { kindOf, sopSchema, type SopDocument } from '../../../content/schema/sop.ts';
import { readCheckout } from '../../../scripts/check/checkout.ts';
import { formatIssue } from '../../../scripts/core/issue.ts';
import { parseSop, type Sop } from '../../../scripts/core/sop.ts';
import { sopRules } from '../../../scripts/core/sop-rules.ts';
import { repository } from './build.ts';

/** The SOPs of the repository, by id. */
export function readSops(): Map<string, Sop> {
  const { parsed } = readCheckout(repository);
  const results = parsed.filter(({ file }) => file.startsWith('content/sop/')).map(parseSop);
  return new Map(
    results.map((result) => {
      if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));
      return [result.value.id, result.value];
    }),
  );
}

const identity = {
  nama: 'CONTOH',
  pemerintah: null,
  dinas: 'DINAS',
  bidang: null,
  seksi: null,
  nomor: null,
  tanggalPembuatan: null,
  tanggalRevisi: null,
  tanggalEfektif: null,
  disahkanOleh: null,
  dasarHukum: [],
  kualifikasi: [],
  keterkaitan: [],
  peralatan: [],
  peringatan: null,
  pencatatan: [],
};

/** An SOP with these pelaksana and steps, for examples; a step needs to say only what matters. */
export function sopWith(
  pelaksana: readonly string[],
  langkah: readonly Record<string, unknown>[],
): SopDocument {
  return sopSchema.parse({
    ...identity,
    pelaksana: pelaksana.map((id) => ({ id, nama: id })),
    langkah: langkah.map((step, index) => ({
      no: index + 1,
      aktivitas: `Kerja ${index + 1}`,
      pelaksana: [pelaksana[0]],
      tindakan: 'susun',
      sumber: 'eksplisit',
      kelengkapan: [],
      waktu: null,
      waktuTeks: null,
      output: [],
      ...step,
    })),
  });
}

const roles = ['satu', 'dua', 'tiga', 'empat'];
const sumber = fc.constantFrom('eksplisit', 'usulan');
const anyStep = fc.record({
  tindakan: fc.constantFrom('lengkapi', 'susun', 'periksa', 'periksa', 'tugaskan', 'setujui'),
  pelaksana: fc.subarray(roles, { minLength: 1, maxLength: 2 }),
  sumber,
  alasanArah: fc.option(fc.constant('Sebab.')),
  returns: fc.boolean(),
  kembaliBila: fc.constantFrom('ya', 'tidak'),
  pick: fc.nat(),
  aktivitas: fc.integer({ min: 1, max: 60 }).map((count) => 'kata '.repeat(count).trim()),
});

/**
 * Any SOP that the rules accept, up to a dozen steps: returns to any maker before, sometimes to a step for
 * corrections that leads back to a reviewer.
 */
export const anySop: fc.Arbitrary<SopDocument> = fc
  .tuple(fc.array(anyStep, { minLength: 1, maxLength: 10 }), fc.boolean(), fc.nat())
  .map(([steps, corrects, where]) => {
    const all = [
      { ...steps[0]!, tindakan: 'ajukan' },
      ...steps.slice(1),
      { ...steps[0]!, tindakan: 'setujui', returns: true },
    ];
    const approval = all.findIndex(({ tindakan }) => tindakan === 'setujui');
    const kinds = all.map(({ tindakan }, at) =>
      at > approval && ['lengkapi', 'susun'].includes(tindakan) ? 'tugaskan' : tindakan,
    );
    const correction = corrects ? Math.min(kinds.length, 2 + (where % kinds.length)) : null;
    const makers = (before: number) =>
      kinds.flatMap((tindakan, at) =>
        at < before && kindOf(tindakan as 'susun') === 'maker' ? [numberOf(at, correction)] : [],
      );
    const rows = all.map(({ returns, pick, ...step }, at) => {
      const targets = [...makers(at), ...(correction === null ? [] : [correction + 1])];
      const reviews = kindOf(kinds[at] as 'susun') === 'reviewer';
      const kembaliKe = reviews && returns ? targets[pick % targets.length] : null;
      return { ...step, tindakan: kinds[at], no: numberOf(at, correction), kembaliKe };
    });
    if (correction !== null) {
      const reviewer = rows.find(({ tindakan }) => kindOf(tindakan as 'susun') === 'reviewer');
      const fix = { ...all[0]!, tindakan: 'koreksi', kembaliKe: null, no: correction + 1 };
      const { returns: _returns, pick: _pick, ...step } = fix;
      rows.splice(correction, 0, { ...step, hanyaKoreksi: true, lanjutKe: reviewer?.no } as never);
    }
    return sopWith(roles, rows);
  })
  .filter((sop) => sopRules.every((rule) => rule(sop).length === 0));

/** Number of a step once the correction has been put in. */
const numberOf = (at: number, correction: number | null): number =>
  at + 1 + (correction !== null && at >= correction ? 1 : 0);

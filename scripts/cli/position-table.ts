import type { Event } from '../core/events.ts';
import type { Position, StepPosition } from '../core/position.ts';
import { roleName } from '../core/refusal.ts';
import type { Sop } from '../core/sop.ts';
import { waktu } from '../core/text.ts';

const statusText: Record<Position['status'], string> = {
  berjalan: 'berjalan',
  siap: 'siap terbit',
  terbit: 'terbit',
  selesai: 'selesai',
  ditutup: 'ditutup',
};

/**
 * A position for people: one line that says where it stands, a table of the steps, why the deadline is when it is, and
 * what was not counted: ✓ done, ▸ waited for, · not yet, TERLAMBAT late, ! stuck or broken, ✗ refused.
 *
 * @param events the history as it was given: refusals name events by their place in it
 */
export function positionTable(sop: Sop, position: Position, events: readonly Event[]): string {
  const when = (index: number) => {
    const event = events[index];
    return event === undefined ? `peristiwa ${index}` : `${waktu(event.at)}, akun ${event.by}`;
  };
  const roles = (ids: readonly string[]) => ids.map((id) => roleName(sop, id)).join(' atau ');
  const head = ['', 'No', 'Tindakan', 'Selesai', 'Tenggat', 'Waktu kerja', 'Oleh'];
  const rows = position.steps.map((step) => [
    step.selesai !== null ? '✓' : step.no === position.langkah ? '▸' : '·',
    String(step.no),
    step.tindakan,
    step.selesai !== null
      ? waktu(step.selesai)
      : step.no === position.langkah
        ? `menunggu ${roles(position.menunggu)}`
        : '',
    deadlineText(step),
    usedText(step),
    step.selesai === null ? '' : `${step.atasNama ?? ''} (akun ${step.oleh ?? '-'})`,
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const notes = [
    ...position.steps.flatMap(({ no, catatan }) =>
      catatan === undefined ? [] : [`  langkah ${no}: ${catatan}`],
    ),
    ...position.macet.map(({ message }) => `! ${message}`),
    ...position.pelanggaran.map(({ event, message }) => `! ${when(event)}: ${message}`),
    ...position.ditolak.map(({ event, message }) => `✗ ${when(event)}: ${message}`),
  ];
  return [
    `${sop.id}: ${statusText[position.status]}, putaran koreksi ${position.putaranKoreksi}`,
    '',
    line(head),
    ...rows.map(line),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}

/** The deadline of a step, marked where it was missed. */
function deadlineText({ tenggat, terlambat }: StepPosition): string {
  if (tenggat === null) return '';
  return `${waktu(tenggat)}${terlambat === true ? ', TERLAMBAT' : ''}`;
}

function usedText({ menitKerja, hariKerja }: StepPosition): string {
  if (menitKerja !== null) return `${menitKerja} menit`;
  return hariKerja === null ? '' : `${hariKerja} hari`;
}

import { badMoment, isMoment } from './moment.ts';

/** What `paraf trace` was called with. */
export interface TraceOptions {
  readonly sop?: string;
  readonly events?: string;
  readonly now?: string;
  readonly pelaksana?: string;
  readonly kalender?: string;
  readonly app?: string;
  readonly pr?: string;
  readonly batch?: string;
  readonly json?: boolean;
}

/** Everything that is wrong with the options, before any file is read. */
export function optionFaults({
  sop,
  events,
  now,
  app,
  pr,
  batch,
  pelaksana,
  kalender,
}: TraceOptions): string[] {
  const isFile = sop !== undefined || events !== undefined;
  const ways = [isFile, batch !== undefined, pr !== undefined].filter(Boolean).length;
  const faults: string[] = [];
  if (ways > 1)
    faults.push(
      'paraf trace menghitung satu hal: --sop dengan --events, atau --batch, atau --pr. Pilih satu.',
    );
  else if (ways === 0 || (isFile && (sop === undefined || events === undefined || now === undefined)))
    faults.push('paraf trace memerlukan --sop, --events, dan --now; atau --batch; atau --pr.');
  if (now !== undefined && !isMoment(now)) faults.push(badMoment(now));
  if (app !== undefined && !/^\d{1,15}$/.test(app))
    faults.push(`--app ${app} bukan nomor akun. Tulis angka saja.`);
  if (pr !== undefined && !/^[1-9]\d{0,9}$/.test(pr))
    faults.push(`--pr ${pr} bukan nomor pull request. Tulis angka saja.`);
  if (pr !== undefined && (pelaksana !== undefined || kalender !== undefined))
    faults.push(
      '--pelaksana dan --kalender tidak berlaku bersama --pr: keduanya dibaca dari sistem yang tercatat. Hapus.',
    );
  return faults;
}

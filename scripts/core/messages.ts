import type { Event, EventOf } from './events.ts';
import { commandOf, reasonOf } from './command.ts';
import { formatIssue, type Issue } from './issue.ts';
import type { Position, StepPosition } from './position.ts';
import { kindOfLangkah, type Sop } from './sop.ts';
import { atau, plain, quoted, section, waktu } from './text.ts';
import { itemTrailers, type SignedStep } from './trailers.ts';

/** Whether the item's folder, once merged, is what was signed: `sama`, or `main` changed it meanwhile. */
export type MergeResult = 'sama' | 'berbeda';

/** What the sentences about an item need beside its position. */
export interface Told {
  readonly sop: Sop;
  /** The history that was reduced, as it was given: refusals name events by their place in it. */
  readonly events: readonly Event[];
  /** Login of each account, for people who want to know whom to ask. */
  readonly logins: ReadonlyMap<number, string>;
  /** What is wrong with the content itself. */
  readonly findings: readonly Issue[];
  /** Names in commits that belong to no account. */
  readonly unknownAuthors: readonly string[];
  readonly mergeResult: MergeResult | null;
}

/** The position in one line: title of the check, first line of the comment. */
export function positionTitle(position: Position, told: Told): string {
  const { sop, findings } = told;
  // Documents may number their steps as they like: the last number, not the count, is what a step is measured by.
  const total = sop.langkah.at(-1)?.no ?? 0;
  const [violation] = position.pelanggaran;
  if (violation !== undefined) return `Pelanggaran: ${violation.message}`;
  if (position.status === 'ditutup') return 'Ditutup: tidak ada yang menunggu';
  if (position.status === 'selesai') return 'Selesai: sudah tayang';
  const langkah = sop.langkah.find(({ no }) => no === position.langkah);
  const step = position.steps.find(({ no }) => no === position.langkah);
  const tenggat = step === undefined ? '' : deadlineText(step);
  if (position.status === 'terbit')
    return langkah !== undefined && kindOfLangkah(langkah) === 'observer'
      ? `Langkah ${langkah.no} dari ${total}: sudah tayang, menunggu ${roles(sop, position.menunggu)}${tenggat}`
      : 'Sudah digabung, menunggu tayang';
  if (position.status === 'siap') {
    if (findings.length > 0) return `Semua langkah diparaf, tetapi ${findings.length} hal perlu dibetulkan`;
    if (told.mergeResult === 'sama') return 'Siap terbit: semua langkah sudah diparaf';
    return told.mergeResult === 'berbeda'
      ? 'Perlu diperbarui: isi butir ini di main sudah berubah'
      : 'Semua langkah diparaf, hasil gabungan belum dapat diperiksa';
  }
  const macet = position.macet.some(({ no }) => no === position.langkah)
    ? 'MACET, tidak ada yang boleh memaraf sebagai'
    : 'menunggu';
  const wrong = findings.length > 0 ? ` (${findings.length} hal perlu dibetulkan)` : '';
  return `Langkah ${position.langkah ?? total} dari ${total}: ${macet} ${roles(sop, position.menunggu)}${tenggat}${wrong}`;
}

/** `, tenggat Sel 24/11/2026 10.15 WIB`, marked once it has passed; nothing where there is none. */
function deadlineText({ tenggat, terlambat }: StepPosition): string {
  if (tenggat === null) return '';
  return `, tenggat ${waktu(tenggat)}${terlambat === true ? ' (terlambat)' : ''}`;
}

function roles(sop: Sop, ids: readonly string[]): string {
  return atau(ids.map((id) => sop.pelaksana.find((item) => item.id === id)?.nama ?? id));
}

/** Everything about an item's position in Markdown: summary of the check, and the pinned comment. */
export function positionSummary(position: Position, told: Told): string {
  const { sop } = told;
  return [
    `**${quoted(positionTitle(position, told))}**`,
    `SOP ${quoted(sop.nama)}, versi \`${sop.version.slice(0, 10)}\`. Putaran koreksi: ${position.putaranKoreksi}.`,
    stepTable(position, told),
    section('Yang ditunggu', waitedFor(position, told)),
    section(
      'Waktu',
      position.steps.flatMap(({ no, catatan }) =>
        catatan === undefined || no !== position.langkah ? [] : [quoted(catatan, 1500)],
      ),
    ),
    section(
      'Macet',
      position.macet.map(({ message }) => quoted(message, 600)),
    ),
    section(
      'Perlu dibetulkan',
      told.findings.slice(0, 50).map((issue) => quoted(formatIssue(issue), 600)),
    ),
    section('Dikembalikan', returns(position, told)),
    section('Tercatat, tetapi tidak dihitung', refusals(position, told)),
    section(
      'Pelanggaran',
      position.pelanggaran.map(({ message }) => quoted(message, 600)),
    ),
    section(
      'Penulis tanpa akun',
      told.unknownAuthors.length === 0
        ? []
        : [
            `Commit menyebut ${told.unknownAuthors
              .slice(0, 10)
              .map((name) => quoted(name, 60))
              .join(', ')}, yang tidak punya akun di sini. Pastikan mereka bukan yang akan menyetujui.`,
          ],
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function stepTable(position: Position, told: Told): string {
  const rows = position.steps.map((step, index) => {
    const langkah = told.sop.langkah[index];
    const what = langkah === undefined ? step.tindakan : `${langkah.tindakan}: ${langkah.aktivitas}`;
    const who = langkah === undefined ? '' : roles(told.sop, langkah.pelaksana);
    return `| ${step.no} | ${quoted(what)} | ${quoted(who)} | ${stepState(step, position, told)} |`;
  });
  return ['| No | Langkah | Pelaksana | Keadaan |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function stepState(step: StepPosition, position: Position, told: Told): string {
  if (step.selesai !== null) {
    const role = step.atasNama === null ? '' : `, ${quoted(step.atasNama)}`;
    const login = step.oleh === null ? '' : ` (${loginOf(step.oleh, told)})`;
    const late = step.terlambat === true ? ', terlambat' : '';
    return `selesai ${waktu(step.selesai)}${late}${role}${login}`;
  }
  if (step.no === position.langkah) return `**ditunggu**${deadlineText(step)}`;
  return told.sop.langkah.find(({ no }) => no === step.no)?.hanyaKoreksi === true
    ? 'hanya bila ada koreksi'
    : 'belum';
}

/** An account in Markdown, without calling it: code is never a mention. */
function loginOf(akun: number, told: Told): string {
  const login = told.logins.get(akun);
  return login === undefined ? `akun ${akun}` : `\`${plain(login, 60).replaceAll('`', '')}\``;
}

function waitedFor(position: Position, told: Told): string[] {
  if (position.status === 'siap')
    return told.mergeResult === 'berbeda'
      ? [
          'Isi butir ini di main berubah setelah cabang ini dibuat. Aplikasi memperbarui cabang ini, lalu isinya diperiksa lagi. Bila keduanya bentrok, buka di Decap, pilih isi yang benar, dan simpan ulang.',
        ]
      : told.findings.length > 0
        ? ['Betulkan yang tertulis di bawah; isinya lalu diperiksa lagi.']
        : ['Aplikasi Paraf menggabungkan dan menerbitkannya.'];
  if (position.status === 'terbit' && position.menunggu.length === 0)
    return ['Aplikasi Paraf menayangkannya di portal.'];
  if (position.status !== 'berjalan' && position.status !== 'terbit') return [];
  const langkah = told.sop.langkah.find(({ no }) => no === position.langkah);
  if (langkah === undefined) return [];
  const who = quoted(roles(told.sop, langkah.pelaksana));
  switch (kindOfLangkah(langkah)) {
    case 'maker':
      return [
        `${who}: isi yang kurang di Decap dan simpan. Bila sudah lengkap, ajukan: ubah statusnya menjadi “Diajukan” di Decap, atau tekan Ajukan di Meja.`,
      ];
    case 'reviewer':
      return [
        `${who}: buka di Meja, lalu Paraf bila sudah benar, atau Kembalikan dengan alasannya. Di halaman ini: Approve, atau Request changes.`,
      ];
    case 'observer':
      return [
        `${who}: laporkan tayangnya di Meja, atau dengan komentar /tayang yang diikuti baris Kanal, Waktu, Frekuensi, dan Ketepatan.`,
      ];
    case 'system':
      return ['Aplikasi Paraf menayangkannya di portal.'];
  }
}

function refusals(position: Position, told: Told): string[] {
  return position.ditolak.slice(-20).map(({ event, message }) => {
    const source = told.events[event];
    const when = source === undefined ? '' : `${waktu(source.at)}, ${loginOf(source.by, told)}: `;
    return `${when}${quoted(message, 600)}`;
  });
}

function returns(position: Position, told: Told): string[] {
  const refused = new Set(position.ditolak.map(({ event }) => event));
  return told.events
    .filter(
      (event, place): event is EventOf<'reviewed'> =>
        event.kind === 'reviewed' && commandOf(event) === 'return' && !refused.has(place),
    )
    .slice(-10)
    .map((event) => `${waktu(event.at)}, ${loginOf(event.by, told)}: ${quoted(reasonOf(event.body), 1000)}`);
}

/** Message of the merge: enough to prove the sign-offs from Git alone. */
export function mergeMessage(
  position: Position,
  sop: Sop,
  pull: { readonly number: number; readonly folder: string; readonly singular: string },
): { title: string; body: string } {
  const slug = pull.folder.split('/').at(-1) ?? pull.folder;
  const roleName = (peran: string) => sop.pelaksana.find(({ id }) => id === peran)?.nama ?? peran;
  const lines = itemTrailers(
    {
      path: pull.folder,
      sop: position.sop,
      sopVersion: position.sopVersion,
      sidik: position.sidikDisetujui ?? '',
      langkah: position.steps.flatMap(signedStep),
      pull: pull.number,
    },
    roleName,
  );
  return {
    title: `Terbitkan ${pull.singular.toLowerCase()} ${slug} (#${pull.number})`,
    body: lines.join('\n'),
  };
}

function signedStep(step: StepPosition): SignedStep[] {
  const { no, tindakan, peran, oleh: akun, selesai: at, review } = step;
  if (at === null || akun === null || peran === null) return [];
  return [{ no, tindakan, peran, akun, atasNama: step.atasNama ?? peran, at, review }];
}

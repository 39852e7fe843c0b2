import { reportLabel } from './apply/note.ts';
import { openIssue, writeComment } from './apply/once.ts';
import { lastIssue } from './office-report.ts';
import type { Client, Repository } from './read/client.ts';

/** What GitHub Pages takes: a gigabyte, and ten minutes for bringing it there. */
const mostBytes = 1_000_000_000;
const mostSeconds = 600;
/** Shares at which the office is told, once each; there is time to act from the first on. */
const shares = [80, 90, 100] as const;

/** What a publication on Pages took; null: nobody measured it, or it is not on Pages. */
export interface PagesUse {
  readonly bytes: number | null;
  readonly seconds: number | null;
}

/** A limit that is near. */
interface Near {
  /** The same limit at the same share: told once. */
  readonly mark: string;
  readonly text: string;
}

/** The limits that are near, by the share of them that is used. */
export function nearLimits({ bytes, seconds }: PagesUse): Near[] {
  const megabytes = Math.ceil((bytes ?? 0) / 1_000_000);
  const minutes = ((seconds ?? 0) / 60).toFixed(1).replace('.', ',');
  return [
    ...near(
      'ukuran',
      bytes,
      mostBytes,
      `Portal sudah ${megabytes} MB; GitHub Pages memuat paling banyak 1.000 MB.`,
    ),
    ...near(
      'waktu',
      seconds,
      mostSeconds,
      `Mengantarkan portal ke GitHub Pages makan ${minutes} menit; sesudah 10 menit GitHub menghentikannya.`,
    ),
  ];
}

function near(name: string, used: number | null, most: number, text: string): Near[] {
  const share = shares.findLast((percent) => (used ?? 0) * 100 >= most * percent);
  return share === undefined ? [] : [{ mark: `<!-- paraf:batas-${name}-${share} -->`, text }];
}

const marker = '<!-- paraf:batas -->';
const title = 'GitHub Pages hampir penuh: pindahkan portal selagi masih tayang';
const whatToDo = `Yang harus dilakukan, sebelum penuh; alamat dan isi portal tetap sama:

1. Siapkan peladen web kantor (cukup SSH, rsync, dan folder kosong) atau penyimpanan objek dengan CDN.
2. Peladen: isi lingkungan “peladen” di pengaturan repositori, lalu variabel PARAF_DEPLOY dengan \`peladen\`. Penyimpanan objek: perintahnya ada di Pegangan pengelola TI, bagian “Portal di luar GitHub Pages”.
3. Jalankan alur “publish” sekali, periksa hasilnya, baru pindahkan nama domainnya.

Sampai itu dilakukan, penerbitan berjalan seperti biasa; yang melewati batas ditolak GitHub, dan portal terakhir tetap tayang.`;

/**
 * Keeps one issue for the office while a limit of Pages is near, and closes it afterwards. One that a person closed
 * stays closed until the next share is reached.
 */
export async function tellLimits(
  client: Client,
  repository: Repository,
  app: number,
  use: PagesUse,
): Promise<void> {
  const found = nearLimits(use);
  const issue = await lastIssue(client, repository, app, marker);
  const isOpen = issue?.state === 'open';
  if (found.length === 0 && !isOpen) return;
  const body = [
    [marker, ...found.map(({ mark }) => mark)].join('\n'),
    ...found.map(({ text }) => text),
    whatToDo,
  ].join('\n\n');
  const isNews = found.some(({ mark }) => issue?.body.includes(mark) !== true);
  if (!isOpen) {
    if (isNews) await openIssue(client, repository, { title, body, labels: [reportLabel] });
    return;
  }
  const at = { ...repository, issue_number: issue.number };
  if (found.length === 0) {
    await writeComment(
      client,
      repository,
      issue.number,
      'Batasnya tidak lagi dekat. Paraf menutup laporan ini.',
    );
    await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...at,
      body: marker,
      state: 'closed',
      state_reason: 'completed',
    });
    return;
  }
  if (!isNews) return;
  await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...at, body });
  await writeComment(client, repository, issue.number, found.map(({ text }) => text).join('\n\n'));
}

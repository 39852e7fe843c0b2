import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSigned, sopData, type Sop } from '../../scripts/core/sop.ts';
import { buildSite, repository, weightOf } from './testing/build.ts';
import { writePublication } from './testing/fixture.ts';
import { blocksOf, holds, linesOf, readNaskah, rowsOf } from './testing/naskah.ts';
import { readSops } from './testing/sops.ts';

const sops = readSops();
const ids = [...sops.keys()];
/** Those of which the office has the document; a proposal has none to compare it with. */
const documents = [...sops.values()].filter(isSigned).map(({ id }) => id);
let root: string;

const file = (id: string, name: string) => readFileSync(join(root, 'dist/sop', id, name), 'utf8');

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paraf-sop-'));
  writePublication(join(root, 'isi'), repository, []);
  buildSite(join(root, 'isi'), join(root, 'dist'));
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Headings of the documents that stand on the page as PermenPAN-RB 35/2012 words them. */
const headings: Readonly<Record<string, string>> = {
  'Dasar Hukum Kualifikasi Pelaksanaan': 'Dasar Hukum Kualifikasi Pelaksana',
  'Kualifikasi Pelaksanaan': 'Kualifikasi Pelaksana',
  'Disahkan Oleh': 'Disahkan oleh',
  'Tanggal Pembuatan': 'Tgl Pembuatan',
  'Tanggal Revisi': 'Tgl Revisi',
  'Tanggal Efektif': 'Tgl Efektif',
  'Keterkaitan Peralatan/perlengkapan': 'Keterkaitan Peralatan/Perlengkapan',
  'Peralatan/perlengkapan': 'Peralatan/Perlengkapan',
  'Peralatan / Perlengkapan': 'Peralatan/Perlengkapan',
  'Peringatan Pencatatan dan pendataan': 'Peringatan Pencatatan dan Pendataan',
  'Pencatatan dan pendataan': 'Pencatatan dan Pendataan',
  Aktivitas: 'Kegiatan',
  'Aktivitas / Rencana Kegiatan': 'Kegiatan',
  PELAKSANAAN: 'Pelaksana',
  // “Ouput” is told in the reader's notes.
  'No Aktivitas Pemohon Kelengkapan Waktu Ouput': 'No Kegiatan Pemohon Kelengkapan Waktu Output',
  'Bidang IKP KadisTim Pembuat Konten': 'Bidang IKP Kadis Tim Pembuat Konten',
};

/** Lines that the page leaves out, with the reason. */
const left: Readonly<Record<string, string>> = {
  'KEPALA DINAS KOMUNIKASI DAN INFORMATIKA KOTA PONTIANAK [nama pejabat], Perbina Utama Muda, NIP [nomor]':
    'Only the office stands on the page; the rank is told in the notes for its spelling.',
  '[nama pejabat]': 'Names of officials are not copied.',
  'NIP [nomor]': 'Staff numbers are not copied.',
  'Pembina Utama Muda': 'Ranks of officials are not copied.',
  'Bidang / Bagian': 'Label of a line of the unit, which stands under its name on the form.',
  'Seksi / Sub bag': 'Label of a line of the unit, which stands under its name on the form.',
};

describe.each(documents)('the page of the document %s', (id) => {
  it('holds every line of the document, those of a step in its row', () => {
    const html = file(id, 'index.html');
    const blocks = blocksOf(html);
    const rows = rowsOf(html);
    const lines = linesOf(readNaskah(id));
    expect(Math.max(...lines.map(({ langkah }) => langkah ?? 0))).toBe(sops.get(id)!.langkah.length);
    const missing = lines.filter(({ teks, langkah }) => {
      if (teks in left) return false;
      return !holds(langkah === null ? blocks : (rows.get(langkah) ?? []), headings[teks] ?? teks);
    });
    expect(missing).toEqual([]);
  });

  it('says nothing as the document’s word that is not in it', () => {
    const squeeze = (text: string) => text.replace(/<[^>]+>|[*\s]/g, '');
    const naskah = squeeze(readNaskah(id));
    expect(wordsOf(sops.get(id)!).filter((text) => !naskah.includes(squeeze(text)))).toEqual([]);
  });
});

describe.each(ids)('the page of %s', (id) => {
  it('says whether it is a document or a proposal', () => {
    const isDocument = documents.includes(id);
    const html = file(id, 'index.html');
    expect(html.includes('Disalin kata demi kata dari naskahnya')).toBe(isDocument);
    expect(html.includes('Ini usulan yang belum ditetapkan.')).toBe(!isDocument);
  });

  it('tells the same on a narrow screen: who, what, with what, how long, what comes of it, where it leads', () => {
    const sop = sops.get(id)!;
    const list = /<ol class="sop-langkah polos">(.*?)<\/ol>\s*(?=<p class="sop-jumlah")/s.exec(
      file(id, 'index.html'),
    );
    const items = list![1]!.split('<p class="sop-langkah-atas">').slice(1).map(blocksOf);
    expect(items).toHaveLength(sop.langkah.length);
    for (const [
      index,
      { aktivitas, kelengkapan, waktuTeks, output, keterangan, kembaliKe },
    ] of sop.langkah.entries()) {
      const said = items[index]!.join(' ');
      for (const text of [aktivitas, ...kelengkapan.map(({ nama }) => nama), ...output])
        expect(said).toContain(text);
      expect(said).toContain(waktuTeks ?? 'tidak tercantum');
      expect(said).toContain(keterangan ?? '');
      if (kembaliKe !== null) expect(said).toMatch(/(?:ke langkah \d+|diputuskan di langkah \d+)/);
    }
  });

  it('explains every number that stands beside a step', () => {
    const html = file(id, 'index.html');
    const targets = [...html.matchAll(/<li id="(catatan-\d+|pembaca-\d+)"/g)].map(([, target]) => target);
    const links = [...html.matchAll(/href="#((?:catatan|pembaca)-\d+)"/g)].map(([, target]) => target);
    expect(new Set(targets).size).toBe(targets.length);
    const noted = targets.filter((target) => target?.startsWith('catatan'));
    expect(noted.filter((target) => links.filter((link) => link === target).length < 2)).toEqual([]);
    expect(links.filter((link) => !targets.includes(link))).toEqual([]);
  });

  it('can be taken away: as `paraf sop --json` prints it, and as the file it is kept in', () => {
    const sop = sops.get(id)!;
    expect(JSON.parse(file(id, 'sop.json'))).toEqual(JSON.parse(JSON.stringify(sopData(sop))));
    expect(file(id, 'sop.md')).toBe(
      readFileSync(join(repository, 'content/sop', id, 'index.md'), 'utf8').replaceAll('\r\n', '\n'),
    );
    expect(file(id, 'index.html')).toContain(`href="/sop/${id}/sop.json"`);
  });

  it('weighs at most 50 KB before pictures, fonts included', () => {
    expect(weightOf(join(root, 'dist'), `/sop/${id}/index.html`)).toBeLessThanOrEqual(50 * 1024);
  });
});

it('a regulation that has been replaced wears a badge that leads to the remark on it', () => {
  expect(file('pengelolaan-konten-media', 'index.html')).toMatch(
    /Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik\s*<a class="sop-lencana" href="#pembaca-3">\s*sudah diganti/,
  );
});

/** What the data of an SOP gives as the words of its document. */
function wordsOf(sop: Sop): string[] {
  const { pemerintah, dinas, alamat, bidang, seksi, nomor, disahkanOleh, peringatan } = sop;
  const { tanggalPembuatan, tanggalRevisi, tanggalEfektif } = sop;
  const { dasarHukum, kualifikasi, keterkaitan, peralatan, pencatatan } = sop;
  const identity = [sop.nama, pemerintah, dinas, ...alamat, bidang, seksi, nomor, disahkanOleh, peringatan];
  const dates = [tanggalPembuatan, tanggalRevisi, tanggalEfektif];
  const lists = [dasarHukum, kualifikasi, keterkaitan, peralatan, pencatatan].flat();
  const steps = sop.langkah.flatMap(({ aktivitas, kelengkapan, waktuTeks, output, keterangan }) => [
    aktivitas,
    waktuTeks,
    ...kelengkapan.filter(({ sumber }) => sumber === 'eksplisit').map(({ nama }) => nama),
    ...output,
    keterangan,
  ]);
  const roles = sop.pelaksana.map(({ nama }) => nama);
  return [...identity, ...dates, ...lists, ...roles, ...steps].filter((text) => text !== null);
}

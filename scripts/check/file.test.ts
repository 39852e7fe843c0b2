import { describe, expect, it } from 'vitest';
import { processorTime } from '../core/testing/processor-time.ts';
import { scenes, day } from '../example/scenes.ts';
import { formatIssue } from '../core/issue.ts';
import { checkFile } from './file.ts';
import {
  bytes,
  gpsTag,
  jpegWith,
  orientationTag,
  pdfPacked,
  pdfWith,
  pngWith,
  webpWith,
  zipOf,
} from './test-files.ts';

const folder = 'content/berita/2026/11/contoh';

function problems(name: string, content: Uint8Array, size = content.length): string[] {
  return checkFile(folder, { name, size, bytes: content }).map((issue) =>
    formatIssue(issue).replace(`${folder}/${name}`, ''),
  );
}

const docx = zipOf(['[Content_Types].xml', 'word/document.xml']);

describe('checkFile', () => {
  it.each<[string, Uint8Array]>([
    ['foto.png', scenes.hall(day)],
    ['foto.jpg', jpegWith(orientationTag)],
    ['FOTO.JPEG', jpegWith(orientationTag, false)],
    ['foto.webp', webpWith(orientationTag)],
    ['surat.pdf', pdfWith('/Pages 2 0 R')],
    ['surat.pdf', pdfPacked('<< /Type /Page >>')],
    ['rekaman.mp3', bytes('ID3\u0004\0')],
    ['rekaman.mp3', new Uint8Array([0xff, 0xfb, 0x90, 0])],
    ['rekaman.m4a', bytes('\0\0\0 ftypM4A ')],
    ['notula.docx', docx],
    ['tabel.xlsx', zipOf(['[Content_Types].xml', 'xl/workbook.xml'])],
    ['tabel.csv', bytes('nama;jumlah\nRW 1;20\n')],
    ['Catatan lapangan (1).txt', new TextEncoder().encode('“Catatan”\r\n')],
  ])('takes %s', (name, content) => {
    expect(problems(name, content)).toEqual([]);
  });

  const other = (extension: string, found: string) =>
    `: Nama berkas berakhiran “${extension}”, tetapi isinya ${found}. Simpan ulang dengan jenis yang betul; mengganti akhiran nama saja tidak cukup.`;
  const acts = (found: string) =>
    `: PDF ini memuat ${found}, yang dapat menjalankan sesuatu di komputer pembaca. Cetak ulang ke PDF, lalu unggah hasilnya.`;
  const closed =
    ': Sebagian isi PDF ini terkunci atau rusak sehingga tidak dapat diperiksa. Cetak ulang ke PDF tanpa sandi, lalu unggah hasilnya.';
  const place =
    ': Gambar ini menyimpan titik lokasi (GPS) tempat ia diambil. Hapus data lokasinya, lalu unggah lagi.';

  it.each<[string, string, Uint8Array, string]>([
    ['a picture that is none', 'foto.png', bytes('bukan gambar'), other('png', 'teks biasa')],
    ['a picture of another kind', 'foto.png', jpegWith(orientationTag), other('png', 'gambar JPEG')],
    ['a page named as a picture', 'foto.jpg', bytes(' <!DOCTYPE html><p>'), other('jpg', 'halaman HTML')],
    ['an SVG named as a picture', 'foto.webp', bytes('<?xml version="1.0"?><svg/>'), other('webp', 'SVG')],
    ['a program named as a document', 'surat.pdf', bytes('MZ\u0090\0'), other('pdf', 'program Windows')],
    ['an archive named as a document', 'notula.docx', zipOf(['a.txt']), other('docx', 'arsip ZIP')],
    [
      'a workbook named as a document',
      'notula.docx',
      zipOf(['[Content_Types].xml', 'xl/workbook.xml']),
      other('docx', 'lembar kerja Excel'),
    ],
    [
      'a page named as text',
      'catatan.txt',
      bytes('<html><script>alert(1)</script>'),
      other('txt', 'halaman HTML'),
    ],
    ['text that is not UTF-8', 'catatan.txt', new Uint8Array([0x61, 0xff]), other('txt', 'tidak dikenal')],
    [
      'SVG',
      'logo.svg',
      bytes('<svg/>'),
      ': SVG tidak diterima karena dapat memuat program. Simpan gambarnya sebagai PNG atau WebP.',
    ],
    [
      'a program',
      'pasang.exe',
      bytes('MZ'),
      ': Berkas berjenis “exe” tidak diterima. Ubah menjadi salah satu dari jpg, jpeg, png, webp, pdf, mp3, m4a, mp4, docx, xlsx, csv, txt.',
    ],
    [
      'macros',
      'notula.docx',
      zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
      ': Dokumen ini memuat makro, program yang dapat berjalan di komputer pembaca. Simpan ulang tanpa makro.',
    ],
    ['an empty file', 'foto.png', new Uint8Array(), ': Berkas ini kosong. Unggah lagi berkas aslinya.'],
    [
      'a file below a folder',
      'foto/a.png',
      scenes.hall(day),
      ': Berkas berada di folder di dalam folder. Semua berkas harus langsung di samping index.md; pindahkan.',
    ],
    [
      'a hidden file',
      '.env',
      bytes('x'),
      ': Nama berkas memuat tanda yang tidak diterima atau terlalu panjang. Pakai huruf, angka, titik, dan tanda hubung, paling banyak 150 huruf.',
    ],
    [
      'a name that turns its letters around',
      'foto\u202Egnp.jpg',
      jpegWith(orientationTag),
      ': Nama berkas memuat tanda yang tidak diterima atau terlalu panjang. Pakai huruf, angka, titik, dan tanda hubung, paling banyak 150 huruf.',
    ],
    ['a place in a JPEG', 'foto.jpg', jpegWith(gpsTag), place],
    ['a place in a JPEG of the other byte order', 'foto.jpg', jpegWith(gpsTag, false), place],
    ['a place in a PNG', 'foto.png', pngWith(gpsTag), place],
    ['a place in a WebP', 'foto.webp', webpWith(gpsTag), place],
    [
      'a place in XMP',
      'foto.jpg',
      Buffer.concat([jpegWith(orientationTag), bytes('<x exif:GPSLatitude="0,1S"/>')]),
      place,
    ],
    [
      'a PDF that runs JavaScript on opening',
      'surat.pdf',
      pdfWith('/OpenAction << /S /JavaScript /JS (x) >>'),
      acts('JavaScript, OpenAction'),
    ],
    [
      'a PDF that hides the name',
      'surat.pdf',
      pdfWith('/AA << /O << /S /J#61vaScript >> >>'),
      acts('JavaScript'),
    ],
    ['a PDF that starts a program', 'surat.pdf', pdfWith('/A << /S /Launch >>'), acts('Launch')],
    ['a PDF that carries a file', 'surat.pdf', pdfWith('/F << /Type /EmbeddedFile >>'), acts('EmbeddedFile')],
    ['a PDF that packs it away', 'surat.pdf', pdfPacked('<< /S /Launch >>'), acts('Launch')],
    ['a PDF with a password', 'surat.pdf', pdfWith('/Encrypt 3 0 R'), closed],
    [
      'a PDF packed in another way',
      'surat.pdf',
      pdfPacked('x', '/Filter /LZWDecode /DecodeParms << >>'),
      closed,
    ],
    [
      'a personal number in a note',
      'catatan.txt',
      bytes('satu\n6171010101900001\n'),
      ':2: Ada 16 angka berurutan yang tampak seperti NIK atau nomor KK. Hapus: data pribadi tidak boleh terbit, dan riwayat naskah tidak dapat dilupakan.',
    ],
  ])('refuses %s', (_name, name, content, expected) => {
    expect(problems(name, content)).toEqual([expected]);
  });

  it.each([
    ['foto.jpg', 5_242_881, ': Berkas ini 5,0 MB, paling besar 5,0 MB. Perkecil lalu unggah lagi.'],
    ['surat.pdf', 31_457_280, ': Berkas ini 30,0 MB, paling besar 20,0 MB. Perkecil lalu unggah lagi.'],
  ])('refuses %s of %i bytes by its size alone', (name, size, expected) => {
    expect(
      checkFile(folder, { name, size }).map((issue) => formatIssue(issue).replace(`${folder}/${name}`, '')),
    ).toEqual([expected]);
  });

  it('answers quickly on files made to be slow', () => {
    const hostile = [
      ['a.pdf', bytes(`%PDF-1.7\n${'<< /ObjStm >>\nstream\n'.repeat(100_000)}`)],
      ['a.docx', Buffer.concat([bytes('PK\u0003\u0004'), Buffer.alloc(5_000_000, 'PK\u0005\u0006')])],
      ['a.jpg', Buffer.alloc(5_000_000, Buffer.from([0xff, 0xd8, 0xff, 0xe1]))],
    ] as const;
    for (const [name, content] of hostile)
      expect(
        processorTime(() => problems(name, content)),
        name,
      ).toBeLessThan(3000);
  });
});

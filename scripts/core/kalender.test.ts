import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../markdown/front-matter.ts';
import { formatIssue } from './issue.ts';
import { kalenderFrom } from './kalender.ts';
import { deadline } from './kalender-deadline.ts';
import { kalenderDocument, kalenderOf, kalenderWith, quietYear } from './testing/kalender.ts';

const file = 'content/kalender.yml';
const text = readFileSync(file, 'utf8');

/** Everything that is wrong with the calendar of this repository, some of its text replaced. */
function faults(...changes: readonly [from: string, to: string][]): string[] {
  const changed = changes.reduce((now, [from, to]) => {
    expect(now).toContain(from);
    return now.replace(from, to);
  }, text);
  const parsed = parseYaml(file, '', changed);
  const result = parsed.ok ? kalenderFrom(parsed.value) : parsed;
  return result.ok ? [] : result.issues.map(formatIssue);
}

describe('the calendar of this repository', () => {
  const [span] = kalenderWith().spans;

  it('has the days off of 2026', () => {
    const off = (sebab: string) =>
      span!.days.filter((day) => day.libur?.sebab === sebab).map(({ tanggal }) => tanggal.slice(5));
    expect(off('libur').join(' ')).toBe(
      '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25',
    );
    expect(off('cuti-bersama').join(' ')).toBe('02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24');
    expect(off('akhir-pekan').length).toBe(104 - 4);
  });

  it.each([
    ['an ordinary week', '2026-11-02', '2026-11-08', 37 * 60 + 30],
    ['a week of Ramadan', '2026-03-02', '2026-03-08', 32 * 60 + 30],
  ])('counts %s as the regulation does', (_, from, to, minutes) => {
    const at = (tanggal: string) => span!.days.findIndex((day) => day.tanggal === tanggal);
    expect(span!.minutesBefore[at(to) + 1]! - span!.minutesBefore[at(from)]!).toBe(minutes);
  });
});

describe('a calendar with faults names them all', () => {
  it('of form', () => {
    expect(
      faults(
        ['zona: Asia/Pontianak', 'zona: Asia/Makassar'],
        ['sabtu: null', 'sabtu: libur'],
        ['  "2026":', '  "2026 M":'],
      ),
    ).toEqual([
      'content/kalender.yml:2 zona: Zona waktu harus Asia/Pontianak, tetapi isinya “Asia/Makassar”. Ganti dengan yang tersedia.',
      'content/kalender.yml:10 jamKerja.sabtu: Sabtu harus berupa kelompok isian, tetapi isinya “libur”; tulis “nama: nilai” pada baris-baris di bawahnya, menjorok dua spasi.',
      'content/kalender.yml:21 tahun.2026 M: Nama isian “2026 M”: harus tahun seperti 2026. Betulkan.',
    ]);
  });

  it('of form, deep inside', () => {
    expect(
      faults(
        ['sumber: disimpulkan', 'sumber: kira-kira'],
        ['2026-01-16', '2026-01-32'],
        ['nama: Iduladha', 'nam: x'],
      ),
    ).toEqual([
      'content/kalender.yml:26 tahun.2026.ramadan.sumber: Sumber harus salah satu dari eksplisit, disimpulkan, tetapi isinya “kira-kira”. Ganti dengan yang tersedia.',
      'content/kalender.yml:30 tahun.2026.libur.1.tanggal: Tanggal harus tanggal yang ada, ditulis tahun-bulan-hari seperti 2026-11-02, tetapi isinya “2026-01-32”. Betulkan.',
      'content/kalender.yml:39 tahun.2026.libur.10.nama: Nama belum diisi. Lengkapi isian ini.',
      'content/kalender.yml:39 tahun.2026.libur.10.nam: Isian “nam” tidak dikenal di sini. Betulkan ejaannya atau hapus; yang dikenal: tanggal, nama.',
    ]);
  });

  it('between its parts', () => {
    expect(
      faults(
        ['mulai: 2026-02-19', 'mulai: 2026-03-29'],
        ['2026-01-16', '2025-01-16'],
        ['2026-08-25', '2026-08-17'],
        ['2026-12-24', '2026-12-25'],
      ),
    ).toEqual([
      'content/kalender.yml:23 tahun.2026.ramadan: Ramadan mulai 2026-03-29, sesudah selesainya 2026-03-20. Tukar atau betulkan tanggalnya.',
      'content/kalender.yml:30 tahun.2026.libur.1.tanggal: Tanggal 2025-01-16 tertulis di bawah tahun 2026. Pindahkan ke tahunnya, atau betulkan tanggalnya.',
      'content/kalender.yml:44 tahun.2026.libur.15.tanggal: Tanggal 2026-08-17 tertulis dua kali di tahun ini, dalam libur atau cutiBersama. Hapus salah satunya, atau betulkan tanggalnya.',
      'content/kalender.yml:54 tahun.2026.cutiBersama.7.tanggal: Tanggal 2026-12-25 tertulis dua kali di tahun ini, dalam libur atau cutiBersama. Hapus salah satunya, atau betulkan tanggalnya.',
    ]);
  });

  it.each<[string, [string, string], string]>([
    [
      'a Ramadan of two months',
      ['selesai: 2026-03-20', 'selesai: 2026-04-20'],
      'content/kalender.yml:23 tahun.2026.ramadan: Ramadan tertulis 61 hari, padahal 29 atau 30 hari. Betulkan tanggalnya.',
    ],
    [
      'a year copied from another',
      ['mulai: 2026-02-19\n      selesai: 2026-03-20', 'mulai: 2025-03-01\n      selesai: 2025-03-30'],
      'content/kalender.yml:23 tahun.2026.ramadan: Ramadan 2025-03-01 sampai 2025-03-30 tidak menyentuh tahun 2026. Isi tanggal Ramadan tahun itu.',
    ],
  ])('%s', (_, change, message) => {
    expect(faults(change)).toEqual([message]);
  });

  it('a week without work', () => {
    const idle = text.replace(/^( {2}(?:senin|selasa|rabu|kamis|jumat)): \{.*\}$/gm, '$1: null');
    const parsed = parseYaml(file, '', idle);
    const result = parsed.ok ? kalenderFrom(parsed.value) : parsed;
    const message =
      'Tidak satu hari pun dalam pekan ini punya jam kerja, sehingga tidak ada tenggat yang pernah jatuh. Isi jam kerja paling sedikit satu hari.';
    expect(result.ok ? [] : result.issues.map(formatIssue)).toEqual([
      `content/kalender.yml:4 jamKerja: ${message}`,
      `content/kalender.yml:12 jamKerjaRamadan: ${message}`,
    ]);
  });
});

describe('hours that an office may choose', () => {
  it('breaks may touch, overlap and fill a day', () => {
    const document = kalenderDocument();
    const pause = (mulai: string, selesai: string) => ({ mulai, selesai });
    document.jamKerja.senin = {
      ...pause('08:00', '16:00'),
      istirahat: [pause('12:00', '13:00'), pause('10:00', '10:30'), pause('12:30', '14:00')],
    };
    document.jamKerja.selasa = { ...pause('08:00', '12:00'), istirahat: [pause('08:00', '12:00')] };
    const kalender = kalenderOf(document);
    const due = (start: string, menit: number) => {
      const result = deadline(kalender, start, { menit });
      return result.ok && result.value.tenggat;
    };
    // Monday: 8.00–10.00, 10.30–12.00, 14.00–16.00; Tuesday: nothing.
    expect(due('2026-11-02T08:00:00+07:00', 211)).toBe('2026-11-02T14:01:00+07:00');
    expect(due('2026-11-02T08:00:00+07:00', 330)).toBe('2026-11-02T16:00:00+07:00');
    expect(due('2026-11-02T08:00:00+07:00', 331)).toBe('2026-11-04T07:31:00+07:00');
  });

  it('a Ramadan that begins in December stands under the year in which it ends', () => {
    const document = kalenderDocument();
    document.tahun = {
      '2030': quietYear(2030),
      '2031': {
        ...quietYear(2031),
        ramadan: { ...quietYear(2031).ramadan, mulai: '2030-12-26', selesai: '2031-01-24' },
      },
    };
    const result = deadline(kalenderOf(document), '2030-12-26T14:30:00+07:00', { menit: 60 });
    expect(result.ok && result.value.tenggat).toBe('2030-12-27T08:30:00+07:00');
  });
});

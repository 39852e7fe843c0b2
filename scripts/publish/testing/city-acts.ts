/** What happens to a city's portal between two publications, for tests that publish step by step. */
import { stringify } from 'yaml';
import { collections } from '../../../content/schema/collections.ts';
import { kategoriBerita } from '../../../content/schema/berita.ts';
import { klasifikasiInformasi } from '../../../content/schema/informasi-publik.ts';
import type { Archive, Files } from './archive.ts';

/** A city in the course of a test. */
export interface City {
  readonly archive: Archive;
  /** Items that were published in it, with their files as they were approved last. */
  readonly published: Map<string, Files>;
  day(): string;
  /** Lets days go by, for the portal and for those who work on it. */
  passDays(days: number): void;
}

const sop = 'penyebarluasan-informasi';
const papers = { dokumentasi: ['judul'], 'data-informasi': ['judul'], 'berita-narasi': ['judul'] };

/** `content/alur.yml` under which every collection is signed by the few steps of one SOP. */
export const everyCollection = stringify(
  Object.fromEntries(collections.map(({ name }) => [name, { sop, kelengkapan: papers }])),
);

const offices = ['dinas-kesehatan', 'dinas-pendidikan', 'dinas-lingkungan-hidup'];
const kategori = Object.keys(kategoriBerita);
const klasifikasi = Object.keys(klasifikasiInformasi);
/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Front = Readonly<Record<string, unknown>>;

/**
 * An item of any collection, as its folder and its files.
 *
 * @param day on which it is made
 * @param beside files beside its text, by name
 */
export function item(day: string, koleksi: string, slug: string, front: Front = {}, beside: Files = {}) {
  const opd = typeof front['opd'] === 'string' ? front['opd'] : offices[0]!;
  const place = koleksi.startsWith('informasi-') ? opd : day.slice(0, 7).replace('-', '/');
  const path = `content/${koleksi}/${place}/${slug}`;
  const data = { judul: `Kabar ${slug}`, opd, tanggal: day, ringkasan: `Ringkasan ${slug}.`, ...front };
  const files: Files = {
    [`${path}/index.md`]: `---\n${stringify(data)}---\n\nIsi ${slug}.\n`,
    ...Object.fromEntries(Object.entries(beside).map(([name, bytes]) => [`${path}/${name}`, bytes])),
  };
  return { path, files };
}

/** One thing that happens, made different by two numbers. */
type Act = (city: City, n: number, m: number) => void;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

function publishNew(city: City, koleksi: string, n: number, front: Front, beside: Files = {}): void {
  const slug = `${koleksi}-${n}-${city.published.size}`;
  const { path, files } = item(city.day(), koleksi, slug, front, beside);
  city.archive.merge(path, files);
  city.published.set(path, files);
}

/** One of the items that were published in this history; null before the first. */
function one({ published }: City, n: number): readonly [string, Files] | null {
  return published.size === 0 ? null : pick([...published], n);
}

export const acts: Readonly<Record<string, Act>> = {
  news: (city, n, m) =>
    publishNew(
      city,
      'berita',
      n,
      {
        opd: pick(offices, m),
        ...(m === 0 ? {} : { kategori: pick(kategori, n) }),
        ...(n % 2 === 0
          ? {
              foto: [
                { berkas: 'foto.png', keterangan: 'Foto kegiatan.', kredit: 'Kominfo', alt: 'Foto kegiatan' },
              ],
            }
          : {}),
      },
      n % 2 === 0 ? { 'foto.png': pixel } : {},
    ),

  campaign: (city, n, m) => publishNew(city, pick(['kampanye', 'konten'], m), n, { opd: pick(offices, n) }),

  document: (city, n, m) =>
    publishNew(
      city,
      'informasi-publik',
      n,
      {
        opd: pick(offices, m),
        klasifikasi: pick(klasifikasi, n),
        ...(m === 1 ? {} : { pembuatan: { waktu: `202${m}-05-01`, tempat: 'Pontianak' } }),
        dokumen: [{ berkas: 'data.csv', judul: 'Data terbuka' }],
      },
      { 'data.csv': `a,b\n${n},${m}\n` },
    ),

  exclusion: (city, n, m) =>
    publishNew(city, 'informasi-dikecualikan', n, {
      opd: pick(offices, m),
      berakhir: after(city.day(), n + 40),
    }),

  warning: (city, n, m) =>
    publishNew(city, 'serta-merta', n, {
      opd: pick(offices, m),
      jenis: 'bencana-alam',
      ...(m === 0 ? {} : { berlakuSampai: after(city.day(), m) }),
    }),

  /** Other words; for news also another office and subject, so that it changes its lists. */
  correction: (city, n, m) => {
    const found = one(city, n);
    if (found === null) return;
    const [path, files] = found;
    const text = String(files[`${path}/index.md`]).replace(/^judul: .*$/m, `judul: Ralat ${n} ${m}`);
    const moved = path.includes('/berita/') ? text.replace(/^opd: .*$/m, `opd: ${pick(offices, n)}`) : text;
    const corrected = { ...files, [`${path}/index.md`]: moved };
    if (moved === files[`${path}/index.md`]) return;
    city.archive.merge(path, corrected);
    city.published.set(path, corrected);
  },

  withdrawal: (city, n) => {
    const found = one(city, n);
    if (found === null) return;
    city.archive.withdraw(found[0]);
    city.published.delete(found[0]);
  },

  /** Somebody pushes other words to `main`: what is not what was approved is not shown. */
  tampering: (city, n) => {
    const found = one(city, n);
    if (found !== null) city.archive.commit('main', { [`${found[0]}/index.md`]: `---\njudul: Palsu\n---\n` });
  },

  repair: (city) => {
    for (const files of city.published.values()) city.archive.commit('main', files);
  },

  days: (city, n) => city.passDays(1 + n),
  nothing: () => undefined,
};

function after(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

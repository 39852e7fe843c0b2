/** The filter of the Daftar Informasi Publik in the reader's browser. Its data are fetched once somebody filters. */
import {
  alamatSaringan,
  pilih,
  saringanDari,
  tanpaSaringan,
  tercari,
  type Baris,
  type Saringan,
  type Tercari,
} from '../../../scripts/core/ppid/saring.ts';

/** Results that are shown at once: a phone draws no more in a moment. */
const sekali = 30;

const section = document.querySelector<HTMLElement>('[data-saring]');
if (section !== null) start(section);

function start(section: HTMLElement): void {
  const form = part(section, HTMLFormElement, 'form');
  const count = part(section, HTMLElement, '.saring-jumlah');
  const list = part(section, HTMLElement, '.saring-hasil');
  const more = part(section, HTMLButtonElement, '.saring-lagi');
  /** What stands in its place while nothing is asked for. */
  const whole = document.querySelector<HTMLElement>('[data-daftar]');
  const options = [...form.querySelectorAll('option')].filter(({ value }) => value !== '');
  const names = new Map(options.map(({ value, text }) => [value, text]));
  const base = section.dataset['saring']!.replace(/\/ppid\/saring\/$/, '');

  let loading: Promise<readonly Tercari[]> | undefined;
  const load = () => (loading ??= loadAll(section));
  let found: readonly Baris[] = [];
  let shown = 0;
  let asked = 0;

  const show = () => {
    const next = found.slice(shown, shown + sekali);
    list.append(...next.map((row) => rowElement(row, base, names)));
    shown += next.length;
    more.hidden = shown >= found.length;
  };
  const apply = async (saringan: Saringan) => {
    const mine = ++asked;
    const isIdle = alamatSaringan(saringan) === '';
    if (whole !== null) whole.hidden = !isIdle;
    if (isIdle) {
      found = [];
      list.replaceChildren();
      more.hidden = true;
      count.textContent = '';
      return;
    }
    if (loading === undefined) count.textContent = 'Memuat daftar …';
    try {
      const all = await load();
      if (mine !== asked) return;
      found = pilih(all, saringan);
      shown = 0;
      list.replaceChildren();
      count.textContent =
        found.length === 0
          ? 'Tidak ada yang cocok. Kurangi saringannya, atau ajukan permohonan informasi.'
          : `${found.length.toLocaleString('id-ID')} dari ${all.length.toLocaleString('id-ID')} informasi cocok.`;
      show();
    } catch {
      loading = undefined;
      if (whole !== null) whole.hidden = false;
      count.textContent =
        'Daftar tidak dapat dimuat. Periksa sambungan, lalu coba lagi; daftar di bawah tetap dapat dijelajahi.';
    }
  };
  const wish = (): Saringan => {
    const data = new FormData(form);
    const entries = Object.keys(tanpaSaringan).map((name) => [name, String(data.get(name) ?? '').trim()]);
    return Object.fromEntries(entries) as unknown as Saringan;
  };
  const changed = () => {
    const saringan = wish();
    history.replaceState(null, '', `${location.pathname}${alamatSaringan(saringan)}`);
    void apply(saringan);
  };
  const fromAddress = () => {
    const saringan = saringanDari(location.search);
    for (const [name, value] of Object.entries(saringan)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    // A choice that the list does not have leaves its field empty, and so asks for nothing.
    void apply(wish());
  };

  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    changed();
  });
  form.addEventListener('reset', () => setTimeout(changed));
  more.addEventListener('click', () => {
    const first = shown;
    show();
    list.children[first]?.querySelector('a')?.focus();
  });
  addEventListener('popstate', fromAddress);
  section.hidden = false;
  fromAddress();
}

async function loadAll(section: HTMLElement): Promise<readonly Tercari[]> {
  const parts = await Promise.all(
    Array.from({ length: Number(section.dataset['berkas']) }, async (_, n) => {
      const answer = await fetch(`${section.dataset['saring']}${n}.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as Baris[];
    }),
  );
  return parts.flat().map(tercari);
}

function rowElement(row: Baris, base: string, names: ReadonlyMap<string, string>): HTMLElement {
  const [nomor, url, judul, ringkasan, , opd, klasifikasi, tahun, format] = row;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `${base}${url}`;
  link.textContent = judul;
  const text = document.createElement('p');
  text.textContent = ringkasan;
  const facts = document.createElement('p');
  facts.className = 'saring-fakta';
  facts.textContent = [
    `Nomor ${nomor}`,
    names.get(klasifikasi),
    names.get(opd) ?? opd,
    tahun,
    format.toUpperCase(),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  item.append(link, text, facts);
  return item;
}

function part<T extends HTMLElement>(section: HTMLElement, kind: new () => T, selector: string): T {
  const found = section.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the filter has no ${selector}`);
}

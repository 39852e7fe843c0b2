/** Shows the notices that hold now on a page that was made before them. Without a network the page stays as it is. */
import { isBerlaku, type Peringatan } from '../../../scripts/core/ppid/serta-merta.ts';
import { dayInWib } from '../../../scripts/core/ppid/tanggal.ts';
import { plainDate } from '../dates.ts';

const place = document.querySelector<HTMLElement>('[data-genting]');
if (place !== null) void show(place);

async function show(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset['genting'] ?? '', { cache: 'no-cache' }).catch(() => null);
  if (answer?.ok !== true) return;
  const today = dayInWib(new Date().toISOString());
  const all = ((await answer.json()) as Peringatan[]).filter(({ sampai }) => isBerlaku(sampai, today));
  if (all.length > 0) place.replaceWith(band(all));
}

/** The same as components/Genting.astro makes. */
function band(all: readonly Peringatan[]): HTMLElement {
  const section = element('section', { class: 'genting', 'aria-labelledby': 'genting' });
  const inner = element('div', { class: 'wadah' });
  const list = element('ul', { class: 'polos' });
  for (const { judul, ringkasan, alamat, sampai } of all) {
    const item = element('li', {});
    item.append(
      element('a', { href: alamat }, judul),
      element('span', {}, ringkasan),
      element('time', { datetime: sampai }, `Berlaku sampai ${plainDate(sampai)}`),
    );
    list.append(item);
  }
  inner.append(element('h2', { id: 'genting' }, 'Pengumuman penting'), list);
  section.append(inner);
  return section;
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

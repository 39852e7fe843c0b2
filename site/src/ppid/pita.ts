/** Shows the warnings that hold now on a page that was made before them. Without a network the page stays as it is. */
import { isBerlaku, type Peringatan } from '../../../scripts/core/ppid/serta-merta.ts';
import { dayInWib } from '../../../scripts/core/ppid/tanggal.ts';
import { plainDate } from '../dates.ts';

const place = document.querySelector<HTMLElement>('[data-pita]');
if (place !== null) void show(place);

async function show(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset['pita'] ?? '', { cache: 'no-cache' }).catch(() => null);
  if (answer?.ok !== true) return;
  const today = dayInWib(new Date().toISOString());
  const all = (await answer.json()) as Peringatan[];
  place.replaceWith(...all.filter(({ sampai }) => isBerlaku(sampai, today)).map(band));
}

function band({ judul, ringkasan, alamat, sampai }: Peringatan): HTMLElement {
  const aside = element('aside', 'pita');
  aside.setAttribute('aria-label', 'Peringatan');
  const link = element('a', '', judul);
  link.setAttribute('href', alamat);
  const text = element('p');
  text.append(link, ' ', element('span', '', ringkasan));
  const inner = element('div', 'wadah');
  inner.append(text, element('p', 'pita-sampai', `Berlaku sampai ${plainDate(sampai)}`));
  aside.append(inner);
  return aside;
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

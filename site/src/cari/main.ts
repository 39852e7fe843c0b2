/** The page of search results (`/cari/`). Without this program it offers the lists to browse instead. */
import { openEngine, type Engine, type Hit, type Outcome } from './engine.ts';
import { addressOf, filterNames, isEmpty, readQuery, type Query } from './query.ts';
import { inWords, resultRow, tally, yearsInWords } from './view.ts';

/** Results that are shown at once. */
const pageSize = 10;

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const form = part<HTMLFormElement>('cari');
const words = part<HTMLInputElement>('cari-q');
const said = part('cari-keadaan');
const results = part('cari-hasil');
const heading = part('cari-judul');
const list = part('cari-daftar');
const none = part('cari-nihil');
const fault = part('cari-galat');
const more = part<HTMLButtonElement>('cari-lagi');
const filters = part<HTMLDetailsElement>('cari-saring');
const older = part<HTMLButtonElement>('cari-lama');
const browse = part('cari-jelajah');
const title = document.title;

let engine: Promise<Engine> | undefined;
let query: Query = readQuery(new URLSearchParams(location.search));
let hits: readonly Hit[] = [];
let shown = new Set<string>();
/** How far the engine has looked for them. */
let seen: Pick<Outcome, 'unseen' | 'isPartly'> = { unseen: [], isPartly: false };
/** Counts questions: an answer to an older one is not shown. */
let asked = 0;

/** Opens the index once; what failed is tried again with the next question. */
function opened(): Promise<Engine> {
  const { indeks = '', dasar = '/' } = form.dataset;
  engine ??= openEngine(indeks, dasar).catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

function showForm(): void {
  words.value = query.q;
  for (const name of filterNames) {
    const choice = form.elements.namedItem(name) as HTMLSelectElement;
    choice.value = query[name];
    // A value that the portal does not know finds nothing, and the form must say so.
    if (choice.value !== query[name]) query = { ...query, [name]: '' };
  }
  if (filterNames.some((name) => query[name] !== '')) filters.open = true;
  document.title = query.q === '' ? title : `${query.q} – ${title}`;
}

type State = 'kosong' | 'mencari' | 'hasil' | 'nihil' | 'galat';

function show(state: State, words: string): void {
  results.hidden = state !== 'hasil';
  none.hidden = state !== 'nihil';
  fault.hidden = state !== 'galat';
  browse.hidden = state === 'hasil';
  form.toggleAttribute('data-mencari', state === 'mencari');
  said.textContent = words;
  if (state !== 'hasil') {
    more.hidden = true;
    older.hidden = true;
  }
}

/** Looks for what the form asks. */
async function run(find: (engine: Engine) => Promise<Outcome>, isFurther = false): Promise<void> {
  asked += 1;
  const mine = asked;
  if (!isFurther) {
    shown = new Set();
    if (isEmpty(query)) {
      list.replaceChildren();
      return show('kosong', '');
    }
    show('mencari', `Sedang mencari ${inWords(query)} …`);
  }
  try {
    const outcome = await find(await opened());
    if (mine !== asked) return;
    // What is shown stays where it is; what older years add comes below.
    hits = [...hits.filter(({ id }) => shown.has(id)), ...outcome.hits.filter(({ id }) => !shown.has(id))];
    if (!isFurther) list.replaceChildren();
    if (hits.length === 0 && outcome.unseen.length === 0)
      return show('nihil', `Tidak ada yang cocok dengan ${inWords(query)}.`);
    await append(mine, isFurther);
    if (mine !== asked) return;
    tell(outcome);
  } catch {
    if (mine !== asked) return;
    // A part that did not come is asked for again only by an engine that is opened anew.
    engine = undefined;
    show('galat', 'Pencarian belum dapat dijalankan.');
  }
}

/** Shows the next results; the first new one takes the focus where somebody asked for more. */
async function append(mine: number, takesFocus: boolean): Promise<void> {
  const fresh = hits.filter(({ id }) => !shown.has(id)).slice(0, pageSize);
  const found = await Promise.all(fresh.map((hit) => hit.data()));
  if (mine !== asked) return;
  for (const { id } of fresh) shown.add(id);
  const rows = found.map(resultRow);
  list.append(...rows);
  if (takesFocus) rows[0]?.querySelector('a')?.focus();
}

function tell(outcome: Pick<Outcome, 'unseen' | 'isPartly'>): void {
  seen = outcome;
  const { unseen } = outcome;
  heading.textContent = `Hasil untuk ${inWords(query)}`;
  show('hasil', tally(hits.length, query, outcome));
  more.hidden = shown.size >= hits.length;
  older.hidden = unseen.length === 0;
  older.textContent = `Cari juga di tahun ${yearsInWords(unseen)}`;
}

function ask(next: Query): void {
  query = next;
  const address = `${location.pathname}${addressOf(query)}`;
  if (address !== `${location.pathname}${location.search}`) history.pushState(null, '', address);
  showForm();
  void run((engine) => engine.search(query));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(readQuery(new FormData(form)));
});
form.addEventListener('change', (event) => {
  if (event.target instanceof HTMLSelectElement) ask(readQuery(new FormData(form)));
});
more.addEventListener('click', () => {
  void append(asked, true).then(
    () => tell(seen),
    () => show('galat', 'Hasil berikutnya belum dapat dimuat.'),
  );
});
older.addEventListener('click', () => void run((engine) => engine.further(query), true));
part('cari-ulang').addEventListener('click', () => void run((engine) => engine.search(query)));
part('cari-hapus').addEventListener('click', () => {
  ask({ ...query, jenis: '', opd: '', tahun: '', kategori: '' });
  words.focus();
});
window.addEventListener('popstate', () => {
  query = readQuery(new URLSearchParams(location.search));
  showForm();
  void run((engine) => engine.search(query));
});
// Who goes to the field means to search: the index is on its way before the first word stands there.
words.addEventListener('focus', () => void opened().catch(() => undefined), { once: true });

// They stand open in the page, for a wide screen; on a narrow one they would push the results away.
filters.open = matchMedia('(min-width: 48rem)').matches;
form.hidden = false;
showForm();
void run((engine) => engine.search(query));

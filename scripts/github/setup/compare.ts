import { pengelolaSistem } from '../../../content/schema/pelaksana.ts';
import { compareApp } from './compare-app.ts';
import { compareCodeowners } from './compare-codeowners.ts';
import { compareEnvironments } from './compare-environments.ts';
import { compareFields } from './compare-fields.ts';
import { compareLabels } from './compare-labels.ts';
import { compareRulesets } from './compare-rulesets.ts';
import type { Description } from './description.ts';
import { areas, type Area, type Difference } from './difference.ts';
import type { State } from './state.ts';

const repo = '/repos/{owner}/{repo}';

/**
 * Everything in which GitHub's state differs from the description, in the order in which it is set right.
 *
 * @returns nothing where the office is as it should be
 */
export function compare(description: Description, state: State): readonly Difference[] {
  const found = [
    ...compareFoundation(state),
    ...compareCodeowners(description.codeowners, state),
    ...comparePengelola(state),
    ...compareRepository(description, state),
    ...compareLabels(description.labels, state.labels),
    // What the plan leaves out is one difference, and the choice is the office's.
    ...(state.isLimited
      ? [limited]
      : [
          ...compareEnvironments(description.environments, state.environments),
          ...comparePages(description, state),
          ...compareApp(description, state),
          ...compareRulesets(description.rulesets, state.rulesets),
        ]),
  ];
  const isHeld = !state.hasRecord && comparePengelola(state).length > 0;
  return areas.flatMap((area) =>
    found
      .filter((difference) => difference.area === area)
      .map((difference) =>
        isHeld && closing.has(area) ? { ...difference, does: held, step: null } : difference,
      ),
  );
}

/** After these only the app writes `main`, and only on the word of two who may approve. */
const closing: ReadonlySet<Area> = new Set<Area>(['Catatan', 'Aturan cabang']);
const held =
  'Menunggu pengelola sistem di atas: sesudah langkah ini content/pelaksana.yml hanya dapat diubah dengan persetujuan mereka.';

function compareFoundation(state: State): Difference[] {
  const found: Difference[] = [];
  if (state.repository === null)
    found.push({
      area: 'Repositori',
      name: 'repositori',
      is: 'belum ada',
      should: 'ada',
      does: 'Membuatnya.',
      step: { kind: 'create' },
    });
  if (!state.hasMain)
    found.push({
      area: 'Isi awal',
      name: 'cabang main',
      is: 'belum ada',
      should: 'berisi program dan pengaturan kantor',
      does: 'Mengirim commit terakhir folder kerja ini ke cabang main.',
      step: { kind: 'push' },
    });
  return found;
}

function compareRepository(description: Description, state: State): Difference[] {
  return [
    ...compareFields('Repositori', description.repository, state.repository, {
      does: 'Mengubah pengaturan repositori.',
      route: `PATCH ${repo}`,
    }),
    ...Object.entries(description.actions)
      // The policy for outsiders is one of public repositories.
      .filter(([path]) => path !== '/fork-pr-contributor-approval' || !state.isPrivate)
      .flatMap(([path, settings]) =>
        compareFields('Actions', settings, state.actions[path] ?? null, {
          does: 'Mengubah pengaturan Actions.',
          route: `PUT ${repo}/actions/permissions${path}`,
          isWhole: true,
        }),
      ),
  ];
}

function comparePages({ pages }: Description, state: State): readonly Difference[] {
  if (state.pages !== null)
    return compareFields('Pages', pages, state.pages, {
      does: 'Mengubah pengaturan GitHub Pages.',
      route: `PUT ${repo}/pages`,
    });
  return [
    {
      area: 'Pages',
      name: 'GitHub Pages',
      is: 'belum ada',
      should: 'dibangun oleh workflow',
      does: 'Menyalakannya.',
      step: { kind: 'request', route: `POST ${repo}/pages`, parameters: { build_type: 'workflow' } },
    },
  ];
}

/** Two, because nobody approves a change of the system that is their own. */
function comparePengelola({ pengelola }: State): readonly Difference[] {
  if (pengelola === null || pengelola.length >= 2) return [];
  return [
    {
      area: 'Pengelola',
      name: `pemegang ${pengelolaSistem} yang boleh menulis`,
      is: `${pengelola.length} akun`,
      should: 'sedikitnya 2 akun',
      does:
        'Anda yang mengerjakan: tulis nomor akun GitHub kedua pengelola di content/pelaksana.yml, dan beri keduanya hak ' +
        'Write pada repositori. Tanpa itu tidak ada yang dapat menyetujui perubahan sistem. Selama aturan cabang belum ' +
        'ada, ambil main dengan git pull, betulkan, dan kirim lagi dengan git push.',
      step: null,
    },
  ];
}

const limited: Difference = {
  area: 'Aturan cabang',
  name: 'paket GitHub',
  is: 'repositori privat pada paket gratis',
  should: 'paket yang memuat aturan cabang, environment, dan Pages',
  does:
    'Anda yang memilih: (1) jadikan repositori publik, gratis, dan isinya dapat dibaca siapa pun; (2) pakai paket ' +
    'GitHub Team, berbayar per orang; atau (3) jalankan Paraf di server sendiri tanpa GitHub. GitHub tidak menyediakan ' +
    'aturan cabang untuk repositori privat pada paket gratis, jadi tanpa pilihan ini administrator dapat mengubah main; ' +
    'yang tidak diparaf tetap tidak tayang, tetapi tidak lagi dicegah GitHub.',
  step: null,
};

import type { Difference, Step } from './difference.ts';
import { isSame, shown } from './difference.ts';
import type { BypassActor, Rule, Ruleset } from './rulesets.ts';
import type { State } from './state.ts';

const rulesets = '/repos/{owner}/{repo}/rulesets';
const area = 'Aturan cabang';

/** Rules of branches that are missing, weaker or other than they should be, and rulesets that nobody described. */
export function compareRulesets(
  wanted: readonly Ruleset[] | null,
  state: State['rulesets'],
): readonly Difference[] {
  if (wanted === null)
    return [
      {
        area,
        name: 'semua aturan',
        is: 'belum dapat dibuat',
        should: 'dibuat untuk aplikasi',
        does: 'Dibuat sesudah aplikasi GitHub kantor ini ada.',
        step: null,
      },
    ];
  return [
    ...wanted.flatMap((ruleset) =>
      compareOne(
        ruleset,
        state.find(({ name }) => name === ruleset.name),
      ),
    ),
    ...(state
      .filter(({ name, enforcement }) => enforcement === 'active' && !wanted.some((one) => one.name === name))
      .map(({ name }) => ({
        area,
        name,
        is: 'aktif',
        should: 'tidak ada',
        does:
          'Anda yang mengerjakan: hapus atau matikan aturan ini di Settings → Rules. Aturan lain dapat menahan Paraf ' +
          'atau membolehkan yang tidak boleh.',
        step: null,
      })) as readonly Difference[]),
  ];
}

function compareOne(ruleset: Ruleset, state: State['rulesets'][number] | undefined): readonly Difference[] {
  if (state === undefined)
    return [
      {
        area,
        name: ruleset.name,
        is: 'belum ada',
        should: `aktif untuk ${ruleset.conditions.ref_name.include.map(short).join(', ')}`,
        does: 'Membuatnya.',
        step: { kind: 'request', route: `POST ${rulesets}`, parameters: { ...ruleset } },
      },
    ];
  const step: Step = {
    kind: 'request',
    route: `PUT ${rulesets}/{ruleset_id}`,
    parameters: { ruleset_id: state.id, ...ruleset },
  };
  const found: Difference[] = [];
  const check = (what: string, is: string, should: string) => {
    if (is !== should)
      found.push({
        area,
        name: `${ruleset.name}: ${what}`,
        is,
        should,
        does: 'Mengembalikan aturan ini.',
        step,
      });
  };
  const refs = (list: readonly string[]) => shown([...list].map(short).sort());
  check('keadaan', shown(state.enforcement), shown(ruleset.enforcement));
  check('cabang', refs(state.conditions.ref_name.include), refs(ruleset.conditions.ref_name.include));
  check('cabang yang dikecualikan', refs(state.conditions.ref_name.exclude), 'tidak ada');
  check('yang boleh melewati', passers(state.bypass_actors), passers(ruleset.bypass_actors));
  const types = new Set([...ruleset.rules, ...state.rules].map(({ type }) => type));
  for (const type of types) {
    const should = ruleset.rules.find((rule) => rule.type === type);
    const is = state.rules.find((rule) => rule.type === type);
    if (should === undefined || is === undefined)
      check(`aturan ${type}`, is ? 'ada' : 'tidak ada', should ? 'ada' : 'tidak ada');
    else for (const [field, value] of differing(is, should)) check(`${type}.${field}`, value[0], value[1]);
  }
  return found;
}

/** Parameters that are described and are otherwise; GitHub adds some of its own. */
function* differing(is: Rule, should: Rule): Generator<[string, [string, string]]> {
  for (const [field, value] of Object.entries(should.parameters ?? {})) {
    const other = is.parameters?.[field];
    const [one, two] =
      field === 'required_status_checks' ? [checks(other), checks(value)] : [shown(other), shown(value)];
    if (field === 'required_status_checks' ? one !== two : !isSame(other, value as string[]))
      yield [field, [one, two]];
  }
}

function checks(value: unknown): string {
  if (!Array.isArray(value)) return shown(value);
  const list = value as readonly { context?: unknown; integration_id?: unknown }[];
  const words = list.map(
    ({ context, integration_id: app }) =>
      `${String(context)} dari ${typeof app === 'number' ? `aplikasi ${app}` : 'siapa pun'}`,
  );
  return shown(words.sort());
}

const kinds: Readonly<Record<string, string>> = {
  Integration: 'aplikasi',
  OrganizationAdmin: 'administrator organisasi',
  RepositoryRole: 'peran repositori',
  Team: 'tim',
  DeployKey: 'deploy key',
  User: 'akun',
};

function passers(actors: readonly BypassActor[]): string {
  const words = actors.map(({ actor_type, actor_id, bypass_mode = 'always' }) => {
    const mode = bypass_mode === 'always' ? '' : ` (${bypass_mode})`;
    return `${kinds[actor_type] ?? actor_type}${typeof actor_id === 'number' ? ` ${actor_id}` : ''}${mode}`;
  });
  return shown(words.sort());
}

function short(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

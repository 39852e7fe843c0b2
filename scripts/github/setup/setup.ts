import { bootstrap } from '../bootstrap.ts';
import { statusOf, type Client, type Repository } from '../read/client.ts';
import type { AppKey } from './app-keys.ts';
import { applyStep, openKeyStore } from './apply.ts';
import { compare } from './compare.ts';
import { describeOffice, gateEnvironment, idVariable } from './description.ts';
import type { Area, Difference, Step } from './difference.ts';
import { SetupFault } from './fault.ts';
import { readState } from './read.ts';
import { refusal } from './report.ts';
import type { State } from './state.ts';

/** What setup needs of the world besides the API: a person, git, the app's key. */
export interface Hands {
  /** Milliseconds; who holds which role is asked for this moment. */
  now(): number;
  say(line: string): void;
  /** Whether the person gave a key, which then takes the place of the one that is stored. */
  readonly hasNewKey: boolean;
  /** Sends the checkout to `main`. */
  push(): Promise<void>;
  /**
   * The app's key: given by the person, or of an app that is created now; null: not in this run.
   *
   * @param known the app's id, as far as it is stored already
   */
  appKey(known: number | null): Promise<AppKey | null>;
  /** The API as the app itself. */
  asApp(key: AppKey): Promise<Client>;
}

export interface Office {
  readonly client: Client;
  readonly repository: Repository;
  /** Code owners without `@`; empty: those that CODEOWNERS names. */
  readonly owners: readonly string[];
  /** Whether the repository, if it is made now, is private. */
  readonly isPrivate: boolean;
}

export interface Look {
  readonly state: State;
  readonly differences: readonly Difference[];
}

/** Reads the office and tells everything in which it is not as described. Writes nothing. */
export async function look({ client, repository, owners }: Office, now: number): Promise<Look> {
  const state = await readState(client, repository, describeOffice(null, owners), now);
  return { state, differences: compare(describeOffice(appIdOf(state), owners), state) };
}

function appIdOf(state: State): number | null {
  const kept = state.environments.find(({ name }) => name === gateEnvironment)?.variables[idVariable];
  return kept !== undefined && /^\d{1,15}$/.test(kept) ? Number(kept) : null;
}

/** What is set together; before each group the office is read anew, because it needs what the one before made. */
const groups: readonly (readonly Area[])[] = [
  ['Repositori', 'Isi awal'],
  ['CODEOWNERS', 'Actions', 'Label', 'Environment', 'Pages'],
  ['Aplikasi'],
  ['Catatan'],
  ['Aturan cabang'],
];

/**
 * Sets right what can be set right, in an order in which each step finds what it needs. A step that GitHub refuses is
 * told and does not keep the others from being made; running again begins with what is left.
 *
 * @returns what remains: for a person to do, or refused
 */
export async function setUp(office: Office, hands: Hands, first: Look): Promise<readonly Difference[]> {
  let current: Look | null = first;
  let key: AppKey | null = null;
  for (const areas of groups) {
    current ??= await look(office, hands.now());
    const { state, differences } = current;
    const steps = stepsOf(differences.filter(({ area }) => areas.includes(area)));
    const isKept = ![...steps.keys()].some(({ kind }) => kind === 'app');
    if (hands.hasNewKey && isKept && areas.includes('Aplikasi'))
      steps.set({ kind: 'app' }, ['Aplikasi: kunci baru']);
    for (const [step, names] of steps) {
      current = null;
      if (step.kind === 'push') await hands.push();
      else if (step.kind === 'app') {
        if (!state.environments.some(({ name }) => name === gateEnvironment)) continue;
        const store = await openKeyStore(office.client, office.repository, state);
        key = await hands.appKey(appIdOf(state));
        if (key === null) continue;
        await store(key);
      } else if (step.kind === 'record') {
        key ??= await hands.appKey(appIdOf(state));
        if (key === null) continue;
        if (!(await isRecorded(office, hands, key))) continue;
      } else if (!(await isApplied(office, hands, step, names))) continue;
      for (const name of names) hands.say(`✓ ${name}`);
    }
  }
  return (current ?? (await look(office, hands.now()))).differences;
}

/** Each step once, with the names of all that it settles. */
function stepsOf(differences: readonly Difference[]): Map<Step, readonly string[]> {
  const steps = new Map<Step, readonly string[]>();
  const known = new Map<string, Step>();
  for (const { step, area, name } of differences) {
    if (step === null) continue;
    const same = known.get(JSON.stringify(step)) ?? step;
    known.set(JSON.stringify(step), same);
    steps.set(same, [...(steps.get(same) ?? []), `${area}: ${name}`]);
  }
  return steps;
}

/** An app that is not installed yet, or a wrong key, is told; the rules that follow need neither. */
async function isRecorded({ repository }: Office, hands: Hands, key: AppKey): Promise<boolean> {
  try {
    const app = await hands.asApp(key);
    await bootstrap(app, repository, new Date(hands.now()).toISOString());
    return true;
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    hands.say(`✗ Catatan: ${error.message}`);
    return false;
  }
}

async function isApplied(
  { client, repository, isPrivate }: Office,
  hands: Hands,
  step: Extract<Step, { kind: 'request' | 'create' | 'codeowners' }>,
  names: readonly string[],
): Promise<boolean> {
  try {
    await applyStep(client, repository, step, isPrivate);
    return true;
  } catch (error) {
    const status = statusOf(error);
    // Without the repository nothing else can be; a token that is refused is refused everywhere.
    if (status === undefined || status >= 500 || status === 401 || step.kind === 'create') throw error;
    hands.say(`✗ ${names.join('; ')}: ${refusal(error)}`);
    return false;
  }
}

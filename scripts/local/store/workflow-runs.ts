import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';

/** A file that a run handed over; the others of its run see it by its name. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Where its bytes lie. */
  readonly file: string;
  /** Whether it is that very file, and not packed by GitHub. */
  readonly isPlain: boolean;
  readonly bytes: number;
  readonly digest: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A run of a workflow, as GitHub keeps it. */
export interface WorkflowRun {
  readonly id: number;
  /** Name of its file. */
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly event: string;
  readonly branch: string;
  /** Commit that its workflow was taken from. */
  readonly sha: string;
  readonly createdAt: number;
  conclusion: 'success' | 'failure' | 'skipped' | 'cancelled' | null;
  readonly artifacts: Map<string, Artifact>;
}

type Handed = Pick<Artifact, 'name' | 'file' | 'isPlain'> & { readonly days?: number | undefined };

/** The runs of the workflows, told by whoever runs them. They end with the server. */
export class WorkflowRuns {
  readonly #runs: WorkflowRun[] = [];
  readonly #links = new Map<string, Artifact>();
  readonly #clock: Clock;
  #lastId = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  begin(run: Pick<WorkflowRun, 'file' | 'name' | 'title' | 'event' | 'branch' | 'sha'>): WorkflowRun {
    const begun = { ...run, id: this.#nextId(), createdAt: this.#clock.now(), conclusion: null };
    const kept: WorkflowRun = { ...begun, artifacts: new Map() };
    this.#runs.push(kept);
    return kept;
  }

  /** Takes a file over. Its bytes are counted and summed now, and not when somebody asks for them. */
  keep(run: WorkflowRun, { name, file, isPlain, days = 90 }: Handed): Artifact {
    const content = readFileSync(file);
    const now = this.#clock.now();
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    const artifact: Artifact = {
      ...{ id: this.#nextId(), name, file, isPlain, digest, bytes: content.length },
      createdAt: now,
      expiresAt: now + days * 86_400_000,
    };
    run.artifacts.set(name, artifact);
    return artifact;
  }

  /** The newest first. */
  newest(): readonly WorkflowRun[] {
    return this.#runs.toReversed();
  }

  find(id: number): WorkflowRun | undefined {
    return this.#runs.find((run) => run.id === id);
  }

  findArtifact(id: number): Artifact | undefined {
    return this.#runs.flatMap(({ artifacts }) => [...artifacts.values()]).find((one) => one.id === id);
  }

  isExpired({ expiresAt }: Artifact): boolean {
    return expiresAt <= this.#clock.now();
  }

  /** A name under which an artifact can be fetched without a token, once. */
  linkTo(artifact: Artifact): string {
    const link = randomBytes(24).toString('base64url');
    this.#links.set(link, artifact);
    return link;
  }

  follow(link: string): Artifact | undefined {
    const artifact = this.#links.get(link);
    this.#links.delete(link);
    return artifact;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}

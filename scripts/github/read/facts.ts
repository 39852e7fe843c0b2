import type { PullKind } from './kind.ts';
import type { SistemRecord } from './record.ts';

/** Who did something on the platform; null where the account was deleted. */
export interface Actor {
  readonly id: number;
  readonly login: string;
  /** Only people submit and sign; apps are `Bot`. */
  readonly type: string;
}

export interface Review {
  readonly id: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly at: string;
  readonly by: Actor | null;
  readonly body: string;
  /** What was first sent: an edit must not rewrite history (R14); null where the platform no longer knows. */
  readonly firstBody: string | null;
  readonly edited: { readonly at: string; readonly by: Actor | null } | null;
  /** GitHub may re-point this after a force-push (facts/github.md 0.1): it can only veto. */
  readonly commit: string | null;
}

export interface Comment {
  readonly id: string;
  readonly at: string;
  readonly by: Actor | null;
  readonly body: string;
  readonly edited: boolean;
}

/** What happened to the pull request itself; all times are the server's. */
export type Happening =
  | { readonly kind: 'labeled'; readonly at: string; readonly by: Actor | null; readonly label: string }
  | {
      readonly kind: 'dismissed';
      readonly at: string;
      readonly by: Actor | null;
      readonly review: string;
      readonly before: string;
    }
  | { readonly kind: 'closed' | 'reopened' | 'merged'; readonly at: string; readonly by: Actor | null };

/** One entry of the server's record of a branch: it moved from one commit to another. */
export interface Activity {
  readonly at: string;
  readonly by: Actor | null;
  /** 40 zeros: the branch was not there. */
  readonly before: string;
  readonly after: string;
}

/** Content of the item's folder at one commit. */
export interface Version {
  readonly commit: string;
  /** Git tree id of the folder; null where the commit does not have it. */
  readonly sidik: string | null;
  readonly entries: readonly Entry[];
  /** `index.md`; null where it is missing, binary, or too large to be one. */
  readonly index: string | null;
  /** Commits up to this one that changed the folder and are not on `main`. */
  readonly commits: readonly FolderCommit[];
}

export interface Entry {
  readonly name: string;
  readonly type: string;
  readonly mode: number;
}

export interface FolderCommit {
  readonly oid: string;
  /** Accounts of author and co-authors. */
  readonly accounts: readonly number[];
  /** Author and co-authors whom the platform knows no account for. */
  readonly unknown: readonly string[];
}

/** A file of settings as it lies in a commit. */
export interface SettingsFile {
  readonly path: string;
  readonly oid: string;
  readonly text: string;
}

/** All that GitHub knows about one pull request, and the settings under which it is judged. */
export interface Facts {
  readonly number: number;
  readonly title: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly author: Actor | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly mergedAt: string | null;
  readonly mergeCommit: string | null;
  readonly base: string;
  readonly head: { readonly ref: string; readonly oid: string };
  readonly kind: PullKind;
  readonly labels: readonly string[];
  readonly reviews: readonly Review[];
  readonly comments: readonly Comment[];
  readonly happenings: readonly Happening[];
  /** Oldest first, from the creation of the branch on. */
  readonly activity: readonly Activity[];
  /** By commit. For a `sistem` pull request, empty. */
  readonly versions: ReadonlyMap<string, Version>;
  readonly records: readonly SistemRecord[];
  /** Settings of the last recorded `sistem` commit: who holds which role is told by these (R2). */
  readonly now: readonly SettingsFile[];
  /** Settings of the `sistem` commit that stood when the pull request was opened: its SOP stays that one. */
  readonly opened: readonly SettingsFile[];
  /** Lists of appointments that stood from its opening until the present one, oldest first. */
  readonly appointments: readonly StoodFile[];
}

/** A file of settings, and since when it stood. */
export interface StoodFile {
  readonly from: string;
  /** Null where there was none. */
  readonly file: SettingsFile | null;
}

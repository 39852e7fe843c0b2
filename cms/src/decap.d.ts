/** What this folder uses of the Decap bundle, which has no types of its own. */

interface ImmutableMap {
  get(key: string): unknown;
  getIn(path: readonly (string | number)[]): unknown;
  toJS(): unknown;
}

type ReactNode = unknown;
type Component = (props: PreviewProps) => ReactNode;

interface PreviewProps {
  readonly entry: ImmutableMap;
  readonly getAsset: (path: string) => { toString(): string } | undefined;
}

/** What Decap hands to a widget of ours. */
interface WidgetProps {
  readonly field: ImmutableMap;
  readonly collection: ImmutableMap;
  /** The entry as it stands in the form now. */
  readonly getEntry: () => ImmutableMap;
}

/** A component made by `createClass`, as its own methods see it. */
interface ClassThis<P, S> {
  readonly props: P;
  readonly state: S;
  setState(change: Partial<S>): void;
}

interface ClassSpec<P, S> {
  getInitialState(): S;
  componentDidMount?(this: ClassThis<P, S>): void;
  componentWillUnmount?(this: ClassThis<P, S>): void;
  shouldComponentUpdate?(): boolean;
  render(this: ClassThis<P, S>): ReactNode;
}

interface DecapAsset {
  readonly path: string;
}

interface DecapEntry {
  readonly dataFiles: readonly { readonly path: string; readonly raw: string }[];
  readonly assets: readonly DecapAsset[];
}

/** A file that a draft changes, as Decap compares branches. */
interface DecapDiff {
  readonly path: string;
  /** Blob id. */
  readonly id: string;
}

/** The part of Decap's GitHub client that moves branches. */
interface DecapApi {
  readonly branch: string;
  token?: string;
  getUser(options: { token: string }): Promise<unknown>;
  getBranch(branch: string): Promise<DecapBranch>;
  getDifferences(
    from: string,
    to: string,
  ): Promise<{ files?: readonly { filename: string; status: string; sha: string | null }[] }>;
  retrieveUnpublishedEntryData(key: string): Promise<{ diffs: readonly DecapDiff[] }>;
  getPullRequests(
    head: string | undefined,
    state: 'open',
    predicate: (pull: unknown) => boolean,
  ): Promise<readonly unknown[]>;
  patchBranch(branch: string, sha: string, options?: { force?: boolean }): Promise<unknown>;
  createBranch(branch: string, sha: string): Promise<unknown>;
}

interface DecapBranch {
  readonly commit: {
    readonly sha: string;
    readonly author?: { readonly login?: string } | null;
    readonly commit?: {
      readonly committer?: { readonly date?: string };
      readonly author?: { readonly name?: string };
    };
  };
}

/** The part of Decap's backend objects that we narrow. */
interface DecapBackend {
  token?: string | null;
  api?: DecapApi;
  /** Takes what the sign-in server told, or what was kept of it; gives what is to be kept. */
  authenticate(answer: object): Promise<object>;
  logout(): unknown;
  status(): Promise<unknown>;
  getCursorAndFiles(files: readonly { path: string }[], page: number): unknown;
  getEntry(path: string): Promise<{ readonly data: string }>;
  persistEntry(entry: DecapEntry, options: DecapSave): Promise<unknown>;
  persistMedia(...args: unknown[]): Promise<unknown>;
  deleteFiles(...args: unknown[]): Promise<unknown>;
  unpublishedEntry(entry: { collection: string; slug: string }): Promise<{ status: string }>;
  deleteUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  publishUnpublishedEntry(...args: unknown[]): Promise<unknown>;
  updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown>;
}

/** How Decap saves an entry. */
interface DecapSave {
  readonly newEntry?: boolean;
  /** Whether the entry has a draft already. */
  readonly unpublished?: boolean;
  readonly collectionName?: string;
}

interface Decap {
  init(options: { config: unknown }): void;
  registerLocale(locale: string, phrases: unknown): void;
  registerPreviewTemplate(name: string, component: Component): void;
  registerPreviewStyle(href: string): void;
  registerWidget(name: string, control: unknown): void;
  registerEventListener(listener: {
    name: 'preSave' | 'postSave';
    handler: (event: { entry: ImmutableMap }) => Promise<void> | void;
  }): void;
  getBackend(name: string): { init: (...args: unknown[]) => DecapBackend };
}

declare const CMS: Decap;
declare const h: (type: string | Component, props: object | null, ...children: ReactNode[]) => ReactNode;
declare const createClass: <P, S>(spec: ClassSpec<P, S>) => unknown;

interface Window {
  CMS_MANUAL_INIT?: boolean;
}

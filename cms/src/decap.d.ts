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

interface DecapAsset {
  readonly path: string;
}

interface DecapEntry {
  readonly dataFiles: readonly { readonly path: string; readonly raw: string }[];
  readonly assets: readonly DecapAsset[];
}

/** The part of Decap's backend objects that we narrow. */
interface DecapBackend {
  token?: string | null;
  api?: { getUser(options: { token: string }): Promise<unknown> };
  status(): Promise<unknown>;
  getCursorAndFiles(files: readonly { path: string }[], page: number): unknown;
  persistEntry(entry: DecapEntry, options: unknown): Promise<unknown>;
  persistMedia(...args: unknown[]): Promise<unknown>;
  deleteFiles(...args: unknown[]): Promise<unknown>;
  unpublishedEntry(entry: { collection: string; slug: string }): Promise<{ status: string }>;
  deleteUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  publishUnpublishedEntry(...args: unknown[]): Promise<unknown>;
  updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown>;
}

interface Decap {
  init(options: { config: unknown }): void;
  registerLocale(locale: string, phrases: unknown): void;
  registerPreviewTemplate(name: string, component: Component): void;
  registerPreviewStyle(href: string): void;
  registerEventListener(listener: {
    name: 'preSave';
    handler: (event: { entry: ImmutableMap }) => Promise<void> | void;
  }): void;
  getBackend(name: string): { init: (...args: unknown[]) => DecapBackend };
}

declare const CMS: Decap;
declare const h: (type: string | Component, props: object | null, ...children: ReactNode[]) => ReactNode;

interface Window {
  CMS_MANUAL_INIT?: boolean;
}

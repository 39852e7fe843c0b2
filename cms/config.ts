import { collections, type Collection } from '../content/schema/collections.ts';
import { decapFields, describe, shapeOf, type DecapField, type Relations } from './fields.ts';

/** Where Decap runs and what it writes to: all that differs between a laptop and production. */
export interface AdminConfig {
  /** `owner/name` of the content repository. */
  readonly repo: string;
  /** Base address of the GitHub API; without it `/api/v3` of the page's own origin. */
  readonly apiRoot?: string;
  /** Bare origin of the sign-in server (Decap compares it with the popup's origin); without it the page's own. */
  readonly signInOrigin?: string;
  /** Items that fields can point to, read from content/ when the page was built. */
  readonly relations: Relations;
  /** Years that have items, by collection: their lists stay reachable when the year is over. */
  readonly years: Readonly<Record<string, readonly number[]>>;
  /** The server's time: an office computer with a wrong clock must not file an item under a wrong month. */
  readonly now?: string;
}

const body: DecapField = {
  name: 'body',
  label: 'Isi',
  widget: 'markdown',
  required: false,
  hint: 'Tulis isi di sini. Gambar dipasang lewat isian Foto, bukan di tengah tulisan.',
  modes: ['rich_text'],
  editor_components: [],
  buttons: [
    'bold',
    'italic',
    'link',
    'heading-two',
    'heading-three',
    'quote',
    'bulleted-list',
    'numbered-list',
  ],
};

/**
 * The form of a collection: the fields of the schema in the order of the steps that fill them in, and the text
 * itself (the Markdown under the front matter) at the head of the last step's fields.
 */
export function formOf(collection: Collection, relations: Relations): DecapField[] {
  const shape = shapeOf(collection.schema);
  const step = (name: string) => {
    const schema = shape[name];
    return schema === undefined ? undefined : describe(name, schema).meta.tindakan;
  };
  const fields = decapFields(shape, relations);
  const steps = [...new Set(fields.map(({ name }) => step(name)).filter((s) => s !== undefined))];
  const rank = (name: string) => {
    const index = steps.indexOf(step(name) ?? '');
    return index === -1 ? steps.length : index;
  };
  const sorted = fields.toSorted((a, b) => rank(a.name) - rank(b.name));
  const at = sorted.findIndex(({ name }) => rank(name) >= steps.length - 1);
  return sorted.toSpliced(at === -1 ? sorted.length : at, 0, body);
}

const segment = { year: '{{year}}', month: '{{month}}', opd: '{{fields.opd}}' } as const;

/**
 * Decap's collections of one of ours. News comes by year: Decap reads a folder's whole list before it shows
 * anything, so the current year stands under the plain name and each earlier one is a hidden list of its own.
 */
function decapCollections(collection: Collection, config: AdminConfig, year: number) {
  const byYear = collection.folders[0] === 'year';
  const common = {
    label_singular: collection.singular,
    identifier_field: 'judul',
    summary: '{{judul}}',
    slug: '{{slug}}',
    path: [
      ...collection.folders.slice(byYear ? 1 : 0).map((name) => segment[name]),
      '{{slug}}',
      'index',
    ].join('/'),
    format: 'frontmatter',
    extension: 'md',
    // Files lie beside index.md and are named by their plain name.
    media_folder: '',
    public_folder: '',
    // Only Paraf publishes, and nothing published is deleted.
    publish: false,
    delete: false,
    // Sorting and filtering make Decap load every item of the list.
    sortable_fields: [],
    fields: formOf(collection, config.relations),
  };
  const root = `content/${collection.name}`;
  const current = {
    ...common,
    name: collection.name,
    label: collection.label,
    folder: byYear ? `${root}/${year}` : root,
    create: true,
  };
  const earlier = byYear ? (config.years[collection.name] ?? []).filter((y) => y !== year) : [];
  return [
    current,
    ...earlier
      .toSorted((a, b) => b - a)
      .map((y) => ({
        ...common,
        name: `${collection.name}-${y}`,
        label: `${collection.label} ${y}`,
        folder: `${root}/${y}`,
        create: false,
        hide: true,
      })),
  ];
}

/** Decap's whole configuration, for `CMS.init({ config })`. `origin` and `now` are those of the page that runs it. */
export function decapConfig(config: AdminConfig, origin: string, now: Date) {
  return {
    load_config_file: false,
    locale: 'id',
    backend: {
      name: 'github',
      repo: config.repo,
      branch: 'main',
      api_root: config.apiRoot ?? `${origin}/api/v3`,
      base_url: config.signInOrigin ?? origin,
      auth_endpoint: 'login/oauth/authorize',
      squash_merges: true,
      use_graphql: false,
      open_authoring: false,
      commit_messages: {
        create: 'Tulis {{collection}} “{{slug}}”',
        update: 'Ubah {{collection}} “{{slug}}”',
        delete: 'Hapus {{collection}} “{{slug}}”',
        uploadMedia: 'Unggah “{{path}}”',
        deleteMedia: 'Hapus “{{path}}”',
      },
    },
    publish_mode: 'editorial_workflow',
    // Decap looks two minutes long for a commit status with an address; the form's own preview needs none.
    show_preview_links: false,
    site_url: origin,
    display_url: origin,
    logo: { src: `${origin}/admin/logo.svg`, show_in_header: false },
    slug: { encoding: 'ascii', clean_accents: true },
    // Decap wants a folder for media of their own. Paraf has none: this one holds no files, only folders.
    media_folder: 'content/berita',
    public_folder: '',
    // Drawing a picture anew leaves its metadata behind: the position where it was taken above all.
    media_processing: { enabled: true, strip_metadata: true, quality: 88 },
    editor: { preview: true, notes: false },
    collections: collections.flatMap((collection) => decapCollections(collection, config, yearOf(now))),
  };
}

/** The year in UTC, because Decap takes the month of a new item's folder in UTC. */
function yearOf(now: Date): number {
  return now.getUTCFullYear();
}

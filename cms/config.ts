import { collections, type Collection } from '../content/schema/collections.ts';
import type { FormAlur } from '../scripts/core/form-alur.ts';
import { stepsOfFields } from '../scripts/core/field-steps.ts';
import { describe, shapeOf } from '../content/schema/describe.ts';
import { decapFields, type DecapField, type Relations } from './fields.ts';

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
  /** The SOP that governs each collection, as `main` has it; a collection without one shows its whole form. */
  readonly alur: Readonly<Record<string, FormAlur>>;
  /** Account of Paraf's app, whose words are not an editor's. */
  readonly app: number;
  /** The server's time: an office computer with a wrong clock must not file an item under a wrong month. */
  readonly now?: string;
}

const body: DecapField = {
  name: 'body',
  label: 'Isi',
  widget: 'markdown',
  required: false,
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

/** The fields of one step, in the order of the form. */
export interface FormGroup {
  /** Number of the step; null where no SOP governs the collection. */
  readonly no: number | null;
  readonly fields: readonly DecapField[];
}

/**
 * The form of a collection: the fields of the schema by the steps that fill them in, each step's in the schema's order.
 * The text itself (the Markdown under the front matter) stands before the first field that its step asks for together
 * with it, and last where no step asks for it.
 */
export function groupsOf(collection: Collection, relations: Relations, alur?: FormAlur): FormGroup[] {
  const shape = shapeOf(collection.schema);
  const fields = withBody(decapFields(shape, relations), alur?.kelengkapan ?? {}, imageField(shape));
  if (alur === undefined) return [{ no: null, fields }];
  const steps = stepsOfFields(
    fields.map(({ name }) => {
      const schema = shape[name];
      return schema === undefined
        ? { name: 'isi', tindakan: lastTindakan(shape) }
        : { name, tindakan: describe(name, schema).meta.tindakan };
    }),
    alur.kelengkapan,
    alur.langkah,
  );
  const byStep = Map.groupBy(fields, ({ name }) => steps.get(name === body.name ? 'isi' : name) ?? null);
  return [...byStep].map(([no, own]) => ({ no, fields: own })).toSorted((a, b) => (a.no ?? 0) - (b.no ?? 0));
}

function withBody(
  fields: readonly DecapField[],
  kelengkapan: FormAlur['kelengkapan'],
  images: string | undefined,
): DecapField[] {
  const hint = `Tulis isi di sini.${images === undefined ? '' : ` Berkas dipasang lewat isian ${images}, bukan di tengah tulisan.`}`;
  const beside = Object.values(kelengkapan).find((paths) => paths.includes('isi')) ?? [];
  const at = fields.findIndex(({ name }) => beside.some((path) => path.split('.')[0] === name));
  return fields.toSpliced(at === -1 ? fields.length : at, 0, { ...body, hint });
}

/** Label of the list through which the public sees files. */
function imageField(shape: ReturnType<typeof shapeOf>): string | undefined {
  return Object.entries(shape)
    .map(([name, schema]) => describe(name, schema))
    .find(({ def, meta }) => {
      if (def.type !== 'array' || meta.internal === true || def.element === undefined) return false;
      return 'berkas' in shapeOf(def.element);
    })?.meta.label;
}

/** What the text is for, where no step asks for it: the last thing that the schema's fields are for. */
function lastTindakan(shape: ReturnType<typeof shapeOf>): string | undefined {
  return Object.entries(shape)
    .map(([name, schema]) => describe(name, schema).meta.tindakan)
    .findLast((tindakan) => tindakan !== undefined);
}

/** All fields of a collection's form, in order. */
export function formOf(collection: Collection, relations: Relations, alur?: FormAlur): DecapField[] {
  return groupsOf(collection, relations, alur).flatMap(({ fields }) => fields);
}

/** Widgets of our own that hold no value: the panel above the form, and the head of each step's fields. */
export const panelWidget = 'paraf-panel';
export const headWidget = 'paraf-langkah';

/** The form as Decap shows it: panel, then each step's head and fields. */
function decapForm(collection: Collection, config: AdminConfig): DecapField[] {
  const head = (widget: string, name: string, label: string, rest: object = {}): DecapField => ({
    name,
    label,
    widget,
    required: false,
    ...rest,
  });
  const groups = groupsOf(collection, config.relations, config.alur[collection.name]);
  return [
    head(panelWidget, 'paraf', 'Kedudukan naskah'),
    ...groups.flatMap(({ no, fields }) =>
      no === null
        ? fields
        : [head(headWidget, `paraf_langkah_${no}`, `Langkah ${no}`, { langkah: no }), ...fields],
    ),
  ];
}

/** Decap turns the dots of a path into hyphens before it fills it in: `{{fields.opd}}` would be empty. */
const segment = { year: '{{year}}', month: '{{month}}', opd: '{{opd}}' } as const;

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
    fields: decapForm(collection, config),
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
      // The local server is GitHub and sign-in server in one.
      auth_endpoint: config.signInOrigin === undefined ? 'login/oauth/authorize' : 'masuk',
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

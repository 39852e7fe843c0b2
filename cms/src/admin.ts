import { collections } from '../../content/schema/collections.ts';
import { decapConfig, headWidget, panelWidget, type AdminConfig } from '../config.ts';
import { narrowBackend, Penolakan } from './backend.ts';
import { speakIndonesian } from './dialogs.ts';
import { readingClient } from './look/client.ts';
import { lookAt } from './look/look.ts';
import { guardFileInputs } from './files.ts';
import { formFirst, keepTidy, leadToFaults } from './tidy.ts';
import { localeId } from './locale-id.ts';
import { faultsOf, type PendingFile } from './presave.ts';
import { previewOf } from './preview.ts';
import { keepSignedIn } from './session.ts';
import { Form, isOfEntry } from './steps/form.ts';
import { headOf } from './steps/head.ts';
import { panelOf } from './steps/panel.ts';

// Decap starts by itself when its script has run, unless it finds this. Ours is loaded first.
window.CMS_MANUAL_INIT = true;

/** Lets the page tell the server's time, from which Decap takes the folder of a new item. */
function followClock(now: string | undefined): void {
  if (now === undefined) return;
  const offset = Date.parse(now) - Date.now();
  if (!Number.isFinite(offset) || Math.abs(offset) < 60_000) return;
  const native = Date.now.bind(Date);
  Date.now = () => native() + offset;
}

/** Says in the page that it cannot start, and what to do. */
function giveUp(reason: string): void {
  const note = document.createElement('main');
  note.className = 'gagal';
  const title = document.createElement('h1');
  title.textContent = 'Ruang tulis tidak dapat dibuka';
  const text = document.createElement('p');
  text.textContent = `${reason} Muat ulang halaman ini. Bila terulang, hubungi pengelola sistem.`;
  note.append(title, text);
  document.body.replaceChildren(note);
}

async function readConfig(): Promise<AdminConfig> {
  const response = await fetch('admin-config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`admin-config.json: ${response.status}`);
  return (await response.json()) as AdminConfig;
}

/** The collection behind one of Decap's, which for an earlier year is called `berita-2025`. */
function collectionOf(name: string) {
  return collections.find((c) => name === c.name || name.replace(/-\d{4}$/, '') === c.name);
}

function checkBeforeSave({ entry }: { entry: ImmutableMap }): void {
  const collection = collectionOf(String(entry.get('collection')));
  if (collection === undefined) return;
  const { data, mediaFiles, path, newRecord } = entry.toJS() as {
    data: Record<string, unknown>;
    path?: string;
    newRecord?: boolean;
    mediaFiles?: (PendingFile & { file?: unknown })[];
  };
  const chosen = (mediaFiles ?? []).filter(({ file }) => file !== undefined);
  const faults = faultsOf(collection, data, chosen, newRecord === true ? undefined : path);
  if (faults.length > 0) throw new Penolakan(faults.join(' '));
}

/** The backend that Decap made, once it has: who is signed in, and with which token. */
let backend: DecapBackend | undefined;

function formOf(admin: AdminConfig): Form {
  const [owner = '', repo = ''] = admin.repo.split('/');
  const apiRoot = admin.apiRoot ?? `${location.origin}/api/v3`;
  return new Form({
    alur: admin.alur,
    collectionOf: (name) => collectionOf(name)?.name,
    lookAt: async (branch) => {
      const token = backend?.token ?? '';
      const user = (await backend?.api?.getUser({ token })) as { id?: number } | undefined;
      const client = readingClient(apiRoot, token);
      const now = new Date(Date.now()).toISOString();
      const akun = user?.id ?? 0;
      return lookAt(client, { repository: { owner, repo }, branch, app: admin.app, akun, now });
    },
  });
}

async function start(): Promise<void> {
  const admin = await readConfig();
  followClock(admin.now);
  const form = formOf(admin);
  speakIndonesian(window, () => isOfEntry(location.hash));
  formFirst(window);
  keepTidy(document, () => form.revealFaults());
  leadToFaults(window, () => form.revealFaults());
  guardFileInputs(document, (message) => window.alert(message));

  const github = CMS.getBackend('github');
  const { init } = github;
  github.init = (...args) => {
    backend = narrowBackend(init(...args), {
      onConflict: (bentrok) => form.refuse(bentrok),
      onMoved: () => void form.look(),
    });
    if (admin.signInOrigin !== undefined) keepSignedIn(backend, admin.signInOrigin, window);
    return backend;
  };

  CMS.registerLocale('id', localeId);
  CMS.registerPreviewStyle('/admin/preview.css');
  CMS.registerWidget(panelWidget, panelOf(form, admin.alur));
  CMS.registerWidget(headWidget, headOf(form, admin.alur));
  CMS.registerEventListener({ name: 'preSave', handler: checkBeforeSave });
  CMS.registerEventListener({ name: 'postSave', handler: () => form.saved() });

  const config = decapConfig(admin, location.origin, new Date(Date.now()));
  for (const { name } of config.collections) {
    const collection = collectionOf(name);
    if (collection !== undefined) CMS.registerPreviewTemplate(name, previewOf(collection, admin.relations));
  }
  CMS.init({ config });
}

document.addEventListener('DOMContentLoaded', () => {
  start().catch((error: unknown) => {
    console.error(error);
    giveUp('Pengaturannya tidak dapat dibaca dari server.');
  });
});

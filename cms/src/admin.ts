import { collections } from '../../content/schema/collections.ts';
import { decapConfig, type AdminConfig } from '../config.ts';
import { narrowBackend, Penolakan } from './backend.ts';
import { speakIndonesian } from './dialogs.ts';
import { guardFileInputs } from './files.ts';
import { formFirst, keepTidy, leadToFaults } from './tidy.ts';
import { localeId } from './locale-id.ts';
import { faultsOf, type PendingFile } from './presave.ts';
import { previewOf } from './preview.ts';

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
  const { data, mediaFiles } = entry.toJS() as {
    data: Record<string, unknown>;
    mediaFiles?: (PendingFile & { file?: unknown })[];
  };
  const chosen = (mediaFiles ?? []).filter(({ file }) => file !== undefined);
  const faults = faultsOf(collection, data, chosen);
  if (faults.length > 0) throw new Penolakan(faults.join(' '));
}

async function start(): Promise<void> {
  const admin = await readConfig();
  followClock(admin.now);
  speakIndonesian(window);
  formFirst(window);
  keepTidy(document);
  leadToFaults(window);
  guardFileInputs(document, (message) => window.alert(message));

  const github = CMS.getBackend('github');
  const { init } = github;
  github.init = (...args) => narrowBackend(init(...args));

  CMS.registerLocale('id', localeId);
  CMS.registerPreviewStyle('/admin/preview.css');
  CMS.registerEventListener({ name: 'preSave', handler: checkBeforeSave });

  const config = decapConfig(admin, location.origin, new Date(Date.now()));
  for (const { name } of config.collections) {
    const collection = collectionOf(name);
    if (collection !== undefined)
      CMS.registerPreviewTemplate(name, previewOf(collection.name, admin.relations));
  }
  CMS.init({ config });
}

document.addEventListener('DOMContentLoaded', () => {
  start().catch((error: unknown) => {
    console.error(error);
    giveUp('Pengaturannya tidak dapat dibaca dari server.');
  });
});

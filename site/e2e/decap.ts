import { basename } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';

/** What a test writes into the form of a news item; photos are files that were made before. */
export interface BeritaForm {
  readonly judul: string;
  /** The office's full name, as the list shows it. */
  readonly opd: string;
  /** `2026-11-02` */
  readonly tanggal: string;
  readonly tempat?: string;
  /** Field notes, the `data` of the raw material. */
  readonly data?: string;
  /** Paragraphs, typed as a person types them. */
  readonly isi?: readonly string[];
  readonly ringkasan?: string;
  readonly kategori?: string;
  /** Paths of files of the raw material on this machine. */
  readonly dokumentasi?: readonly string[];
  readonly foto?: readonly FotoForm[];
  readonly narasumber?: readonly { readonly jabatan: string; readonly nama?: string }[];
}

export interface FotoForm {
  /** Path of the picture on this machine. */
  readonly path: string;
  readonly keterangan: string;
  readonly kredit: string;
  readonly alt: string;
}

/** Signs in at `/admin/` through the popup, as a person does. */
export async function signIn(page: Page, origin: string, login: string): Promise<void> {
  await page.goto(`${origin}/admin/`);
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Masuk' }).click(),
  ]);
  // Its buttons do nothing until its script has run.
  await popup.waitForLoadState();
  await popup.locator(`button[data-login="${login}"]`).click();
  await page.getByRole('link', { name: 'Berita baru' }).waitFor();
}

/** Every new window is signed in already, as Decap keeps it. */
export async function signedIn(context: BrowserContext, login: string): Promise<void> {
  const user = JSON.stringify({ backendName: 'github', token: `demo-${login}`, login, name: login });
  await context.addInitScript((value) => localStorage.setItem('decap-cms-user', value), user);
}

/** A window that is signed in already: for tests with several people, that are not about signing in. */
export async function windowOf(context: BrowserContext, origin: string, login: string): Promise<Page> {
  await signedIn(context, login);
  const page = await context.newPage();
  await page.goto(`${origin}/admin/`);
  await page.getByRole('link', { name: 'Berita baru' }).waitFor();
  return page;
}

/** Opens an empty form, fills it in and leaves it unsaved. */
export async function newBerita(page: Page, origin: string, form: BeritaForm): Promise<void> {
  await page.goto(`${origin}/admin/#/collections/berita/new`);
  await fillBerita(page, form);
}

/** Fills in the open form. Photos and sources are added after those that are there. */
export async function fillBerita(page: Page, form: Partial<BeritaForm>): Promise<void> {
  const text = async (label: string, value: string | undefined) => {
    if (value !== undefined) await write(field(page, label), value);
  };
  await showAll(page);
  await text('Judul', form.judul);
  if (form.opd !== undefined) await choose(page, 'Perangkat daerah', form.opd);
  await text('Tanggal kegiatan', form.tanggal);
  await text('Tempat', form.tempat);
  for (const path of form.dokumentasi ?? []) {
    await page.getByRole('button', { name: 'Tambah berkas' }).click();
    await page.getByRole('button', { name: 'Pilih berkas' }).last().click();
    await pick(page, path);
  }
  await text('Data dan informasi', form.data);
  if (form.isi !== undefined) await writeIsi(page, form.isi);
  await text('Ringkasan', form.ringkasan);
  if (form.kategori !== undefined) await choose(page, 'Kategori', form.kategori);
  for (const foto of form.foto ?? []) await addFoto(page, foto);
  for (const { jabatan, nama } of form.narasumber ?? []) {
    await page.getByRole('button', { name: 'Tambah narasumber' }).click();
    await write(field(page, 'Jabatan atau peran').last(), jabatan);
    if (nama !== undefined) await write(field(page, 'Nama').last(), nama);
  }
}

/** Opens an empty form of a collection, as its link on the first page does. */
export async function newItem(page: Page, origin: string, collection: string): Promise<void> {
  await page.goto(`${origin}/admin/#/collections/${collection}/new`);
  await field(page, 'Judul').or(field(page, 'Nama informasi')).waitFor();
}

/** Shows the fields of all steps. */
export async function showAll(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Tampilkan semua isian' });
  await field(page, 'Judul').or(field(page, 'Nama informasi')).or(button).first().waitFor();
  if (await button.isVisible()) await button.click();
}

/** Labels of the fields that are shown, those within groups and lists left out. */
export async function shownFields(page: Page): Promise<string[]> {
  return page
    .locator('.paraf-panel')
    .locator('xpath=../..')
    .evaluate((form) =>
      [...form.querySelectorAll<HTMLElement>(':scope > div:not([hidden]) > div:not([hidden]) > label')].map(
        (label) => label.firstChild?.textContent ?? '',
      ),
    );
}

/** A group of fields by its label, for fields whose own labels come twice. */
export function group(page: Page, label: string): Locator {
  const words = new RegExp(`^${label}( \\(boleh menyusul\\))?$`);
  return page.locator('#nc-root label').filter({ hasText: words }).locator('xpath=../..');
}

/** Fills in a letter: its number, its day and its scan. */
export async function fillLetter(
  page: Page,
  label: string,
  letter: { readonly nomor: string; readonly tanggal: string; readonly path: string },
): Promise<void> {
  const own = group(page, label);
  await write(field(own, 'Nomor surat'), letter.nomor);
  await write(field(own, 'Tanggal surat'), letter.tanggal);
  await own.getByRole('button', { name: 'Pilih berkas' }).click();
  await pick(page, letter.path);
}

/** Replaces the text of the item. */
export async function writeIsi(page: Page, paragraphs: readonly string[]): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Isi', exact: true });
  await box.click();
  // The editor learns of a selection a moment after it is made, and only then deletes the whole of it.
  for (let tries = 0; tries < 5 && (await box.innerText()).replaceAll('\uFEFF', '').trim() !== ''; tries++) {
    await page.keyboard.press('ControlOrMeta+A');
    await page.waitForTimeout(250);
    await page.keyboard.press('Delete');
    await page.waitForTimeout(100);
  }
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph);
  }
}

/** Adds a photo through the picker: Decap takes the metadata off and shows it in the preview. */
export async function addFoto(page: Page, foto: FotoForm): Promise<void> {
  await page.getByRole('button', { name: 'Tambah foto' }).click();
  await page.getByRole('button', { name: 'Pilih gambar' }).last().click();
  await pick(page, foto.path);
  await write(field(page, 'Keterangan foto').last(), foto.keterangan);
  await write(field(page, 'Kredit').last(), foto.kredit);
  await write(field(page, 'Teks alternatif').last(), foto.alt);
}

/** Chooses a file in the open picker: one that the item has already, or else one from this machine. */
export async function pick(page: Page, path: string): Promise<void> {
  // Decap's names: small letters, hyphens for blanks.
  const name = basename(path).toLowerCase().replaceAll(' ', '-');
  const there = page.getByRole('dialog').getByText(name, { exact: true });
  if (await there.isVisible()) await there.click();
  // The file that was just added is the selected one.
  else await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Pakai yang dipilih' }).click();
}

/** Saves and waits until the server has it. A refused save throws with the words that the editor sees. */
export async function save(page: Page): Promise<void> {
  await clearToasts(page);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await outcome(page, 'Tersimpan');
  await page.getByText('Tidak ada yang belum disimpan').waitFor({ state: 'attached' });
}

/** Submits the saved item: Decap's “In review”, the label `decap-cms/pending_review`. */
export async function ajukan(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Status:/ }).click();
  await page.getByRole('menuitem', { name: 'Diajukan' }).click();
  await outcome(page, 'Status berubah');
}

/** Opens a draft from the board, after a fresh load: Decap reads drafts once per page. */
export async function openDraft(page: Page, origin: string, judul: string): Promise<void> {
  await page.goto(`${origin}/admin/#/workflow`);
  await page.reload();
  await page.getByRole('link', { name: judul }).first().click();
  await page.locator('.paraf-panel').waitFor();
}

/** Waits until the panel above the form has read where the draft stands; returns its text. */
export async function panel(page: Page): Promise<string> {
  await page.locator('.paraf-kedudukan').filter({ hasNotText: 'Membaca kedudukan' }).waitFor();
  return page.locator('.paraf-panel').innerText();
}

/** The status of the open draft, in the editor's words: `Draf`, `Diajukan`, `Siap terbit`. */
export async function statusOf(page: Page): Promise<string> {
  const button = page.getByRole('button', { name: /^Status:/ });
  return (await button.innerText()).replace('Status:', '').trim();
}

/** What the preview shows, as text. */
export function preview(page: Page): Locator {
  return page.frameLocator('#preview-pane').locator('article');
}

/** Field of the form by the words of its label, whether or not it may follow later. */
export function field(page: Page | Locator, label: string): Locator {
  const words = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return page.getByLabel(new RegExp(`^${words}( \\(boleh menyusul\\))?$`));
}

/** Fills in a text field. Decap moves the caret when a field gets the focus, so the focus comes first. */
export async function write(box: Locator, value: string): Promise<void> {
  await box.focus();
  await box.fill(value);
  const written = await box.inputValue();
  if (written !== value) throw new Error(`Decap holds “${written}” where “${value}” was written`);
}

/** Chooses from a list by typing, as its search box expects. */
export async function choose(page: Page, label: string, value: string): Promise<void> {
  const box = field(page, label);
  await box.fill(value);
  await page.getByRole('option', { name: value, exact: true }).click();
}

/** Waits for the toast that is hoped for; what Decap says against it, there or at a field, is thrown. */
async function outcome(page: Page, hoped: string): Promise<void> {
  const good = page.locator('.Toastify__toast').filter({ hasText: new RegExp(`^${hoped}$`) });
  const bad = page.locator('.Toastify__toast--error, #nc-root label ~ ul[role="alert"]:has(li)');
  await good.or(bad).first().waitFor();
  if (!(await good.first().isVisible())) throw new Error(`Decap: ${await bad.first().innerText()}`);
  await clearToasts(page);
}

/** Takes the toasts away: the next action must not take one for its own. */
async function clearToasts(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const toast of document.querySelectorAll<HTMLElement>('.Toastify__toast')) toast.click();
  });
  await page.locator('.Toastify__toast').first().waitFor({ state: 'detached' });
}

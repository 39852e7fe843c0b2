import { localeId } from './locale-id.ts';

/** Sentences that Decap writes in English whatever its locale, and ours for them. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /^(.+) already exists\. Do you want to replace it\?$/,
    '“$1” sudah ada dalam tulisan ini. Ganti dengan yang baru?',
  ],
  [
    /^Decap CMS is adding labels to \d+ of your Editorial Workflow entries\.[\s\S]*$/,
    'Beberapa naskah sedang disesuaikan dengan papan naskah. Jangan tutup halaman ini sampai selesai.',
  ],
  [/^Failed to persist media: (?:Error: )?([\s\S]*)$/, 'Berkas tidak tersimpan: $1'],
  [/^Failed to delete media: (?:Error: )?([\s\S]*)$/, 'Berkas tidak terhapus: $1'],
  [/^Failed to load media[\s\S]*$/, 'Daftar berkas tidak dapat dimuat. Muat ulang halaman ini.'],
];

/** Our words for one of Decap's hard-wired sentences; any other text stays as it is. */
export function inIndonesian(text: string): string {
  for (const [english, indonesian] of sentences)
    if (english.test(text)) return text.replace(english, indonesian);
  return text;
}

/** Words of a toast. Of a deletion that failed Decap says, in red, the same as of one that succeeded. */
export function toastInIndonesian(text: string, isError: boolean): string {
  return isError && text === localeId.ui.toast.onDeleteUnpublishedChanges
    ? 'Naskah tidak dihapus. Hanya draf yang belum pernah diajukan yang dapat dihapus; yang sudah diajukan dikembalikan dulu oleh pemeriksanya.'
    : inIndonesian(text);
}

/**
 * Translates Decap's hard-wired dialogs and toasts. Where we keep typed words ourselves (`isKept`), Decap's offer of its
 * own backup is declined without a question.
 */
export function speakIndonesian(page: Window, isKept: () => boolean): void {
  const { confirm, alert } = page;
  page.confirm = (text = '') =>
    text === localeId.editor.editor.confirmLoadBackup && isKept()
      ? false
      : confirm.call(page, inIndonesian(String(text)));
  page.alert = (text = '') => alert.call(page, inIndonesian(String(text)));
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        const toast = node.matches('.Toastify__toast') ? node : node.querySelector('.Toastify__toast');
        const isError = toast?.classList.contains('Toastify__toast--error') ?? false;
        const walker = page.document.createTreeWalker(toast ?? page.document.createElement('p'), 4);
        while (walker.nextNode()) {
          const text = walker.currentNode.textContent ?? '';
          const ours = toastInIndonesian(text, isError);
          if (ours !== text) walker.currentNode.textContent = ours;
        }
      }
  }).observe(page.document.body, { childList: true, subtree: true });
}

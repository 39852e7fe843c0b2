import { localeId } from './locale-id.ts';

/**
 * Gives names to what Decap leaves nameless for a screen reader: the rich text box, the buttons that open a group
 * of fields, and those of a list's entries.
 */
export function nameControls(page: Document): void {
  for (const label of page.querySelectorAll<HTMLLabelElement>('#nc-root label[for]')) {
    // What is wrong with a field stands beside its label: say it when it appears.
    label.parentElement?.querySelector(':scope > ul')?.setAttribute('role', 'alert');
    if (page.getElementById(label.htmlFor)?.matches('input, textarea, select')) continue;
    const field = label.parentElement?.parentElement;
    const name = label.firstChild?.textContent ?? '';
    for (const box of field?.querySelectorAll('[role="textbox"]:not([aria-label])') ?? [])
      box.setAttribute('aria-label', name);
    label.id ||= `label-${label.htmlFor}`;
    // Decap writes “Buka” or “Tutup” into the name, so what is opened goes into the description.
    field?.querySelector('[data-testid="expand-button"]')?.setAttribute('aria-describedby', label.id);
  }
  for (const handle of page.querySelectorAll('#nc-root [aria-roledescription="sortable"]')) {
    handle.setAttribute('aria-label', 'Pindahkan: tekan spasi, lalu panah');
    const bar = handle.parentElement;
    const buttons = bar?.querySelectorAll(':scope > button:not([aria-label])') ?? [];
    for (const button of buttons) {
      const before = button.compareDocumentPosition(handle) & Node.DOCUMENT_POSITION_FOLLOWING;
      button.setAttribute('aria-label', before ? 'Buka atau tutup entri ini' : 'Buang entri ini');
    }
  }
}

/** Takes “Siap terbit” out of the menu of states: Paraf alone sets it, when every paraf is there. */
export function hideReady(page: Document): void {
  for (const item of page.querySelectorAll<HTMLElement>('#nc-root [role="menuitem"]'))
    if (item.textContent === localeId.editor.editorToolbar.ready) item.hidden = true;
}

/**
 * Leads to the first field that keeps Decap from saving. Of a missing value Decap tells in a toast, of a wrong one
 * nowhere but at the field, which may be far out of sight or folded (`reveal` opens what is); all there is to notice is a rejection without a reason.
 */
export function leadToFaults(page: Window, reveal: () => void): void {
  page.addEventListener('unhandledrejection', (event) => {
    if (event.reason !== undefined) return;
    const fault = page.document.querySelector('#nc-root label[for] ~ ul > li');
    if (fault === null) return;
    event.preventDefault();
    reveal();
    const label = fault.closest('ul')?.parentElement?.querySelector('label');
    fault.scrollIntoView({ block: 'center' });
    page.document.getElementById(label?.htmlFor ?? '')?.focus({ preventScroll: true });
  });
}

/** On a narrow screen the form has the page to itself; the eye button shows the preview instead of it. */
export function formFirst(page: Window): void {
  if (page.innerWidth < 800) page.localStorage.setItem('cms.right-pane', 'none');
}

/** Keeps all this up to date while Decap redraws, at most once a frame; `also` is done with it. */
export function keepTidy(page: Document, also: () => void): void {
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      nameControls(page);
      hideReady(page);
      also();
    });
  }).observe(page.body, { childList: true, subtree: true });
}

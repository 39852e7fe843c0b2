/** The buttons that need a script: the phone's own way to share, copying the address, printing. */

const part = document.querySelector<HTMLElement>('.bagikan');
const title = document.querySelector('h1')?.textContent ?? document.title;
const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;

function tell(words: string): void {
  const status = part?.querySelector('[role="status"]');
  if (status) status.textContent = words;
}

const ways: Readonly<Record<string, { readonly works: boolean; readonly act: () => Promise<void> | void }>> =
  {
    bagikan: {
      works: typeof navigator.share === 'function',
      // Who closes the phone's own list has not met a fault.
      act: () => navigator.share({ title, url }).catch(() => undefined),
    },
    salin: {
      works: navigator.clipboard !== undefined,
      act: () =>
        navigator.clipboard.writeText(url).then(
          () => tell('Tautan tersalin.'),
          () => tell('Tautan tidak dapat disalin. Salin dari bilah alamat peramban.'),
        ),
    },
    cetak: { works: typeof print === 'function', act: () => print() },
  };

for (const button of part?.querySelectorAll<HTMLButtonElement>('[data-cara]') ?? []) {
  const way = ways[button.dataset['cara'] ?? ''];
  if (way?.works !== true) continue;
  button.addEventListener('click', () => void way.act());
  button.closest('li')?.removeAttribute('hidden');
}

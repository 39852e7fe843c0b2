/** Counts the periods of the law from today, or from a day that the reader chooses, in the reader's browser. */
import type { KalenderDocument } from '../../../content/schema/kalender.ts';
import { tableOf } from '../../../scripts/core/kalender-table.ts';
import { alasanTenggat, tenggatDari, type Jangka } from '../../../scripts/core/ppid/jangka.ts';
import { dayInWib } from '../../../scripts/core/ppid/tanggal.ts';
import { longDate } from '../dates.ts';

for (const section of document.querySelectorAll<HTMLElement>('[data-hitung]')) start(section);

function start(section: HTMLElement): void {
  const { kalender: document_, jangka } = JSON.parse(section.dataset['hitung'] ?? '{}') as {
    kalender: KalenderDocument;
    jangka: readonly Jangka[];
  };
  const kalender = tableOf('content/kalender.yml', document_);
  const input = document.createElement('input');
  input.type = 'date';
  input.id = 'hitung-mulai';
  input.value = dayInWib(new Date().toISOString());
  const label = document.createElement('label');
  label.htmlFor = input.id;
  label.textContent = 'Bila dimulai tanggal (hari ini, atau pilih yang lain)';
  section.querySelector('[data-hitung-tanggal]')?.replaceChildren(label, input);

  const count = () => {
    if (!/^\d{4}-\d\d-\d\d$/.test(input.value)) return;
    for (const { id, hariKerja } of jangka) {
      const row = section.querySelector(`[data-jangka="${id}"]`);
      const found = tenggatDari(kalender, input.value, hariKerja);
      write(row, 'strong', found.ok ? longDate(found.value.tanggal) : 'belum dapat dihitung');
      write(
        row,
        '[data-alasan]',
        found.ok
          ? alasanTenggat(hariKerja, found.value)
          : 'kalender kerja tahun itu belum ditetapkan; tanyakan kepada petugas.',
      );
    }
  };
  input.addEventListener('input', count);
  count();
}

function write(row: Element | null, selector: string, text: string): void {
  const found = row?.querySelector(selector);
  if (found instanceof HTMLElement) found.textContent = text;
}

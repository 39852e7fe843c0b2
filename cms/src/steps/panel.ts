import type { FormAlur } from '../../../scripts/core/form-alur.ts';
import type { Bentrok } from '../conflict.ts';
import { waktu } from '../../../scripts/core/text.ts';
import { renderMarkdown } from '../../../scripts/markdown/render.ts';
import type { Look, Return } from '../look/look.ts';
import type { Form } from './form.ts';
import type { FormState, Standing, Typed } from './form-state.ts';
import { stepState } from './head.ts';
import { namaTindakan, papersOf } from './words.ts';

/**
 * The panel above the form: where the draft stands, why it came back, what was not counted, and the steps of its SOP.
 * It is a widget of Decap's that holds no value.
 */
export function panelOf(form: Form, alurs: Readonly<Record<string, FormAlur>>): unknown {
  let root: HTMLElement | null = null;
  let ends: (() => void)[] = [];
  return createClass<WidgetProps, { form: FormState }>({
    getInitialState: () => ({ form: form.store.state }),
    componentDidMount() {
      ends = [form.store.subscribe((state) => this.setState({ form: state }))];
      if (root !== null) ends.push(form.open(root, this.props));
    },
    componentWillUnmount() {
      for (const end of ends) end();
    },
    render() {
      const { form: state } = this.state;
      const alur = alurs[state.collection];
      return h(
        'section',
        {
          className: 'paraf-panel',
          'aria-label': 'Kedudukan naskah',
          ref: (element: HTMLElement | null) => {
            root = element;
          },
        },
        state.bentrok === null ? null : conflictBox(state.bentrok, form),
        state.typed === null ? null : typedBox(state.typed, form),
        standingBox(state.standing),
        alur === undefined || state.groups.length < 2 ? null : stepBar(form, state, alur),
      );
    },
  });
}

function standingBox(standing: Standing): ReactNode {
  const line = (text: string, ...more: ReactNode[]) =>
    h('div', { className: 'paraf-kedudukan' }, h('p', { role: 'status' }, text), ...more);
  switch (standing.kind) {
    case 'baru':
      return line('Naskah baru. Isi yang diperlukan langkah pertama, lalu simpan; sisanya boleh menyusul.');
    case 'membaca':
      return line('Membaca kedudukan naskah…');
    case 'tanpa-naskah':
      return line('Sudah terbit. Perubahan yang Anda simpan menjadi ralat dan melewati semua langkah SOP.');
    case 'gagal':
      return line(
        `Kedudukan naskah belum dapat dibaca, tetapi naskahnya dapat disunting dan disimpan. ${standing.reason}`,
      );
    case 'terbaca':
      return h('div', null, ...lookBoxes(standing.look), line(standing.look.line));
  }
}

function lookBoxes(look: Look): ReactNode[] {
  return [
    ...look.returns.map((one, i) => returnBox(one, i)),
    listBox('Belum dihitung', look.refusals, 'paraf-tolak'),
    markdownBox('Perlu dibetulkan', look.findings),
    listBox('Macet', look.macet, 'paraf-tolak'),
    look.cost === null
      ? null
      : h('div', { className: 'paraf-tolak', key: 'akibat' }, h('p', null, look.cost)),
  ];
}

function returnBox({ by, reasons }: Return, key: number): ReactNode {
  return h(
    'div',
    { className: 'paraf-kembali', key },
    h('h2', null, 'Dikembalikan untuk diperbaiki'),
    h('p', { className: 'paraf-oleh' }, by),
    ...reasons.map(({ quote, text }, i) =>
      h(
        'div',
        { key: i },
        quote === null ? null : h('blockquote', null, quote),
        ...text
          .split(/\n+/)
          .filter((paragraph) => paragraph !== '')
          .map((paragraph, j) => h('p', { key: j }, paragraph)),
      ),
    ),
    h(
      'p',
      { className: 'paraf-lalu' },
      'Perbaiki, simpan, lalu ubah statusnya menjadi “Diajukan” sekali lagi.',
    ),
  );
}

function listBox(title: string, lines: readonly string[], className: string): ReactNode {
  if (lines.length === 0) return null;
  return h(
    'div',
    { className, key: title },
    h('h2', null, title),
    h('ul', null, ...lines.map((text, key) => h('li', { key }, text))),
  );
}

/** The gate quotes other people's words as Markdown, so they are shown by the renderer that makes them harmless. */
function markdownBox(title: string, lines: readonly string[]): ReactNode {
  if (lines.length === 0) return null;
  const { html } = renderMarkdown(lines.map((line) => `- ${line}`).join('\n'), { resolveFile: () => null });
  return h(
    'div',
    { className: 'paraf-tolak', key: title },
    h('h2', null, title),
    h('div', { dangerouslySetInnerHTML: { __html: html } }),
  );
}

const button = (text: string, onClick: () => void) => h('button', { type: 'button', onClick }, text);

function conflictBox({ by, at }: Bentrok, form: Form): ReactNode {
  const when = at === null ? '' : ` pada ${waktu(at)}`;
  return h(
    'div',
    { className: 'paraf-bentrok', role: 'alert' },
    h('h2', null, 'Belum tersimpan: naskah ini sudah berubah'),
    h(
      'p',
      null,
      `${by ?? 'Orang lain'} menyimpan perubahan${when}, sesudah Anda membuka naskah ini. Menyimpan tulisan Anda akan menghapus perubahan itu, jadi tidak dilakukan. Muat versi terbarunya; tulisan Anda tetap tersimpan di komputer ini untuk disalin bagian yang perlu.`,
    ),
    h(
      'p',
      { className: 'paraf-tombol' },
      button('Muat versi terbaru', () => location.reload()),
      button('Salin tulisan saya', () => void navigator.clipboard.writeText(form.text())),
      button('Unduh tulisan saya', () => download(form.text())),
    ),
  );
}

function typedBox({ at, text }: Typed, form: Form): ReactNode {
  return h(
    'div',
    { className: 'paraf-tolak paraf-ketikan' },
    h('h2', null, 'Ada ketikan yang belum tersimpan'),
    h(
      'p',
      null,
      `Diketik di komputer ini pada ${waktu(at)}. Formulir di bawah memuat versi yang tersimpan di server; salin dari sini bagian yang masih perlu.`,
    ),
    h('details', null, h('summary', null, 'Lihat ketikan itu'), h('pre', null, text)),
    h(
      'p',
      { className: 'paraf-tombol' },
      button('Salin ketikan', () => void navigator.clipboard.writeText(text)),
      button('Unduh ketikan', () => download(text)),
      button('Buang ketikan', () => form.forget()),
    ),
  );
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  link.download = 'tulisan-saya.md';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function stepBar(form: Form, state: FormState, alur: FormAlur): ReactNode {
  const isAll = state.open.length === state.groups.length;
  const items = state.groups.flatMap((no) => {
    const step = alur.langkah.find((one) => one.no === no);
    if (step === undefined) return [];
    const { words, mark } = stepState(state, alur, no);
    return [
      h(
        'li',
        { key: no, 'data-keadaan': mark },
        h(
          'button',
          {
            type: 'button',
            onClick: () => form.show(no),
            'aria-current': mark === 'giliran' ? 'step' : undefined,
          },
          h('span', { className: 'paraf-nama' }, `${no} · ${namaTindakan[step.tindakan]}`),
          h(
            'span',
            { className: 'paraf-surat' },
            papersOf(alur, no)
              .map(({ nama }) => nama)
              .join(', '),
          ),
          h('span', { className: 'paraf-keadaan' }, words),
        ),
      ),
    ];
  });
  return h(
    'nav',
    { className: 'paraf-bar', 'aria-label': 'Langkah isian' },
    h('ol', null, ...items),
    h(
      'button',
      { type: 'button', className: 'paraf-semua', 'aria-pressed': isAll, onClick: () => form.toggleAll() },
      isAll ? 'Tampilkan langkah ini saja' : 'Tampilkan semua isian',
    ),
  );
}

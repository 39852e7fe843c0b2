import { kindOf } from '../../../content/schema/sop.ts';
import type { FormAlur } from '../../../scripts/core/form-alur.ts';
import { presentIn } from './current.ts';
import type { Form } from './form.ts';
import type { FormState } from './form-state.ts';
import { namaTindakan, papersOf, pelaksanaText } from './words.ts';

/** How a step's papers stand, for its head and its place in the bar. */
export function stepState(
  state: FormState,
  alur: FormAlur,
  no: number,
): { readonly words: string; readonly mark: 'giliran' | 'lengkap' | 'nanti' } {
  const present = presentIn(alur, state.data);
  const isWhole = papersOf(alur, no).every(({ id }) => present.has(id));
  if (state.current.includes(no)) {
    if (isUnderReview(state, alur)) return { words: 'sedang diperiksa', mark: 'giliran' };
    return { words: isWhole ? 'giliran ini, lengkap' : 'giliran ini', mark: 'giliran' };
  }
  return isWhole ? { words: 'lengkap', mark: 'lengkap' } : { words: 'belum lengkap', mark: 'nanti' };
}

/** Whether the step that is waited for only looks at what earlier steps made: it has no fields of its own. */
function isUnderReview({ standing, current, groups }: FormState, alur: FormAlur): boolean {
  if (standing.kind !== 'terbaca' || standing.look.sopVersion !== alur.version) return false;
  const { langkah } = standing.look;
  const step = alur.langkah.find(({ no }) => no === langkah);
  return (
    step !== undefined &&
    kindOf(step.tindakan) !== 'maker' &&
    !groups.some((no) => current.includes(no) && no >= step.no)
  );
}

/** Head of the fields of one step: who fills them in, with which papers, and what the SOP says. */
export function headOf(form: Form, alurs: Readonly<Record<string, FormAlur>>): unknown {
  const ends = new WeakMap<object, () => void>();
  return createClass<WidgetProps, { form: FormState }>({
    getInitialState: () => ({ form: form.store.state }),
    componentDidMount() {
      ends.set(
        this,
        form.store.subscribe((state) => this.setState({ form: state })),
      );
      this.setState({ form: form.store.state });
    },
    componentWillUnmount() {
      ends.get(this)?.();
    },
    render() {
      const no = Number(this.props.field.get('langkah'));
      const { form: state } = this.state;
      const alur = alurs[state.collection];
      const step = alur?.langkah.find((one) => one.no === no);
      // Without its number the fields below stay where they are, unfolded.
      if (alur === undefined || step === undefined) return h('div', { 'data-langkah': no });
      const isOpen = state.open.includes(no);
      const present = presentIn(alur, state.data);
      const missing = papersOf(alur, no).filter(({ id }) => !present.has(id));
      const { words, mark } = stepState(state, alur, no);
      return h(
        'div',
        { className: 'paraf-langkah', 'data-langkah': no, 'data-keadaan': mark },
        h(
          'h2',
          null,
          h(
            'button',
            { type: 'button', 'aria-expanded': isOpen, onClick: () => form.toggle(no) },
            h('span', null, `Langkah ${no} · ${namaTindakan[step.tindakan]}`),
            h('span', { className: 'paraf-oleh' }, pelaksanaText(alur, step)),
            h('span', { className: 'paraf-keadaan' }, words),
          ),
        ),
        isOpen
          ? h(
              'p',
              { className: 'paraf-sop' },
              `“${step.aktivitas}”`,
              missing.length === 0
                ? ''
                : h('span', null, ` Belum ada: ${missing.map(({ nama }) => nama).join(', ')}.`),
            )
          : null,
      );
    },
  });
}

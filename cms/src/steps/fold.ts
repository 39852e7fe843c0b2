/**
 * Decap's form is a list of field containers side by side; ours (the panel, the heads of the steps) are among them. All
 * that this asks of it is that order, and that a fault stands in a list within the field's container. Where Decap
 * changes it, nothing is folded and the whole form stands there.
 */

const headOf = (container: Element) => container.querySelector<HTMLElement>(':scope > [data-langkah]');

/** Containers of fields by the number of the step under whose head they stand. */
function fieldsByStep(form: Element): Map<number, HTMLElement[]> {
  const found = new Map<number, HTMLElement[]>();
  let current: HTMLElement[] | undefined;
  for (const container of form.children) {
    const no = headOf(container)?.dataset['langkah'];
    if (no !== undefined) found.set(Number(no), (current = []));
    else if (container instanceof HTMLElement) current?.push(container);
  }
  return found;
}

/** Numbers of the steps that have a head in the form. */
export function stepsIn(form: Element): number[] {
  return [...fieldsByStep(form).keys()];
}

/** Shows the fields of the open steps and hides the others; a field with a fault is never hidden. */
export function fold(form: Element, open: readonly number[]): void {
  for (const [no, containers] of fieldsByStep(form)) {
    const isOpen = open.includes(no) || containers.some(hasFault);
    for (const container of containers) container.hidden = !isOpen;
  }
}

/** Numbers of the steps with a field that has a fault. */
export function faultySteps(form: Element): number[] {
  return [...fieldsByStep(form)].flatMap(([no, containers]) => (containers.some(hasFault) ? [no] : []));
}

function hasFault(container: Element): boolean {
  return container.querySelector('label[for] ~ ul > li') !== null;
}

/** Brings the head of a step into view and the keyboard to it. */
export function goTo(form: Element, no: number): void {
  const head = form.querySelector<HTMLElement>(`[data-langkah="${no}"]`);
  head?.scrollIntoView({ block: 'start' });
  head?.querySelector('button')?.focus({ preventScroll: true });
}

/** Takes Decap's label and its English role name off a container of ours: it is no field. */
export function undress(root: HTMLElement): void {
  const container = root.parentElement;
  container?.removeAttribute('aria-label');
  const bar = root.previousElementSibling;
  if (bar instanceof HTMLElement) bar.hidden = true;
}

import type { Label } from './description.ts';
import type { Difference } from './difference.ts';
import type { State } from './state.ts';

const labels = '/repos/{owner}/{repo}/labels';

/** Labels that are missing or look otherwise. Others are the office's own. GitHub tells names without regard to case. */
export function compareLabels(wanted: readonly Label[], state: State['labels']): readonly Difference[] {
  return wanted.flatMap((label): Difference[] => {
    const words = (one: { color: string; description: string | null }) =>
      `warna ${one.color.toLowerCase()}, “${one.description ?? ''}”`;
    const is = state.find(({ name }) => name.toLowerCase() === label.name.toLowerCase());
    const common = { area: 'Label', name: label.name, should: words(label) } as const;
    if (is === undefined)
      return [
        {
          ...common,
          is: 'belum ada',
          does: 'Membuatnya.',
          step: { kind: 'request', route: `POST ${labels}`, parameters: { ...label } },
        },
      ];
    if (is.name === label.name && words(is) === words(label)) return [];
    const { name: new_name, color, description } = label;
    return [
      {
        ...common,
        is: is.name === label.name ? words(is) : `bernama ${is.name}`,
        does: 'Mengubahnya.',
        step: {
          kind: 'request',
          route: `PATCH ${labels}/{name}`,
          parameters: { name: is.name, new_name, color, description },
        },
      },
    ];
  });
}

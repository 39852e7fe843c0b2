import { gateEnvironment, idVariable, type Description } from './description.ts';
import { shown, type Difference, type Step } from './difference.ts';
import type { State } from './state.ts';

/** Whether the app is there with exactly its rights, its key and id lie where the gate looks, and the record begins. */
export function compareApp({ environments, permissions }: Description, state: State): readonly Difference[] {
  const found: Difference[] = [];
  const app: Step = { kind: 'app' };
  const add = (name: string, is: string, should: string, does: string, step: Step | null) =>
    found.push({ area: 'Aplikasi', name, is, should, does, step });

  for (const { name, secrets, variables } of environments) {
    const kept = state.environments.find((one) => one.name === name);
    for (const secret of secrets)
      if (!kept?.secrets.includes(secret))
        add(
          `${name}: rahasia ${secret}`,
          'belum ada',
          'kunci aplikasi',
          'Menyimpan kunci aplikasi, terenkripsi.',
          app,
        );
    for (const variable of variables)
      if (!/^\d+$/.test(kept?.variables[variable] ?? ''))
        add(
          `${name}: variabel ${variable}`,
          shown(kept?.variables[variable]),
          'nomor aplikasi',
          'Menyimpan nomor aplikasi.',
          app,
        );
  }
  found.push(...compareInstallation(permissions, state));
  if (!state.hasRecord)
    found.push({
      area: 'Catatan',
      name: 'cabang paraf',
      is: 'belum ada',
      should: 'memuat catatan sistem pertama',
      does: 'Mencatat isi main sekarang sebagai sistem pertama, oleh aplikasi.',
      step: { kind: 'record' },
    });
  return found;
}

/** Nothing where the token may not see it: a fact that is not known is no difference. */
function compareInstallation(
  permissions: Readonly<Record<string, string>>,
  { installation, environments }: State,
): readonly Difference[] {
  const known = environments.find(({ name }) => name === gateEnvironment)?.variables[idVariable];
  const bySelf = (name: string, is: string, should: string, does: string): Difference => ({
    area: 'Aplikasi',
    name,
    is,
    should,
    does: `Anda yang mengerjakan: ${does}`,
    step: null,
  });
  if (installation === 'unknown' || known === undefined) return [];
  if (installation === null)
    return [
      bySelf(
        'pemasangan',
        `aplikasi ${known} tidak terpasang`,
        'terpasang pada repositori ini',
        'pasang aplikasinya lewat Settings → GitHub Apps → Install, atau betulkan PARAF_APP_ID.',
      ),
    ];
  const page =
    'atur di Settings → Developer settings → GitHub Apps → Permissions, lalu setujui perubahannya.';
  const names = [...new Set([...Object.keys(permissions), ...Object.keys(installation.permissions)])].sort();
  return [
    ...(installation.isSuspended
      ? [bySelf('pemasangan', 'ditangguhkan', 'berjalan', 'aktifkan lagi di Settings → GitHub Apps.')]
      : []),
    ...names.flatMap((name) => {
      const is = installation.permissions[name];
      const should = permissions[name];
      return is === should ? [] : [bySelf(`hak ${name}`, right(is), right(should), page)];
    }),
  ];
}

function right(value: string | undefined): string {
  return value === undefined ? 'tidak ada' : shown(value);
}

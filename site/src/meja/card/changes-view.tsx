/** @jsxImportSource preact */
import type { Change } from './changes.ts';

/** What changed, word by word; taken away and added are told apart by more than colour. */
export function ChangesView({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="belum">Tidak ada kata yang berubah.</p>;
  return (
    <div class="perubahan">
      {changes.map(({ label, runs }) => (
        <section key={label}>
          <h3>{label}</h3>
          <p class="perubahan-kata">
            {runs.map(({ kind, text }, index) =>
              kind === 'hapus' ? (
                <del key={index}>
                  <span class="hanya-pembaca">dihapus: </span>
                  {text}
                </del>
              ) : kind === 'tambah' ? (
                <ins key={index}>
                  <span class="hanya-pembaca">ditambah: </span>
                  {text}
                </ins>
              ) : (
                <span key={index}>{shortened(text, index === 0, index === runs.length - 1)}</span>
              ),
            )}
          </p>
        </section>
      ))}
    </div>
  );
}

/** So many characters of what stayed are shown on each side of a change. */
const around = 160;

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * around) return text;
  const head = isFirst ? '' : text.slice(0, around);
  const tail = isLast ? '' : text.slice(-around);
  return `${head} … ${tail}`;
}

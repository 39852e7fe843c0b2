/**
 * What the web server does for a portal that is sent to it: plain shell with coreutils. What is sent lies in
 * `site/kiriman/` until it is shown, so that a broken connection loses nothing that came through.
 */
const begin = `set -eu
export LC_ALL=C
cd "$1"
mkdir -p site/kiriman/isi
cd site
# Leaves in a folder only what a file lists.
only() {
  (cd "$1" && find . -type f | cut -c 3-) |
    awk 'FILENAME == ARGV[1] { isListed[$0] = 1; next } !($0 in isListed)' "$2" - |
    tr '\\n' '\\0' | (cd "$1" && xargs -0 rm -f --)
  find "$1" -mindepth 1 -type d -empty -delete
}
`;

/** Lays the list of the shown portal ready: of the new one only what differs is sent. Its argument is the folder. */
export const prepare = `${begin}
if [ ! -e kiriman/manifes.sha256 ] && [ -e kini/manifes.sha256 ]; then
  cp kini/manifes.sha256 kiriman/manifes.sha256
fi
`;

/**
 * Says which files the shown portal does not have: by the two lists and the names that are there; where the second
 * argument is \`teliti\`, by reading all that it has, too.
 */
export const needed = `${begin}
: > kiriman/rusak
: > kiriman/lama
: > kiriman/ada
if [ -e kini/manifes.sha256 ]; then
  cp kini/manifes.sha256 kiriman/lama
  (cd kini && find . -type f | cut -c 3-) > kiriman/ada
  if [ "$2" = teliti ]; then
    { (cd kini && sha256sum --check --quiet manifes.sha256 2>/dev/null) || true; } |
      sed 's/: [A-Za-z ]*$//' > kiriman/rusak
  fi
fi
awk '
  FILENAME == ARGV[1] { isDamaged[$0] = 1; next }
  FILENAME == ARGV[2] { isThere[$0] = 1; next }
  /^#/ { next }
  FILENAME == ARGV[3] { isOld[$0] = 1; next }
  { path = substr($0, 67) }
  !($0 in isOld) || !(path in isThere) || (path in isDamaged)
' kiriman/rusak kiriman/ada kiriman/lama kiriman/manifes.sha256 > kiriman/perlu
cut -c 67- kiriman/perlu | tee kiriman/perlu.nama
only kiriman/isi kiriman/perlu.nama
`;

/**
 * Makes the new portal of links to the shown one and of what was sent, and of nothing else; proves what was sent, moves
 * the pointer in one step, and keeps the portal before. Its argument is the folder.
 */
export const show = `${begin}
sed '/^#/d' kiriman/manifes.sha256 | cut -c 67- > kiriman/semua
echo manifes.sha256 >> kiriman/semua
isSame() {
  [ ! -s kiriman/perlu ] && cmp -s kiriman/manifes.sha256 kini/manifes.sha256 &&
    [ "$(wc -l < kiriman/ada)" -eq "$(wc -l < kiriman/semua)" ]
}
if ! isSame; then
  rm -rf baru
  mkdir baru
  if [ -s kiriman/lama ]; then cp -al kini/. baru; fi
  only baru kiriman/semua
  if [ -s kiriman/perlu ]; then
    (cd kiriman/isi && sha256sum --check --quiet ../perlu)
    cp -alf kiriman/isi/. baru
  fi
  rm -f baru/manifes.sha256
  cp kiriman/manifes.sha256 baru/manifes.sha256
  [ "$(find baru -type f | wc -l)" -eq "$(wc -l < kiriman/semua)" ] ||
    { echo 'berkas yang sampai tidak sebanyak daftarnya' >&2; exit 1; }
  sync -f baru
  if [ "$(readlink kini)" = portal-a ]; then fresh=portal-b; else fresh=portal-a; fi
  rm -rf "$fresh"
  mv -T baru "$fresh"
  ln -sfn "$fresh" kini.baru
  mv -T kini.baru kini
fi
for old in *; do
  case "$old" in kini|portal-a|portal-b) ;; *) [ "$old" = "$(readlink kini)" ] || rm -rf "./$old" ;; esac
done
`;

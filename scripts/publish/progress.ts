/**
 * Says once a second how many of many things are done, and how long the others will take: `Membuat halaman: 2.048 dari
 * 21.677, sisa sekitar 8 detik …`.
 *
 * @param what is done to them: `Membuat halaman`
 * @returns to be called with how many are done
 */
export function progressOf(
  what: string,
  total: number,
  onProgress: (line: string) => void,
): (done: number) => void {
  const number = (value: number) => value.toLocaleString('id-ID');
  const start = performance.now();
  let told = start;
  return (done) => {
    const now = performance.now();
    if (now - told < 1000) return;
    told = now;
    const left = Math.ceil((((now - start) / done) * (total - done)) / 1000);
    const time = left < 90 ? `${number(left)} detik` : `${number(Math.round(left / 60))} menit`;
    onProgress(`${what}: ${number(done)} dari ${number(total)}, sisa sekitar ${time} …`);
  };
}

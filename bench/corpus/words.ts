/** Words for measurements: they look Indonesian, come as often as words do (Zipf's law), and are the same on every run. */

export type Random = () => number;

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): Random {
  // Neighbouring seeds must not give neighbouring numbers.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

/** Different words with Indonesian prefixes and suffixes, the most common first. */
export function vocabulary(size: number): readonly string[] {
  const random = randomFrom(20_261_101);
  const consonants = ['b', 'c', 'd', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'ng', 'ny'];
  const found = new Set<string>();
  while (found.size < size) {
    const root = Array.from(
      { length: 2 + Math.floor(random() * 2.5) },
      () => pick(random, consonants) + pick(random, [...'aiueo']),
    ).join('');
    const [before, after] = [
      pick(random, ['', '', '', 'me', 'di', 'pe', 'ber']),
      pick(random, ['', '', 'kan', 'an', 'nya']),
    ];
    found.add(before + root + pick(random, ['', 'n', 'r', 's']) + after);
  }
  // As in every language, the common words are the short ones.
  return [...found].toSorted((a, b) => a.length - b.length);
}

/** Draws words as often as they come in a text. */
export function drawFrom(words: readonly string[]): (random: Random) => string {
  const sums = new Float64Array(words.length);
  let whole = 0;
  for (let place = 0; place < words.length; place += 1) sums[place] = whole += 1 / (place + 3);
  return (random) => {
    const at = random() * whole;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
}

/** Contrast of colours as WCAG 2.2 counts it, and mixing as CSS does it (`color-mix(in oklab, …)`). */

type Triple = readonly [number, number, number];

/** `#0b5c8a` as light of each primary, from 0 to 1. */
function light(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast of two colours (`#rrggbb`), from 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = light(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** `color-mix(in oklab, one share%, other)`: both opaque, `share` from 0 to 100. */
export function mix(one: string, share: number, other: string): string {
  const [a, b] = [oklab(light(one)), oklab(light(other))];
  const part = (n: 0 | 1 | 2) => a[n] * (share / 100) + b[n] * (1 - share / 100);
  const [l, m, s] = [
    part(0) + 0.3963377774 * part(1) + 0.2158037573 * part(2),
    part(0) - 0.1055613458 * part(1) - 0.0638541728 * part(2),
    part(0) - 0.0894841775 * part(1) - 1.291485548 * part(2),
  ].map((root) => root ** 3) as [number, number, number];
  return hex([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}

function oklab([red, green, blue]: Triple): Triple {
  const [l, m, s] = [
    0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
    0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
    0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
  ].map(Math.cbrt) as [number, number, number];
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hex(primaries: Triple): string {
  const digits = primaries.map((value) => {
    const kept = Math.min(1, Math.max(0, value));
    const gamma = kept <= 0.0031308 ? kept * 12.92 : 1.055 * kept ** (1 / 2.4) - 0.055;
    return Math.round(gamma * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

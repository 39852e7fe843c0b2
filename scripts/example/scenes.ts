import { Canvas, type Color } from './canvas.ts';

/** Colours of one picture: sky from top to horizon, three greens or browns, something bright, something dark. */
export interface Palette {
  readonly sky: readonly [Color, Color];
  readonly far: Color;
  readonly middle: Color;
  readonly near: Color;
  readonly bright: Color;
  readonly dark: Color;
}

export const day: Palette = {
  sky: ['#5fb0d9', '#e6f3f2'],
  far: '#9cc9b4',
  middle: '#5fa37f',
  near: '#3c7a5c',
  bright: '#f4b740',
  dark: '#24404e',
};
export const dusk: Palette = {
  sky: ['#38407a', '#f6b38a'],
  far: '#8c6f96',
  middle: '#5d5685',
  near: '#3a3f66',
  bright: '#ffd27a',
  dark: '#22243f',
};
export const morning: Palette = {
  sky: ['#f2c6a0', '#fdf3e3'],
  far: '#c9cfa2',
  middle: '#93ad78',
  near: '#5f8552',
  bright: '#e4693f',
  dark: '#3c3a32',
};

export type Scene = (palette: Palette) => Uint8Array;

const width = 1200;
const height = 800;

function start(palette: Palette, horizon = 520): Canvas {
  const canvas = new Canvas(width, height);
  canvas.gradient(palette.sky[0], palette.sky[1], 0, horizon + 120);
  canvas.gradient(palette.sky[1], palette.sky[1], horizon + 120);
  canvas.ellipse(palette.bright, 930, 190, 74, 74, 0.9);
  canvas.ellipse(palette.bright, 930, 190, 120, 120, 0.18);
  return canvas;
}

function cloud(canvas: Canvas, x: number, y: number, size: number): void {
  for (const [dx, dy, r] of [
    [0, 0, 40],
    [46, -18, 52],
    [98, 0, 38],
    [50, 10, 46],
  ] as const)
    // prettier-ignore
    canvas.ellipse('#ffffff', x + dx * size, y + dy * size, r * size, r * 0.62 * size, 0.85);
}

function tree(canvas: Canvas, palette: Palette, x: number, y: number, size: number): void {
  canvas.rectangle(palette.dark, x - 6 * size, y - 70 * size, 12 * size, 70 * size);
  for (const [dx, dy, r] of [
    [0, -120, 52],
    [-34, -92, 38],
    [34, -92, 38],
  ] as const)
    // prettier-ignore
    canvas.ellipse(palette.near, x + dx * size, y + dy * size, r * size);
  canvas.ellipse(palette.middle, x - 14 * size, y - 132 * size, 26 * size, 26 * size, 0.7);
}

function house(canvas: Canvas, palette: Palette, x: number, y: number, size: number, wall: Color): void {
  canvas.rectangle(wall, x, y - 90 * size, 150 * size, 90 * size);
  canvas.polygon(palette.dark, [[x - 18 * size, y - 88 * size], [x + 75 * size, y - 160 * size], [x + 168 * size, y - 88 * size]]); // prettier-ignore
  canvas.rectangle(palette.bright, x + 20 * size, y - 64 * size, 34 * size, 30 * size);
  canvas.rectangle(palette.dark, x + 92 * size, y - 66 * size, 34 * size, 66 * size);
}

function person(canvas: Canvas, x: number, y: number, size: number, shirt: Color): void {
  canvas.ellipse('#8a5a3b', x, y - 92 * size, 17 * size);
  canvas.polygon(shirt, [[x - 24 * size, y], [x - 18 * size, y - 74 * size], [x + 18 * size, y - 74 * size], [x + 24 * size, y]]); // prettier-ignore
}

const shirts = ['#c8553d', '#2f6690', '#e0a030', '#4f772d', '#7b4b94', '#d8d4c8'];

function crowd(canvas: Canvas, from: number, step: number, count: number, y: number, size: number): void {
  for (let i = 0; i < count; i++)
    person(canvas, from + i * step, y + (i % 2) * 14 * size, size, shirts[i % shirts.length] ?? '#2f6690');
}

const canal: Scene = (palette) => {
  const canvas = start(palette);
  cloud(canvas, 160, 150, 1.1);
  canvas.hills(palette.far, 500, 26, 150, 0.4);
  canvas.hills(palette.middle, 560, 18, 210, 2);
  house(canvas, palette, 90, 560, 1, '#e9dcc3');
  house(canvas, palette, 820, 560, 1.1, '#d7c3a5');
  canvas.polygon('#4f93a8', [[470, 560], [640, 560], [1010, 800], [170, 800]]); // prettier-ignore
  canvas.polygon('#8cc3cd', [[520, 560], [560, 560], [560, 800], [400, 800]], 0.5); // prettier-ignore
  canvas.polygon(palette.near, [[0, 580], [462, 556], [150, 800], [0, 800]]); // prettier-ignore
  canvas.polygon(palette.near, [[1200, 580], [648, 556], [1030, 800], [1200, 800]]); // prettier-ignore
  tree(canvas, palette, 330, 590, 0.9);
  tree(canvas, palette, 1090, 620, 1.2);
  crowd(canvas, 90, 84, 3, 740, 1.1);
  crowd(canvas, 1000, 76, 2, 760, 1.1);
  return canvas.png();
};

const clinic: Scene = (palette) => {
  const canvas = start(palette);
  cloud(canvas, 120, 120, 1);
  canvas.hills(palette.far, 520, 30, 180, 1.2);
  canvas.rectangle('#f5f1e6', 260, 300, 620, 330);
  canvas.rectangle(palette.middle, 240, 276, 660, 34);
  canvas.rectangle('#ffffff', 500, 200, 140, 110);
  canvas.rectangle(palette.near, 556, 216, 28, 80);
  canvas.rectangle(palette.near, 530, 242, 80, 28);
  for (let i = 0; i < 3; i++) {
    canvas.rectangle('#9cc7d6', 300 + i * 80, 360, 56, 84);
    canvas.rectangle('#9cc7d6', 640 + i * 80, 360, 56, 84);
  }
  canvas.rectangle(palette.dark, 528, 470, 84, 160);
  canvas.hills(palette.near, 640, 8, 260, 0.3);
  tree(canvas, palette, 160, 660, 1.3);
  tree(canvas, palette, 1020, 660, 1.1);
  crowd(canvas, 330, 92, 6, 740, 1.1);
  return canvas.png();
};

const books: Scene = (palette) => {
  const canvas = start(palette, 460);
  cloud(canvas, 180, 130, 0.9);
  canvas.hills(palette.far, 470, 34, 160, 0.9);
  canvas.hills(palette.middle, 540, 22, 220, 2.2);
  canvas.rectangle('#b98b5e', 0, 640, width, 160);
  canvas.rectangle('#a3774d', 0, 640, width, 12);
  const spines: readonly Color[] = [
    '#2f6690',
    '#c8553d',
    '#e0a030',
    '#4f772d',
    '#7b4b94',
    '#24404e',
    '#d98f76',
  ];
  for (const [i, color] of spines.entries()) {
    const tall = 190 + ((i * 53) % 90);
    canvas.rectangle(color, 180 + i * 66, 640 - tall, 58, tall);
    canvas.rectangle('#ffffff', 188 + i * 66, 640 - tall + 30, 42, 8, 0.7);
  }
  canvas.polygon('#f7f3e8', [[720, 590], [880, 560], [880, 640], [720, 660]]); // prettier-ignore
  canvas.polygon('#ebe4d2', [[1040, 590], [880, 560], [880, 640], [1040, 660]]); // prettier-ignore
  for (let i = 0; i < 4; i++) canvas.polygon(palette.dark, [[740, 598 + i * 14], [864, 576 + i * 14], [864, 580 + i * 14], [740, 602 + i * 14]], 0.35); // prettier-ignore
  return canvas.png();
};

const road: Scene = (palette) => {
  const canvas = start(palette, 440);
  cloud(canvas, 240, 140, 1.2);
  canvas.hills(palette.far, 450, 40, 190, 0.2);
  canvas.hills(palette.middle, 500, 14, 260, 1.4);
  canvas.polygon('#58606a', [[560, 500], [650, 500], [1080, 800], [100, 800]]); // prettier-ignore
  for (const [y, tall, wide] of [
    [530, 26, 5],
    [590, 44, 9],
    [680, 80, 16],
  ] as const)
    // prettier-ignore
    canvas.rectangle('#f2ead2', 603 - wide / 2, y, wide, tall);
  for (const [x, y, s] of [
    [330, 560, 0.7],
    [220, 640, 1],
    [930, 600, 0.9],
    [1080, 700, 1.3],
  ] as const)
    // prettier-ignore
    tree(canvas, palette, x, y, s);
  canvas.polygon('#e4693f', [[700, 690], [730, 610], [760, 690]]); // prettier-ignore
  canvas.rectangle('#ffffff', 714, 645, 32, 12);
  canvas.rectangle('#f4b740', 420, 610, 130, 60);
  canvas.rectangle('#24404e', 430, 580, 60, 40);
  canvas.ellipse('#22272e', 450, 676, 24);
  canvas.ellipse('#22272e', 524, 676, 24);
  crowd(canvas, 800, 60, 2, 720, 0.9);
  return canvas.png();
};

const market: Scene = (palette) => {
  const canvas = start(palette, 420);
  cloud(canvas, 140, 120, 0.9);
  canvas.hills(palette.far, 430, 20, 200, 0.8);
  canvas.rectangle('#d9c7a3', 0, 560, width, 240);
  const awnings: readonly (readonly [Color, Color])[] = [['#c8553d', '#f7efe0'], ['#2f6690', '#f7efe0'], ['#4f772d', '#f7efe0']]; // prettier-ignore
  for (const [i, [a, b]] of awnings.entries()) {
    const x = 70 + i * 370;
    canvas.rectangle('#8a5f3c', x + 12, 380, 12, 260);
    canvas.rectangle('#8a5f3c', x + 306, 380, 12, 260);
    for (let s = 0; s < 8; s++) canvas.polygon(s % 2 === 0 ? a : b, [[x + s * 41, 330], [x + (s + 1) * 41, 330], [x + (s + 1) * 41, 408], [x + s * 41 + 20, 426], [x + s * 41, 408]]); // prettier-ignore
    canvas.rectangle('#a9764a', x, 560, 330, 80);
    for (let f = 0; f < 9; f++)
      canvas.ellipse(['#e0a030', '#c8553d', '#6a994e'][(f + i) % 3] ?? '#e0a030', x + 34 + f * 33, 552, 18);
  }
  crowd(canvas, 150, 128, 8, 770, 1.25);
  return canvas.png();
};

const bus: Scene = (palette) => {
  const canvas = start(palette, 460);
  cloud(canvas, 220, 130, 1);
  for (let i = 0; i < 14; i++) {
    const tall = 120 + ((i * 97) % 170);
    canvas.rectangle(i % 2 === 0 ? palette.far : palette.middle, i * 90 - 20, 560 - tall, 84, tall);
    for (let w = 0; w < 3; w++) canvas.rectangle('#ffffff', i * 90 - 4 + w * 22, 580 - tall, 10, 16, 0.5);
  }
  canvas.rectangle('#58606a', 0, 560, width, 240);
  canvas.rectangle('#7b838c', 0, 560, width, 18);
  for (let i = 0; i < 7; i++) canvas.rectangle('#f2ead2', 30 + i * 180, 730, 100, 10);
  canvas.rectangle('#2f6690', 250, 400, 640, 230);
  canvas.rectangle('#f7f3e8', 250, 560, 640, 26);
  for (let i = 0; i < 6; i++) canvas.rectangle('#cfe6ee', 280 + i * 88, 430, 70, 84);
  canvas.rectangle('#cfe6ee', 812, 430, 62, 130);
  for (const x of [370, 770]) {
    canvas.ellipse('#22272e', x, 632, 52);
    canvas.ellipse('#9aa3ab', x, 632, 24);
  }
  canvas.rectangle(palette.dark, 1030, 420, 12, 230);
  canvas.rectangle(palette.bright, 990, 380, 96, 62);
  crowd(canvas, 950, 64, 3, 668, 0.95);
  return canvas.png();
};

const river: Scene = (palette) => {
  const canvas = start(palette, 430);
  cloud(canvas, 120, 110, 1.4);
  cloud(canvas, 520, 170, 1);
  canvas.hills(palette.far, 430, 24, 170, 1.6);
  canvas.rectangle(palette.middle, 0, 448, width, 60);
  for (let i = 0; i < 5; i++)
    house(canvas, palette, 60 + i * 230, 490, 0.8, i % 2 === 0 ? '#e9dcc3' : '#cbb28f');
  canvas.gradient('#4f93a8', '#2c6377', 490);
  for (let i = 0; i < 5; i++) canvas.hills('#7cb6c4', 560 + i * 56, 5, 60 + i * 14, i * 1.3, 0.22);
  canvas.polygon('#e4693f', [[420, 650], [800, 650], [750, 716], [470, 716]]); // prettier-ignore
  canvas.rectangle('#f7f3e8', 430, 640, 360, 14);
  crowd(canvas, 500, 74, 4, 644, 0.9);
  return canvas.png();
};

const hall: Scene = (palette) => {
  const canvas = start(palette, 500);
  cloud(canvas, 200, 140, 1);
  canvas.hills(palette.far, 500, 30, 170, 0.6);
  canvas.polygon(palette.dark, [[180, 360], [600, 190], [1020, 360]]); // prettier-ignore
  canvas.rectangle(palette.bright, 230, 350, 740, 16);
  canvas.rectangle('#f0e6d2', 230, 366, 740, 250);
  for (let i = 0; i < 7; i++) canvas.rectangle('#b98b5e', 240 + i * 118, 366, 18, 250);
  canvas.rectangle(palette.dark, 540, 440, 120, 176);
  canvas.polygon('#c9bda3', [[180, 616], [1020, 616], [1100, 680], [100, 680]]); // prettier-ignore
  canvas.rectangle(palette.near, 0, 680, width, 120);
  tree(canvas, palette, 110, 690, 1.2);
  tree(canvas, palette, 1100, 690, 1.3);
  crowd(canvas, 260, 98, 8, 780, 1.2);
  return canvas.png();
};

/** The pictures of the sample items, painted when asked for: nothing binary lies in the repository. */
export const scenes = { canal, clinic, books, road, market, bus, river, hall } as const;
export type SceneName = keyof typeof scenes;

import { expect, it } from 'vitest';
import { deskOf } from '../config.ts';
import { faultWords } from '../client.ts';
import { openCard } from './open-card.ts';

const desk = deskOf({ repo: 'diskominfo/portal', app: 2000 }, 'https://kota.example', '');

it.each([
  ['a line that broke', { status: 500 }, 'Server tidak terjangkau.'],
  [
    'an item that is not there',
    { errors: [{ type: 'NOT_FOUND' }], response: {} },
    'butirnya sudah tidak ada',
  ],
  ['a token that ended', { status: 401, response: {} }, 'Masa masuk Anda sudah berakhir.'],
  ['a server in trouble', { status: 502, response: {} }, 'GitHub sedang bermasalah (502).'],
])('%s is told in the words for a person, not in those for the app', async (_, more, words) => {
  const fault = Object.assign(new Error('x'), more);
  const fails = () => Promise.reject(fault);
  const told = await openCard(desk, { graphql: fails, request: fails }, 7).catch((error: unknown) => error);
  expect(told).toBe(fault);
  expect(faultWords(told)).toContain(words);
});

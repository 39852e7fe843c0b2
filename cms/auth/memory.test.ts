import { describe, expect, it } from 'vitest';
import { createMemory } from './memory.ts';

const start = Date.parse('2026-11-02T01:00:00Z');

describe('how often an address may ask', () => {
  it('sixty times at once, then once a second', () => {
    const memory = createMemory();
    const waits = Array.from({ length: 61 }, () => memory.admit('203.0.113.7', start));
    expect([waits.slice(0, 60).every((wait) => wait === 0), waits[60]]).toEqual([true, 1]);
    expect(memory.admit('203.0.113.7', start + 1000)).toBe(0);
    expect(memory.admit('203.0.113.7', start + 1000)).toBe(1);
    expect(memory.admit('203.0.113.8', start)).toBe(0);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', 'one network'],
    ['2001:db8::1', '2001:db8:0:0:5::', 'one network'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', 'two'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.8', 'two'],
  ])('%s and %s are %s', (one, other, expected) => {
    const memory = createMemory();
    for (let i = 0; i < 60; i += 1) memory.admit(one, start);
    expect(memory.admit(other, start) > 0 ? 'one network' : 'two').toBe(expected);
  });

  it('a hundred thousand addresses do not fill the memory, nor let an old one forget its limit at once', () => {
    const memory = createMemory();
    for (let i = 0; i < 60; i += 1) memory.admit('203.0.113.7', start);
    for (let i = 0; i < 4000; i += 1) memory.admit(`198.51.${i >> 8}.${i & 255}`, start);
    expect(memory.admit('203.0.113.7', start)).toBe(1);
    for (let i = 0; i < 100_000; i += 1) memory.admit(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, start);
    expect(memory.admit('203.0.113.7', start)).toBe(0);
  });
});

it('a state is used once, as long as its cookie could come back', () => {
  const memory = createMemory();
  expect([memory.use('a', start), memory.use('a', start + 599_999), memory.use('b', start)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(memory.use('a', start + 600_001)).toBe(true);
});

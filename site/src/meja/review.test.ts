import { expect, it } from 'vitest';
import { sendingOf, type Act } from './review.ts';

const sidik = 'a'.repeat(40);

it.each<[string, Act, boolean, string, string]>([
  ['a paraf', { kind: 'paraf' }, false, 'APPROVE', `Sidik: ${sidik}`],
  [
    'a paraf in one of two roles',
    { kind: 'paraf', sebagai: 'kepala-dinas' },
    false,
    'APPROVE',
    `Sidik: ${sidik}\nSebagai: kepala-dinas`,
  ],
  ['a paraf of who opened it', { kind: 'paraf' }, true, 'COMMENT', `/paraf\n\nSidik: ${sidik}`],
  [
    'a return',
    { kind: 'kembalikan', alasan: ' Angka keliru. ' },
    false,
    'REQUEST_CHANGES',
    `Angka keliru.\n\nSidik: ${sidik}`,
  ],
  [
    'a return of who opened it',
    { kind: 'kembalikan', alasan: 'Angka keliru.' },
    true,
    'COMMENT',
    `/kembalikan\nAngka keliru.\n\nSidik: ${sidik}`,
  ],
  [
    'a remark that looks like a command',
    { kind: 'catatan', catatan: '/paraf' },
    false,
    'COMMENT',
    `Catatan: /paraf\n\nSidik: ${sidik}`,
  ],
  ['a submission', { kind: 'ajukan' }, true, 'COMMENT', `/ajukan\n\nSidik: ${sidik}`],
  [
    'an airing report, each answer in one line',
    {
      kind: 'tayang',
      airing: { kanal: 'Radio\nKetepatan: palsu', waktu: 'Senin', frekuensi: '2x', ketepatan: 'Tepat' },
    },
    false,
    'KOMENTAR',
    '/tayang\nKanal: Radio Ketepatan: palsu\nWaktu: Senin\nFrekuensi: 2x\nKetepatan: Tepat',
  ],
])('%s', (_, act, isOpener, event, body) => {
  expect(sendingOf(act, sidik, isOpener)).toEqual({ event, body });
});

import type { SampleItem } from './fixture.ts';

/** Half a minute of silence that any player takes for speech: empty frames of MPEG audio. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);

/** A campaign for the radio: a sound with its transcript. */
export const radio = {
  path: 'content/kampanye/2026/11/siaran-radio',
  address: '/kampanye/2026/11/siaran-radio/',
  at: '2026-11-01T02:15:00.000Z',
  index: `---
judul: Jaga sungai tetap bersih
opd: dinas-lingkungan-hidup
tanggal: "2026-11-02"
jenis: audio
ringkasan: Pesan radio setengah menit tentang sungai.
karya:
  - berkas: siaran.mp3
    keterangan: Pesan radio tentang sungai.
    kredit: Diskominfo
    alt: Sungai bersih dimulai dari rumah.
contoh: true
---

Diputar setiap pagi.
`,
  files: { 'siaran.mp3': Buffer.concat(Array.from({ length: 60 }, () => frame)) },
} satisfies SampleItem & { readonly address: string };

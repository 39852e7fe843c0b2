/** Sentences about SOPs and settings that are well-formed but make no sense, by permanent issue code. */
export const sopMessages = {
  'sop-letak-salah': () =>
    'SOP harus terletak di content/sop/<id>/index.md, dengan id dari huruf kecil, angka, dan tanda hubung. Pindahkan berkasnya.',
  'sop-ganda': (id: string) => `SOP “${id}” terbaca dua kali. Sisakan satu berkas.`,
  'sop-tanpa-setujui': () =>
    'SOP ini tidak memuat langkah “setujui”, sehingga isinya terbit tanpa persetujuan siapa pun. Tandai langkah yang menyetujui dengan tindakan: setujui.',
  'sop-awal-bukan-pembuat': (no: number, tindakan: string) =>
    `Langkah pertama (${no}) bertindakan “${tindakan}”, padahal belum ada isi yang dapat diperiksa. Mulai dengan ajukan, liput, arahkan, susun, atau lengkapi.`,
  'sop-pembuat-sesudah-setujui': (no: number, setujui: number) =>
    `Langkah ${no} mengubah isi sesudah disetujui di langkah ${setujui}, sehingga yang terbit bukan yang disetujui. Pindahkan ke depan persetujuan, atau tandai hanyaKoreksi: true.`,
  'sop-sesudah-terbit': (no: number, terbitkan: number) =>
    `Langkah ${no} berada sesudah penerbitan di langkah ${terbitkan}; sesudahnya hanya boleh “pantau”. Pindahkan langkah ini ke depan penerbitan.`,
  'sop-orang-lain-bukan-pemantau': (no: number, tindakan: string) =>
    `Langkah ${no} (${tindakan}) diberi “orangLain”, yang hanya berlaku bagi “pantau”. Hapus penandanya.`,
  'sop-terbit-sebelum-setujui': (no: number, setujui: number) =>
    `Langkah ${no} mendahului persetujuan di langkah ${setujui}. Taruh penerbitan dan pemantauan sesudah semua persetujuan.`,
  'sop-nomor-ganda': (no: number) =>
    `Nomor langkah ${no} dipakai dua kali. Beri setiap langkah nomor sendiri.`,
  'sop-nomor-tidak-urut': (no: number, before: number) =>
    `Langkah ${no} tertulis sesudah langkah ${before}. Urutkan langkah menurut nomornya.`,
  'sop-pelaksana-ganda': (id: string) =>
    `Pelaksana “${id}” tertulis dua kali dalam daftar ini. Hapus salah satunya.`,
  'sop-pelaksana-tidak-ada': (no: number, id: string, known: readonly string[]) =>
    `Langkah ${no} menunjuk pelaksana “${id}” yang tidak ada dalam daftar pelaksana SOP ini. Pakai salah satu dari ${known.join(', ')}, atau tambahkan ke daftar.`,
  'sop-arah-berputar': (no: number, isian: string) =>
    `Langkah ${no} menuju dirinya sendiri (${isian}), sehingga tidak pernah selesai. Tunjuk langkah lain.`,
  'sop-arah-tidak-ada': (no: number, isian: string, target: number) =>
    `Langkah ${no} menuju langkah ${target} (${isian}), tetapi SOP ini tidak memuat langkah ${target}. Betulkan nomornya.`,
  'sop-kembali-bukan-pembuat': (no: number, target: number, tindakan: string) =>
    `Langkah ${no} mengembalikan ke langkah ${target} yang bertindakan “${tindakan}”; yang dikembalikan harus dapat diperbaiki di sana. Tunjuk langkah ajukan, liput, arahkan, susun, koreksi, atau lengkapi.`,
  'sop-kembali-bukan-dari-pemeriksa': (no: number, tindakan: string) =>
    `Langkah ${no} bertindakan “${tindakan}”, bukan pemeriksaan, jadi tidak dapat mengembalikan. Hapus kembaliKe.`,
  'sop-lanjut-bukan-dari-pembuat': (no: number, tindakan: string) =>
    `Langkah ${no} bertindakan “${tindakan}” dan tidak mengajukan isi. Hapus lanjutKe; langkah berikutnya menyusul dengan sendirinya.`,
  'sop-lanjut-bukan-pemeriksa': (no: number, target: number, tindakan: string) =>
    `Pengajuan dari langkah ${no} menuju langkah ${target} yang bertindakan “${tindakan}”. Tunjuk langkah yang memeriksa: terima, tugaskan, periksa, setujui, atau perintahkan.`,
  'sop-kembali-ke-depan': (no: number, target: number) =>
    `Langkah ${no} mengembalikan ke langkah ${target}, yang belum sampai gilirannya. Tunjuk langkah sebelumnya, atau tandai langkah ${target} hanyaKoreksi: true.`,
  'sop-berputar': (no: number, target: number) =>
    `Pengajuan dari langkah ${no} mundur ke langkah ${target}, yang menuju langkah ${no} lagi, sehingga tidak pernah sampai ke persetujuan. Tunjuk langkah sesudah ${no}, atau tandai hanyaKoreksi: true.`,
  'sop-lewati-pemeriksa': (no: number, target: number, lewat: number) =>
    `Pengajuan dari langkah ${no} menuju langkah ${target} dan melewati pemeriksaan di langkah ${lewat}. Tunjuk langkah ${lewat} pada lanjutKe.`,
  'sop-lewati-setujui': (no: number, target: number, setujui: number) =>
    `Pengajuan dari langkah ${no} menuju langkah ${target} dan melewati persetujuan di langkah ${setujui}. Tunjuk langkah ${setujui} atau yang lebih awal pada lanjutKe.`,
  'sop-tanpa-pemeriksa': (no: number) =>
    `Sesudah langkah ${no} tidak ada langkah yang memeriksa, sehingga pengajuannya tidak menuju ke mana-mana. Isi lanjutKe.`,
  'sop-koreksi-tak-terjangkau': (no: number) =>
    `Langkah ${no} hanya untuk koreksi, tetapi tidak ada langkah yang mengembalikan ke sana. Isi kembaliKe: ${no} pada langkah yang memeriksa.`,
  'sop-koreksi-bukan-pembuat': (no: number, tindakan: string) =>
    `Langkah ${no} bertanda hanyaKoreksi tetapi bertindakan “${tindakan}”. Hapus tandanya, atau jadikan tindakan: koreksi.`,
  'sop-tanpa-alasan': (what: string) =>
    `${what} disimpulkan, tetapi alasannya tidak ditulis. Isi alasan: dari mana simpulan itu.`,
  'sop-kelengkapan-ganda': (id: string, no: number) =>
    `Kelengkapan “${id}” tertulis dua kali pada langkah ${no}. Hapus salah satunya.`,
  'sop-kelengkapan-beda-nama': (id: string, nama: string, lain: string, no: number) =>
    `Kelengkapan “${id}” bernama “${nama}” di sini tetapi “${lain}” pada langkah ${no}. Samakan namanya, atau beri id lain.`,

  'alur-tidak-ada': () => 'content/alur.yml tidak ada. Berkas ini menentukan SOP setiap koleksi; kembalikan.',
  'alur-koleksi-tidak-ada': (name: string, known: readonly string[]) =>
    `Koleksi “${name}” tidak ada. Pakai salah satu dari ${known.join(', ')}.`,
  'alur-sop-tidak-ada': (sop: string, known: readonly string[]) =>
    `SOP “${sop}” tidak ada atau belum betul. Pakai salah satu dari ${known.join(', ')}.`,
  'alur-kelengkapan-tidak-ada': (id: string, sop: string) =>
    `SOP “${sop}” tidak memeriksa kelengkapan “${id}”. Betulkan idnya atau hapus baris ini.`,
  'alur-kelengkapan-belum': (id: string, nama: string, no: number) =>
    `Kelengkapan “${id}” (${nama}) diperiksa pada langkah ${no}, tetapi tidak dipetakan ke isian mana pun, sehingga langkah itu tidak akan pernah lengkap. Tambahkan “${id}: [nama isian]”.`,
  'alur-isian-tidak-ada': (path: string, collection: string) =>
    `Isian “${path}” tidak ada pada koleksi “${collection}”. Betulkan namanya; “isi” untuk naskah.`,

  'pelaksana-tidak-ada': () =>
    'content/pelaksana.yml tidak ada. Tanpa berkas ini tidak seorang pun dapat memaraf; kembalikan.',
  'pelaksana-peran-tidak-ada': (peran: string, known: readonly string[]) =>
    `Peran “${peran}” tidak ada dalam SOP mana pun. Pakai salah satu dari ${known.join(', ')}.`,
  'pelaksana-opd-tidak-ada': (opd: string) =>
    `Perangkat daerah “${opd}” tidak ada di content/opd/. Betulkan idnya, atau tambahkan berkas content/opd/${opd}.yml.`,
  'pelaksana-terbalik': (mulai: string, selesai: string) =>
    `Masa tugas selesai (${selesai}) sebelum mulai (${mulai}). Betulkan salah satunya.`,
  'pelaksana-baris-hilang': ({ akun, peran, mulai }: { akun: number; peran: string; mulai: string }) =>
    `Baris akun ${akun} sebagai ${peran} sejak ${mulai} tidak ada lagi. Baris diakhiri dengan "selesai", tidak pernah dihapus: paraf yang sudah diberikan bertumpu padanya. Kembalikan barisnya, lalu isi "selesai".`,
  'pelaksana-definitif-ganda': (nama: string, akun: number, lain: number, line: number, sejak: string) =>
    `${nama} dijabat satu orang, tetapi akun ${akun} dan akun ${lain} (baris ${line}) sama-sama definitif sejak ${sejak}. Isi "selesai" pada yang lama, atau ubah jenis salah satunya menjadi plt atau plh.`,
  'pelaksana-kosong': (nama: string, sop: string, langkah: string) =>
    `Tidak ada yang memegang peran ${nama}, padahal “${sop}” memerlukannya di langkah ${langkah}. Tambahkan penugasannya, atau seorang Plh.`,
  'pelaksana-baris-ganda': (line: number) =>
    `Baris ini sama dengan penugasan di baris ${line}. Hapus salah satunya.`,
} as const;

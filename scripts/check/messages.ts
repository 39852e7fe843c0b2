/** Sentences about items and their files, by permanent issue code: what happened, why, what to do. */

const mega = (bytes: number) => (bytes / 1024 / 1024).toFixed(1).replace('.', ',');

export const checkMessages = {
  'butir-tanpa-index': () =>
    'Folder ini tidak memuat index.md, sehingga tidak ada naskahnya. Tambahkan, atau hapus foldernya.',
  'butir-salah-tempat': (shape: string) =>
    `Letak ini tidak dikenal; isi koleksi ini harus berada di ${shape}. Pindahkan foldernya.`,
  'butir-tanpa-sop': (collection: string) =>
    `Koleksi “${collection}” belum diatur SOP mana pun di content/alur.yml, sehingga tidak dapat diajukan. Minta pengelola sistem mengaturnya.`,
  'nama-alamat-panjang': (length: number, limit: number) =>
    `Nama folder ${length} huruf, paling banyak ${limit}; ia menjadi alamat halaman. Pendekkan.`,
  'nama-alamat-pendek': (limit: number) =>
    `Nama folder kurang dari ${limit} huruf; ia menjadi alamat halaman. Pakai beberapa kata dari judul.`,
  'opd-tidak-ada': (id: string) =>
    `Perangkat daerah “${id}” tidak ada di content/opd/. Pilih yang tersedia, atau minta pengelola sistem menambahkannya.`,
  'opd-beda-folder': (opd: string, folder: string) =>
    `Perangkat daerahnya “${opd}”, tetapi foldernya milik “${folder}”, dan alamat halaman memuat folder itu. Kembalikan isiannya, atau buat naskah baru untuk “${opd}”.`,

  'berkas-tidak-ada': (name: string) =>
    `Berkas “${name}” disebut tetapi tidak ada di folder ini. Unggah berkasnya, atau hapus penyebutannya.`,
  'berkas-tidak-disebut': (name: string) =>
    `Berkas “${name}” tidak disebut di isian maupun naskah, tetapi ikut disetujui bersama isinya. Hapus bila tidak dipakai.`,
  'berkas-dalam-subfolder': () =>
    'Berkas berada di folder di dalam folder. Semua berkas harus langsung di samping index.md; pindahkan.',
  'berkas-nama-salah': () =>
    'Nama berkas memuat tanda yang tidak diterima atau terlalu panjang. Pakai huruf, angka, titik, dan tanda hubung, paling banyak 150 huruf.',
  'berkas-jenis-ditolak': (extension: string, accepted: string) =>
    `Berkas berjenis “${extension}” tidak diterima. Ubah menjadi salah satu dari ${accepted}.`,
  'berkas-svg': () =>
    'SVG tidak diterima karena dapat memuat program. Simpan gambarnya sebagai PNG atau WebP.',
  'berkas-besar': (bytes: number, limit: number) =>
    `Berkas ini ${mega(bytes)} MB, paling besar ${mega(limit)} MB. Perkecil lalu unggah lagi.`,
  'berkas-kosong': () => 'Berkas ini kosong. Unggah lagi berkas aslinya.',
  'berkas-isi-lain': (extension: string, found: string) =>
    `Nama berkas berakhiran “${extension}”, tetapi isinya ${found}. Simpan ulang dengan jenis yang betul; mengganti akhiran nama saja tidak cukup.`,
  'berkas-makro': () =>
    'Dokumen ini memuat makro, program yang dapat berjalan di komputer pembaca. Simpan ulang tanpa makro.',
  'berkas-posisi': () =>
    'Gambar ini menyimpan titik lokasi (GPS) tempat ia diambil. Hapus data lokasinya, lalu unggah lagi.',
  'pdf-berbahaya': (found: readonly string[]) =>
    `PDF ini memuat ${found.join(', ')}, yang dapat menjalankan sesuatu di komputer pembaca. Cetak ulang ke PDF, lalu unggah hasilnya.`,
  'pdf-tak-terperiksa': () =>
    'Sebagian isi PDF ini terkunci atau rusak sehingga tidak dapat diperiksa. Cetak ulang ke PDF tanpa sandi, lalu unggah hasilnya.',

  'naskah-html': () =>
    'Naskah memuat kode HTML, yang tidak ditayangkan sebagai kode. Hapus, dan pakai tombol-tombol penyunting.',
  'naskah-gambar-luar': (address: string) =>
    `Gambar “${address}” bukan berkas di folder ini, sehingga tidak ditayangkan. Unggah gambarnya ke sini.`,
  'naskah-tautan-ditolak': (address: string) =>
    `Tautan “${address}” tidak ditayangkan. Pakai alamat lengkap yang diawali https://, atau alamat di portal yang diawali “/”.`,

  'hari-tidak-cocok': (written: string, right: string) =>
    `“${written}” tidak cocok: tanggal itu jatuh pada hari ${right}. Betulkan hari atau tanggalnya.`,
  'tanggal-tidak-ada': (written: string) => `“${written}” bukan tanggal yang ada. Betulkan tanggalnya.`,
  'data-pribadi-nik': () =>
    'Ada 16 angka berurutan yang tampak seperti NIK atau nomor KK. Hapus: data pribadi tidak boleh terbit, dan riwayat naskah tidak dapat dilupakan.',

  'alur-koleksi-tanpa-sop': (name: string) =>
    `Koleksi “${name}” belum diatur SOP mana pun, sehingga isinya tidak dapat terbit. Tambahkan “${name}:” dengan sop dan kelengkapan.`,
  'warna-kurang-kontras': (name: string, where: string, ratio: number) =>
    `Warna ${name} terlalu samar (${where}: ${ratio.toFixed(1).replace('.', ',')} banding 1, paling sedikit 4,5), sehingga sebagian pembaca tidak dapat membacanya. Pilih yang lebih gelap.`,
  'lambang-besar': (bytes: number, limit: number) =>
    `Lambang ini ${Math.round(bytes / 1024)} KB, paling besar ${Math.round(limit / 1024)} KB, karena ikut dimuat setiap halaman. Sederhanakan gambarnya.`,
  'lambang-bukan-svg': () => 'Lambang harus gambar SVG yang diawali <svg>. Simpan ulang sebagai SVG biasa.',
  'lambang-aktif': () =>
    'Lambang ini memuat program, gaya, atau tautan keluar. Simpan ulang sebagai SVG yang hanya berisi bentuk.',
  'berkas-tersesat': () =>
    'Berkas ini tidak termasuk bagian mana pun dari content/. Pindahkan ke foldernya, atau hapus.',
  'halaman-bukan-markdown': () => 'Halaman harus berakhiran .md atau .mdx. Ganti nama berkasnya.',
} as const;

export type CheckCode = keyof typeof checkMessages;

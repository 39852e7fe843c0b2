/**
 * The demo accounts: one for each role, two where a second pair of eyes is needed to show it, and two code owners.
 * Their roles stand in `content/pelaksana.yml`, where an office's own stand. They are offices, not persons.
 */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  /** Right on the repository, as GitHub knows it. */
  readonly permission: 'read' | 'write' | 'admin';
}

export const demoAccounts: readonly Account[] = [
  { id: 1001, login: 'pemohon-disdik', name: 'Pemohon Dinas Pendidikan', permission: 'write' },
  { id: 1002, login: 'pemohon-dinkes', name: 'Pemohon Dinas Kesehatan', permission: 'write' },
  { id: 1003, login: 'peliput', name: 'Tim Peliputan dan Penyusun', permission: 'write' },
  { id: 1004, login: 'penyusun', name: 'Penyusun Bahan Informasi', permission: 'write' },
  { id: 1005, login: 'pengolah-satu', name: 'Tim Pengolah Informasi (satu)', permission: 'write' },
  { id: 1006, login: 'pengolah-dua', name: 'Tim Pengolah Informasi (dua)', permission: 'write' },
  { id: 1007, login: 'bidang-ikp', name: 'Bidang IKP', permission: 'write' },
  { id: 1008, login: 'pembuat-konten', name: 'Tim Pembuat Konten', permission: 'write' },
  { id: 1009, login: 'kepala-dinas', name: 'Kepala Dinas', permission: 'write' },
  { id: 1010, login: 'sekretaris', name: 'Sekretaris Dinas', permission: 'write' },
  { id: 1011, login: 'kabid-pikp', name: 'Kepala Bidang PIKP', permission: 'write' },
  { id: 1012, login: 'kasi-pkp', name: 'Kepala Seksi PKP', permission: 'write' },
  { id: 1013, login: 'tim-konten', name: 'Tim Pengelolaan Konten', permission: 'write' },
  { id: 1014, login: 'pejabat-plid', name: 'Pejabat Bidang Pelayanan Informasi', permission: 'write' },
  { id: 1015, login: 'ppid-utama', name: 'PPID Utama', permission: 'write' },
  {
    id: 1021,
    login: 'ppid-diskominfo',
    name: 'PPID Pendukung Dinas Komunikasi dan Informatika',
    permission: 'write',
  },
  { id: 1016, login: 'ppid-disdik', name: 'PPID Pendukung Dinas Pendidikan', permission: 'write' },
  { id: 1017, login: 'ppid-dinkes', name: 'PPID Pendukung Dinas Kesehatan', permission: 'write' },
  { id: 1018, login: 'admin-ti-satu', name: 'Pengelola Sistem (satu)', permission: 'admin' },
  { id: 1019, login: 'admin-ti-dua', name: 'Pengelola Sistem (dua)', permission: 'admin' },
  { id: 1020, login: 'tamu', name: 'Staf tanpa peran', permission: 'write' },
];

/** The account of Paraf's own app: the only one that may write `main` and `paraf`. */
export const appAccount: Account = { id: 2000, login: 'paraf[bot]', name: 'Paraf', permission: 'write' };

/** Number of the app itself, which its keys are signed for: another than that of its account, as on GitHub. */
export const appNumber = 300;
/** Number of its installation in the office's organisation. */
export const installationNumber = 400;

/**
 * Who may act in which role, and when: one row of `content/pelaksana.yml`. Rows are ended, never removed (R2).
 * Times are ISO 8601 with zone, or dates, which mean the start of that day (`mulai`) or its end (`selesai`) in WIB.
 */
export interface Penugasan {
  /** Numeric id of the account: logins can be renamed, ids cannot. */
  readonly akun: number;
  /** Id of a pelaksana of an SOP, e.g. `kepala-dinas`. */
  readonly peran: string;
  /** Office that the person speaks for; absent: every office. */
  readonly opd?: string | undefined;
  readonly mulai: string;
  readonly selesai?: string | undefined;
  readonly jenis: 'definitif' | 'plt' | 'plh';
  /** The person's own office, for an acting official: "Sekretaris". Never a name. */
  readonly jabatan: string;
  /** Letter of appointment: number and date. */
  readonly surat: string;
  /** When the row reached `main`, where known: a backdated row counts from then. */
  readonly tercatat?: string | undefined;
}

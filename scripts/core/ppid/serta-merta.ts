/** A warning as the small file of those that hold has it: every page reads it. */
export interface Peringatan {
  readonly judul: string;
  /** What is to be done now. */
  readonly ringkasan: string;
  /** Address on the host, with the folder that the portal stands in. */
  readonly alamat: string;
  /** Last day on which it holds. */
  readonly sampai: string;
}

/** Whether a warning holds on a day; one without a last day holds until somebody ends it. */
export function isBerlaku(sampai: string | undefined, day: string): boolean {
  return sampai === undefined || day <= sampai;
}

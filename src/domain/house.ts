/** The place people learn at. Every person belongs to one. */
export interface House {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  /** Kecamatan. */
  readonly district: string;
  /** Kabupaten. */
  readonly regency: string;
}

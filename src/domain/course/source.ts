export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** Something that was read: a law, a report, a page. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly year?: number;
  /** Where it was found, as printed for readers; not always a full address. */
  readonly address?: string;
}

/** A claim that content may rest on, and what it rests on itself. */
export interface Fact {
  readonly id: string;
  readonly sources: readonly Source[];
  /** Absent where `editorial`. */
  readonly confidence?: Confidence;
  /** Advice or arithmetic of the compilers, not taken from a source. */
  readonly editorial: boolean;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Whether it may have changed since: pages show it as "per (bulan tahun)". */
  readonly outdated: boolean;
}

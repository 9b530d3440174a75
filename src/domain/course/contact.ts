/** Where help can be had; numbers stand here and nowhere in prose. At least one of phone, whatsapp and web is there. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  /** When to use it. */
  readonly for: string;
  /** As people dial it. */
  readonly phone?: string;
  readonly whatsapp?: string;
  readonly web?: string;
  /** When a source showed it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether the page must say that it has to be checked first. */
  readonly uncertain: boolean;
  /** `dalam-negeri`, `luar-negeri`, or the name of a country. */
  readonly place: string;
  /** Fact id. */
  readonly source: string;
}

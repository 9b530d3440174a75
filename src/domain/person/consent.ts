/** What somebody agreed to who takes part under their own name. */
export interface Consent {
  /** Which edition of the text. */
  readonly edition: string;
  /** Parent or guardian who agreed too, of a minor. */
  readonly guardian: string | undefined;
  /** Who read it to them. */
  readonly helper: string | undefined;
}

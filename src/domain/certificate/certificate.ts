/** What a certificate says in words, frozen as awarded: nothing that changes later changes it. */
export interface CertificateText {
  /** Which drawing it was made for; a later one may say other things. */
  readonly template: 1;
  readonly name: string;
  readonly title: string;
  /** Code of the course; absent for a path. */
  readonly code?: string;
  /** The courses of a path, in its order. */
  readonly courses?: readonly { readonly code: string; readonly title: string; readonly percent: number }[];
  /** Whole number from 0 to 100; of a path the mean of its courses. */
  readonly percent: number;
  /** The same in words. */
  readonly grade: string;
  /** Edition of the assessment; of a path of its assessments together. */
  readonly edition: string;
  readonly house: { readonly name: string; readonly village: string; readonly regency: string };
  /** When the course was to be checked again, where that day had passed already. */
  readonly reviewDueOn?: string;
}

/** Why a certificate holds no longer. */
export type CertificateEnding = 'revoked' | 'replaced';

/** Of what a path is known by among courses. */
const pathPrefix = 'jalur/';

export function pathSubject(path: string): string {
  return pathPrefix + path;
}

/** The page that a certificate's course or path has. */
export function subjectPage(subject: string): string {
  return subject.startsWith(pathPrefix) ? `/${subject}/` : `/kursus/${subject}/`;
}

/** A ratio as a whole percentage, never rounded up: nobody is said to have more than they earned. */
export function percentOf(ratio: number): number {
  return Math.floor(ratio * 100 + 1e-9);
}

/** An id as people read it out: `7K3Q-9F2M-4XB1-D`. */
export function readableNumber(id: string): string {
  return id.replace(/(.{4})(?=.)/g, '$1-');
}

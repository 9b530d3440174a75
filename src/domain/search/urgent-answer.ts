import type { UrgentNeed } from './urgent.ts';

/** An answer that trainers chose for a need that must not wait; shown above all that the search found. */
export interface UrgentAnswer extends UrgentNeed {
  /** The need as people would call it. */
  readonly title: string;
  /** The lesson that answers it, `op-103/masalah-dan-pengaduan`; without one the page of help numbers does. */
  readonly lesson?: string | undefined;
  /** Heading of the part of the lesson. */
  readonly section?: string | undefined;
  /** Id of the contact whose number is shown. */
  readonly contact: string;
}

/** `content/answers.yaml` */
export interface UrgentAnswers {
  /** Words that say the same in what people type; the first of each group stands for all. */
  readonly alike: readonly (readonly string[])[];
  readonly needs: readonly UrgentAnswer[];
}

/** Where the phone gets them. */
export const answersAddress = '/cari/jawaban.json';

/** What the phone gets of them. */
export interface PublishedAnswers {
  readonly alike: readonly (readonly string[])[];
  readonly needs: readonly PublishedAnswer[];
}

export interface PublishedAnswer extends UrgentNeed {
  readonly title: string;
  /** Address of the page, with the anchor of the section. */
  readonly url: string;
  /** Title of the lesson or page, and of its section. */
  readonly page: string;
  readonly section?: string | undefined;
  readonly course?: string | undefined;
  readonly contact: {
    readonly name: string;
    readonly for: string;
    /** The button: `Telepon`, `WhatsApp`. */
    readonly verb: string;
    readonly href: string;
    readonly text: string;
    /** When the number was last seen, in words. */
    readonly seen: string;
    readonly uncertain: boolean;
  };
}

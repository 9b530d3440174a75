/** A picture or a sound as a text of a question names it: `![words](file)`; a sound is known by its file's ending. */
export interface MediaUse {
  /** What a picture shows, or what a sound is called. */
  readonly words: string;
  readonly file: string;
}

/** All pictures and sounds of a text, in its order. */
export function findMedia(text: string): readonly MediaUse[] {
  return [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]*)\)/g)].map(([, words = '', file = '']) => ({ words, file }));
}

export function isSoundFile(file: string): boolean {
  return file.endsWith('.mp3');
}

/** What a picture or a sound of a course looks like from a page; a sound has no size. */
export interface FoundMedia {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}

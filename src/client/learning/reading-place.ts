import { keepText, keptText } from '#client/phone/text.ts';

/** Where somebody stopped reading on this phone. */
export interface ReadingPlace {
  readonly course: string;
  readonly lesson: string;
  readonly title: string;
  /** Anchor of the section; empty at the beginning. */
  readonly section: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function readingPlace(person: string): ReadingPlace | undefined {
  try {
    const place = JSON.parse(keptText(keyOf(person)) ?? 'null') as ReadingPlace | null;
    return typeof place?.lesson === 'string' ? place : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the section that stands in the upper half of the screen whenever the page is left. `whose` is asked then. */
export function keepReadingPlace(
  lesson: { readonly course: string; readonly lesson: string },
  whose: () => string | null,
) {
  const keep = () => {
    const person = whose();
    if (person === null || scrollY === 0) return;
    const title = document.querySelector('h1')?.textContent?.trim() ?? '';
    keepText(keyOf(person), JSON.stringify({ ...lesson, title, section: sectionInView(), at: Date.now() }));
  };
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep());
}

function sectionInView(): string {
  const heads = [...document.querySelectorAll<HTMLElement>('.prose h2[id]')];
  return heads.findLast((it) => it.getBoundingClientRect().top < innerHeight / 2)?.id ?? '';
}

function keyOf(person: string): string {
  return `membaca/${person}`;
}

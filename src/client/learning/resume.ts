import type { OwnFacts } from '#client/people/own-facts.ts';
import { isMarkedRead } from './read-marks.ts';
import { readingPlace } from './reading-place.ts';

/** Where somebody goes on: where they stopped reading here, unless something was done since; else at the open step. */
export function findResume(
  person: string,
  resume: OwnFacts['resume'],
): { readonly href: string; readonly title: string } | undefined {
  const place = readingPlace(person);
  if (place === undefined || isMarkedRead({ person, ...place })) return resume;
  const path = `/kursus/${place.course}/${place.lesson}/`;
  if (resume !== undefined && resume.href !== path && resume.at > place.at) return resume;
  return { href: place.section === '' ? path : `${path}#${place.section}`, title: place.title };
}

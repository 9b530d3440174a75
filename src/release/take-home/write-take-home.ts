import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { takeHomeAddress } from '#domain/course/take-home.ts';
import { joinFile } from './join-file.ts';
import { takeCourse } from './take-course.ts';
import { openScripts } from './take-script.ts';

/**
 * Writes `kursus/<course>/bawa-pulang.html` for each course whose pages are there: all of it in one file that needs nothing else.
 * Answers their paths below `client/`.
 */
export async function writeTakeHome(
  client: string,
  { catalogue, pages }: { readonly catalogue: Catalogue; readonly pages: readonly string[] },
): Promise<readonly string[]> {
  const scriptFor = openScripts();
  const paths: string[] = [];
  for (const course of catalogue.courses.filter(({ id }) => pages.includes(`kursus/${id}/index.html`))) {
    const path = takeHomeAddress(course.id).slice(1);
    const taken = takeCourse(client, course, { catalogue, pages });
    const script = await scriptFor(taken.sections.map(({ html }) => html).join(''));
    writeFileSync(join(client, path), joinFile({ ...taken, script }));
    paths.push(path);
  }
  return paths;
}

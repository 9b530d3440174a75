import { splitLesson } from '#content/files/frontmatter.ts';
import { guardProse } from '#content/guard/guard.ts';

/** Frontmatter that is enough for prose to be looked at. */
export const head = '---\ntitle: Uji\n---\n';

export function guard(prose: string, top: string = head) {
  const parts = splitLesson(top + prose);
  if (parts === undefined) throw new Error('frontmatter');
  return guardProse('content/courses/uji/uji.mdx', parts);
}

/** The names of its faults. */
export function faultsOf(prose: string): readonly string[] {
  return guard(prose).faults.map(({ name }) => name);
}

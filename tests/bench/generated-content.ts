import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A copy of the project whose course UP-202 is there many times over, until there are at least `lessons` lessons.
 * Answers how many there are.
 */
export function createLargeProject(root: string, lessons: number): number {
  const from = resolve('.');
  const left = new Set(['node_modules', 'dist', '.git', '.astro', 'tests']);
  for (const name of readdirSync(from)) {
    if (left.has(name)) continue;
    cpSync(join(from, name), join(root, name), {
      recursive: true,
      filter: (path) => !path.startsWith(join(from, 'db/data')),
    });
  }
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'), 'junction');

  const courses = join(root, 'content/courses');
  const files = readdirSync(join(courses, 'up-202'));
  const perCourse = files.filter((name) => name.endsWith('.mdx')).length;
  const copies = Math.ceil(lessons / perCourse) - 1;
  for (let i = 1; i <= copies; i++) {
    const number = String(i).padStart(3, '0');
    const course = join(courses, `up-${number}x`);
    mkdirSync(course);
    for (const name of files) {
      const text = readFileSync(join(courses, 'up-202', name), 'utf8');
      writeFileSync(
        join(course, name),
        name === 'course.yaml' ? text.replace(/^code: .*$/m, `code: UP-${number}`) : text,
      );
    }
  }
  return perCourse * (copies + 1) + readdirSync(join(courses, 'lm-101')).filter((name) => name.endsWith('.mdx')).length;
}

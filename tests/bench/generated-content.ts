import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
  const perCourse = countLessons(join(courses, 'up-202'));
  const copies = Math.ceil(Math.max(0, lessons - countLessons(courses)) / perCourse);
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
  return countLessons(courses);
}

function countLessons(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.mdx') && !name.endsWith('panduan.mdx')).length;
}

/** Adds a sentence to one lesson of the project. */
export function changeOneLesson(root: string): void {
  const course = join(root, 'content/courses/up-202');
  const lesson = readdirSync(course).find((name) => name.endsWith('.mdx')) ?? '';
  appendFileSync(join(course, lesson), '\nBu Tini juga mencatat harga plastik.\n');
}

/** Where a course, a lesson and a quiz stand in `content/`. */
export function courseFile(course: string): string {
  return `${courseFolder(course)}course.yaml`;
}

export function lessonFile(course: string, lesson: string): string {
  return `${courseFolder(course)}${lesson}.mdx`;
}

export function quizFile(course: string, quiz: string): string {
  return `${courseFolder(course)}${quiz}.quiz.yaml`;
}

/** A picture or a sound of a course, by its name with its ending. */
export function mediaFile(course: string, name: string): string {
  return `${courseFolder(course)}${name}`;
}

/** The folder of a course, with a closing slash. */
export function courseFolder(course: string): string {
  return `content/courses/${course}/`;
}

/** What stands in a course's folder: `name` is all behind the folder. Undefined for a path elsewhere. */
export function splitCoursePath(path: string): { readonly course: string; readonly name: string } | undefined {
  const [, course, name] = /^content\/courses\/([^/]+)\/(.+)$/s.exec(path) ?? [];
  return course === undefined || name === undefined ? undefined : { course, name };
}

/** Every folder below `content/courses/` that holds a file, once. */
export function listCourseFolders(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => splitCoursePath(path)?.course ?? []))];
}

/** Names without their ending of the files that stand directly in a course's folder. */
export function listNames(
  paths: readonly string[],
  course: string,
  ending: '.mdx' | '.quiz.yaml' | '.svg',
): readonly string[] {
  return paths.flatMap((path) => {
    const found = splitCoursePath(path);
    const isOwn = found?.course === course && !found.name.includes('/') && found.name.endsWith(ending);
    return isOwn ? [found.name.slice(0, -ending.length)] : [];
  });
}

/** What the file of a course that is taken home is called on the site. */
export const takeHomeName = '/bawa-pulang.html';

export function takeHomeAddress(course: string): string {
  return `/kursus/${course}${takeHomeName}`;
}

/** Undefined where an address is no such file's. */
export function courseOfTakeHome(address: string): string | undefined {
  return /^\/kursus\/([^/]+)\/bawa-pulang\.html$/.exec(address)?.[1];
}

/** What it is called on a phone, where it lies among many others. */
export function takeHomeFileName(course: string): string {
  return `Kursus-${course.toUpperCase()}.html`;
}

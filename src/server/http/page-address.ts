/** What people ask for to get a file of a release: `kursus/index.html` is `/kursus/`. */
export function addressOfFile(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

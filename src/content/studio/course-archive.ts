/** A line of its own at the end; every other byte stays. */
const line = /^archived:[^\n]*\n?/m;

/** A course's YAML with the day since when nobody may begin it. */
export function archiveIn(yaml: string, on: string): string {
  const rest = reopenIn(yaml);
  return `${rest}${rest.endsWith('\n') ? '' : '\n'}archived: ${on}\n`;
}

/** The same without it: the course is open again. */
export function reopenIn(yaml: string): string {
  return yaml.replace(line, '');
}

export function isArchivedIn(yaml: string): boolean {
  return line.test(yaml);
}

/** The two parts of a lesson file. */
export interface LessonParts {
  /** YAML between the lines of dashes. */
  readonly frontmatter: string;
  /** The whole file with the frontmatter blanked out, exactly as Astro hands it to the MDX compiler. */
  readonly body: string;
  /** Offset in the file at which the prose begins. */
  readonly bodyOffset: number;
}

/** Where Astro looks for frontmatter: also for TOML, also behind empty lines, and up to the next dashes, wherever they stand. */
const astroFrontmatter = /^\s*(?:---|\+\+\+)([\s\S]*?\n)(---|\+\+\+)/;

/**
 * Takes a lesson file apart, or undefined when it is not written the one way that leaves no room for two readings: `---`
 * alone on the first line, YAML, `---` alone on a line, and no line between that begins with dashes or plus signs.
 */
export function splitLesson(text: string): LessonParts | undefined {
  const strict = /^---\r?\n([\s\S]*?\n)---(?:\r?\n|$)/.exec(text);
  const astro = astroFrontmatter.exec(text);
  const frontmatter = strict?.[1];
  if (strict === null || frontmatter === undefined || astro?.[2] !== '---') return undefined;
  const between = text.slice(3, 3 + (astro[1]?.length ?? 0));
  if (between.replace(/^\r?\n/, '') !== frontmatter) return undefined;
  const blank = `   ${between.replace(/[^\r\n]/g, ' ')}   `;
  return { frontmatter, body: blank + text.slice(blank.length), bodyOffset: strict[0].length };
}

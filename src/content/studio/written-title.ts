/** The title of a lesson or a quiz as its file holds it, also where nothing else can be read; undefined when there is none. */
export function titleIn(text: string): string | undefined {
  return /^title:\s*["']?(.+?)["']?\s*$/m.exec(text)?.[1];
}

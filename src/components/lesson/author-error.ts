import { shownPath } from '#components/ui/shown-page.ts';

/** Stops the build with what an author must mend in the lesson that is shown. */
export function authorError(shown: Parameters<typeof shownPath>[0], component: string, remedy: string): Error {
  return new Error(`<${component}> di ${shownPath(shown)}: ${remedy}`);
}

import { keepText, unnamedKey } from './text.ts';
import { keepForVisit } from './visit.ts';

/** Remembers that something is kept in the place of nobody, by this visit. */
export function noteUnnamed(): void {
  keepText(unnamedKey, 'ya');
  keepForVisit(unnamedKey, 'ya');
}

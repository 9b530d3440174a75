import type { FaultName } from '#domain/fault/names.ts';

/** A spot in a file; both count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something in `content/` that must (error) or should (warning) be mended. */
export interface Fault extends Place {
  /** Permanent, kebab-case, Indonesian: what to search the authors' guide for. */
  readonly name: FaultName;
  /** Path below the project's root, with forward slashes. */
  readonly file: string;
  /** Indonesian: what is wrong and what to do. */
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** A value that was read from a file, and where its fields stand. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  /** Where the field at `path` begins; the nearest thing above it when it is absent. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

export const fileStart: Place = { line: 1, column: 1 };

/** A fault at a spot of a file. */
export function faultIn(file: string, { line, column }: Place, name: FaultName, message: string): Fault {
  return { name, file, line, column, message, severity: 'error' };
}

/** A fault at a field of something located. */
export function faultAt(
  { file, placeOf }: Pick<Located<unknown>, 'file' | 'placeOf'>,
  path: readonly (string | number)[],
  name: FaultName,
  message: string,
): Fault {
  return faultIn(file, placeOf(path), name, message);
}

/** The same as a warning: it should be mended, and stops nothing. */
export function warning(fault: Fault): Fault {
  return { ...fault, severity: 'warning' };
}

/** In the order of files and lines, each fault once. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  const byText = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...byText.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.name, b.name),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

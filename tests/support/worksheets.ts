import type { Compute, Outcome, WorksheetKind } from '#domain/worksheet/sheet.ts';

export type Cells = Record<string, number>;

/** The arithmetic of a kind of sheet. */
export function loadSheet(kind: WorksheetKind): Promise<{ compute: Compute }> {
  return import(`../../src/domain/worksheet/${kind}.ts`);
}

/** What a sheet says of these cells and lists. */
export async function work(kind: WorksheetKind, cells: Cells, lists: Record<string, Cells[]> = {}): Promise<Outcome> {
  const { compute } = await loadSheet(kind);
  return compute({ cells, lists });
}

import type { InStatement } from '@libsql/client';

/** A statement for many rows: its SQL reads them, in their order, from its one argument by `json_each(?)`. */
export interface RowsStatement {
  readonly sql: string;
  /** A statement sees nothing of what it writes itself: rows with the same key are never put into one. */
  readonly rows: readonly { readonly key: string; readonly value: unknown }[];
}

/**
 * Statements for the rows of several writes: those with the same SQL run as one, or as few as their keys allow, for preparing
 * a statement costs more than running it. In the order in which each SQL comes first.
 */
export function mergeRows(statements: readonly RowsStatement[]): readonly Exclude<InStatement, string>[] {
  const bySql = Map.groupBy(statements, ({ sql }) => sql);
  return [...bySql].flatMap(([sql, parts]) => {
    const rounds: unknown[][] = [];
    const seen = new Map<string, number>();
    for (const { key, value } of parts.flatMap(({ rows }) => rows)) {
      const round = seen.get(key) ?? 0;
      seen.set(key, round + 1);
      const values = rounds[round] ?? [];
      values.push(value);
      rounds[round] = values;
    }
    return rounds.map((values) => ({ sql, args: [JSON.stringify(values)] }));
  });
}

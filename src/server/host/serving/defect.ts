const deepest = 8;

/**
 * What a log may say of a defect: what kind it is, where it happened, and what it was caused by. Never a value: a query's
 * parameters, the text that no JSON could be read from, and everything in quotation marks may be somebody's name or PIN.
 */
export function describeDefect(error: unknown): string {
  const lines: string[] = [];
  for (let at = error, depth = 0; at !== undefined && at !== null && depth < deepest; depth += 1) {
    lines.push(depth === 0 ? titleOf(at) : `caused by ${titleOf(at)}`);
    if (!(at instanceof Error)) break;
    lines.push(...framesOf(at));
    at = at.cause;
  }
  return lines.join('\n');
}

function titleOf(error: unknown): string {
  if (!(error instanceof Error)) return `something of type ${typeof error} was thrown`;
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : '';
  return `${error.name}${code}: ${messageOf(error)}`;
}

function messageOf(error: Error): string {
  // Drizzle's error carries the statement apart from what was bound to it; its message holds both.
  if ('query' in error && typeof error.query === 'string') return `failed query: ${error.query}`;
  // V8 repeats the text that it could not read.
  if (error instanceof SyntaxError) return 'unreadable text';
  return error.message.replaceAll(/"[^"]*"|“[^”]*”|`[^`]*`/g, '"…"');
}

function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}

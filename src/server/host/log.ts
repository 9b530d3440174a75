export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One JSON object a line. Fields hold no personal data: no query strings, cookies, bodies, addresses or names. */
export interface Log {
  write(level: Exclude<LogLevel, 'silent'>, fields: Record<string, unknown>): void;
  /** Writes out what is still held back. */
  flush(): void;
}

const flushAfterMs = 100;
const flushAtLines = 200;

/** A log that gathers lines for a moment, so that a busy server makes few system calls. */
export function openLog(level: LogLevel, sink: { write(text: string): unknown } = process.stdout): Log {
  const lowest = logLevels.indexOf(level);
  let held: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (held.length === 0) return;
    const text = `${held.join('\n')}\n`;
    held = [];
    sink.write(text);
  }

  return {
    write(lineLevel, fields) {
      const rank = logLevels.indexOf(lineLevel);
      if (rank < lowest) return;
      held.push(JSON.stringify({ time: new Date().toISOString(), level: lineLevel, ...fields }));
      if (rank >= logLevels.indexOf('error') || held.length >= flushAtLines) flush();
      else timer ??= setTimeout(flush, flushAfterMs).unref();
    },
    flush,
  };
}

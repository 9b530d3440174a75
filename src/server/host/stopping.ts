/** The wish that this program ends, once somebody has uttered it. */
export interface Stopping {
  /** Aborted when the wish is there. */
  readonly signal: AbortSignal;
  ask(): void;
}

/** npm passes on what the terminal has told us already: within this time it is the same wish. */
const sameWishMs = 400;

/**
 * Listens to SIGTERM and SIGINT, with `orWindow` also to its window being closed, which otherwise ends the process as the
 * system does (and not at all under `nohup`). Who asks again, without patience, ends the process at once with 1.
 */
export function openStopping({ orWindow = false } = {}): Stopping {
  const controller = new AbortController();
  let askedAt = 0;
  const onSignal = (): void => {
    if (controller.signal.aborted && performance.now() - askedAt > sameWishMs) process.exit(1);
    ask();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  if (orWindow) process.on('SIGHUP', onSignal);
  return { signal: controller.signal, ask };

  function ask(): void {
    if (controller.signal.aborted) return;
    askedAt = performance.now();
    controller.abort();
  }
}

/** How long one piece of work may hold the event loop: others wait no longer for their page. */
const sliceMs = 8;

/** Lets others have their turn, when this work has had the machine for a while. */
export type Pause = () => Promise<void>;

/** For work that takes long: to be called between its steps. */
export function openPauses(): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}

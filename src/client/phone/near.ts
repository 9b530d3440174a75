/** How far ahead of the reader: two screens, a minute or more. */
const ahead = '200% 0px';

/**
 * Calls `wake` once a part of the page comes near, and again whenever the network returns: what stands far down a lesson
 * costs nobody anything who only reads its beginning.
 */
export function whenNear(parts: Iterable<Element>, wake: () => Promise<unknown>): void {
  let isNear = false;
  const tryToWake = () => {
    if (isNear) wake().catch(() => undefined);
  };
  const watch = new IntersectionObserver(
    (entries) => {
      isNear ||= entries.some(({ isIntersecting }) => isIntersecting);
      tryToWake();
    },
    { rootMargin: ahead },
  );
  for (const part of parts) watch.observe(part);
  addEventListener('online', tryToWake);
}

/** Loads once; what failed, for lack of a network, is tried again when it is asked for again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

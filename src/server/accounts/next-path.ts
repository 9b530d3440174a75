const start = '/saya/';

/**
 * Where to go on after signing in: `next` when it is a path of ours, else `/saya/`. Never leaves the site, whatever a
 * browser makes of backslashes, dots and control signs.
 */
export function nextPath(next: unknown): string {
  if (typeof next !== 'string' || next.length > 500 || !isPath(next)) return start;
  const { pathname, search, hash } = new URL(next, 'http://rumah.invalid');
  const normal = pathname + search + hash;
  return isPath(normal) ? normal : start;
}

/** The sign-in page's address that leads back to `path`. */
export function signInPath(path: string): string {
  return `/masuk/?next=${encodeURIComponent(path)}`;
}

/** The address of the page that asks staff for their secret again and leads back to `path`. */
export function confirmPath(path: string): string {
  return `/pelatih/pastikan/?next=${encodeURIComponent(path)}`;
}

function isPath(text: string): boolean {
  return /^\/(?!\/)[^\\\p{Cc}]*$/u.test(text);
}

/** What the request line asks for, once it is known to be harmless. */
export type RequestPath =
  | { readonly kind: 'path'; readonly path: string; readonly target: string }
  /** A page's address without its slash at the end. */
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 414 };

const longestAddress = 2048;

/**
 * Reads the target of a request line. `target` is the same as it was written, without scheme and host. `path` is
 * decoded, starts with one slash and holds no empty, `.` or `..` segment, no control sign, no backslash and nothing that
 * is still encoded: it can name a file without danger.
 */
export function readRequestPath(target: string): RequestPath {
  if (target.length > longestAddress) return { kind: 'refused', status: 414 };
  const local = withoutOrigin(target);
  const mark = local.indexOf('?');
  const raw = mark === -1 ? local : local.slice(0, mark);
  const search = mark === -1 ? '' : local.slice(mark);
  const path = decodePath(raw);
  if (path === undefined || !/^[\x21-\x7e]*$/.test(search)) return { kind: 'refused', status: 400 };
  if (path.includes('//')) return { kind: 'refused', status: 404 };
  if (wantsSlash(path)) return { kind: 'redirect', location: `${raw}/${search}` };
  return { kind: 'path', path, target: raw + search };
}

// Proxies may send the whole address; only its path is ours to read.
function withoutOrigin(target: string): string {
  const rest = /^https?:\/\/[^/?#]*(?<rest>.*)$/i.exec(target)?.groups?.rest;
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function decodePath(raw: string): string | undefined {
  if (!/^\/[\x21-\x7e]*$/.test(raw) || /%(2f|5c|25|00)|[\\#]/i.test(raw)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is looked for.
  if (/[\x00-\x1f\x7f\\]/.test(path)) return undefined;
  const dotted = path.split('/').some((segment) => segment === '.' || segment === '..');
  return dotted ? undefined : path.normalize('NFC');
}

function wantsSlash(path: string): boolean {
  if (path.endsWith('/') || path === '/healthz' || path.startsWith('/api/')) return false;
  return !path.slice(path.lastIndexOf('/')).includes('.');
}

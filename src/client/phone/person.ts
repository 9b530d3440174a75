/**
 * Id of the person signed in on this phone, or null. Read from the cookie that is set and cleared together with the
 * session: it says whose records may be sent, and proves nothing to the server. By TLS its name tells that no other site
 * planted it.
 */
export function phonePerson(): string | null {
  const cookies = readCookies();
  const match = /(?:^|;\s*)__Host-orang=([^;]+)/.exec(cookies) ?? /(?:^|;\s*)orang=([^;]+)/.exec(cookies);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

/** A page in a sandbox has none, and may not even ask. */
function readCookies(): string {
  try {
    return document.cookie;
  } catch {
    return '';
  }
}

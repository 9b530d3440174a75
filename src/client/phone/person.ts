/**
 * Id of the person signed in on this phone, or null. Read from the cookie that is set and cleared together with the
 * session: it says whose records may be sent, and proves nothing to the server. By TLS its name tells that no other site
 * planted it.
 */
export function phonePerson(): string | null {
  const match =
    /(?:^|;\s*)__Host-orang=([^;]+)/.exec(document.cookie) ?? /(?:^|;\s*)orang=([^;]+)/.exec(document.cookie);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

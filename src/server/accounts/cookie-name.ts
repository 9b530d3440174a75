/**
 * The name of one of our cookies. By TLS it says that it is this very host's: browsers take it from nobody else, no other
 * port, sister name or plain HTTP.
 */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

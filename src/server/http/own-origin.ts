import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a state-changing request was made by one of our own pages (or by a program that says so by `Origin`).
 * Cookies travel with a foreign page's form as well; these three headers are the browser's own word on where
 * a request began. A request with none of them is refused: browsers send at least one with every POST.
 * @param siteOrigin origin of SITE_URL, when a proxy in front of us has another name or ends TLS
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, secure: boolean, siteOrigin: string | undefined): boolean {
  const { host, origin, referer } = headers;
  const fetchSite = headers['sec-fetch-site'];
  const sameSite = fetchSite === 'same-origin' || fetchSite === 'none';
  if (fetchSite !== undefined && !sameSite) return false;

  const own = [`${secure ? 'https' : 'http'}://${host}`.toLowerCase(), siteOrigin];
  if (origin !== undefined) {
    // A proxy that ends TLS without SITE_URL being set: the scheme differs, the browser vouches for the rest.
    if (sameSite) own.push(`https://${host}`.toLowerCase());
    return own.includes(origin.toLowerCase());
  }
  if (sameSite) return true;
  return referer !== undefined && URL.canParse(referer) && own.includes(new URL(referer).origin);
}

/** Where an address of a link leads, judged as a browser would read it; `unsafe` says why it may not stand in content. */
export type LinkTarget =
  | { readonly kind: 'outside' | 'mail' | 'phone' }
  /** Path of this site with the trailing slash it was written with, without query and fragment. */
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'unsafe'; readonly reason: 'hidden_signs' | 'scheme' | 'other_site' };

const schemes: Readonly<Record<string, 'outside' | 'mail' | 'phone'>> = {
  http: 'outside',
  https: 'outside',
  mailto: 'mail',
  tel: 'phone',
};

/** `base` is the path of the page that the link stands on, `/kursus/up-202/hpp-keripik/`. */
export function readLink(address: string, base: string): LinkTarget {
  // Browsers drop tabs and line breaks inside an address, and blanks around it: "java\tscript:" runs.
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(address)) return { kind: 'unsafe', reason: 'hidden_signs' };
  const scheme = /^([^/?#:]*):/.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    const kind = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
    return kind === undefined ? { kind: 'unsafe', reason: 'scheme' } : { kind };
  }
  if (address.startsWith('//')) return { kind: 'unsafe', reason: 'other_site' };
  const { pathname } = new URL(address, `https://situs.invalid${base}`);
  return { kind: 'inside', path: pathname };
}

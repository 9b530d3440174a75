export type Encoding = 'br' | 'gzip';

/** The best encoding of `offered` that the client takes by its `Accept-Encoding`; undefined: as it is. */
export function chooseEncoding(accept: string | undefined, offered: readonly Encoding[]): Encoding | undefined {
  if (accept === undefined || offered.length === 0) return undefined;
  const taken = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
    taken.set(name === 'x-gzip' ? 'gzip' : name, quality === undefined ? 1 : Number(quality));
  }
  return offered.find((encoding) => (taken.get(encoding) ?? taken.get('*') ?? 0) > 0);
}

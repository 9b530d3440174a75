import type { Picture } from '#content/exchange/entry.ts';
import type { XmlElement } from '#content/exchange/xml.ts';

/** A `<file>` of a text, as its text names it. */
export function pictureOf(file: XmlElement): Picture {
  return { name: file.attributes.name ?? '', bytes: Buffer.from(file.text, 'base64') };
}

/** Pictures that stand in the text itself (`src="data:image/png;base64,…"`) become files beside it; `from` numbers them. */
export function liftPictures(
  text: string,
  from: number,
): { readonly text: string; readonly pictures: readonly Picture[] } {
  const pictures: Picture[] = [];
  const lifted = text.replace(
    /(["'(])data:image\/[a-z.+-]+;base64,([a-z0-9+/=\s]+)(?=["')])/gi,
    (_whole, before: string, data: string) => {
      const name = `tersisip-${from + pictures.length + 1}`;
      pictures.push({ name, bytes: Buffer.from(data, 'base64') });
      return `${before}@@PLUGINFILE@@/${name}`;
    },
  );
  return { text: lifted, pictures };
}

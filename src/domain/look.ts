/** How pages look on this phone: size of letters in percent, and by whose word they are light or dark. */
export interface Look {
  readonly size: (typeof lookSizes)[number];
  readonly theme: (typeof lookThemes)[number];
}

export const lookSizes = [100, 115, 130, 150] as const;
/** `auto` follows the phone. */
export const lookThemes = ['auto', 'light', 'dark'] as const;

/** Under this name the phone keeps the look. */
export const lookKey = 'tampilan';

/**
 * Runs in the head of each page, and again when one comes back out of the browser's memory: a kept look stands before anything
 * is painted. It is the one script that stands in pages, and the content security policy allows it by its hash.
 */
export const lookScript = `(onpageshow=()=>{try{let[s,t]=localStorage.${lookKey}.split(" "),d=document.documentElement;d.dataset.theme=t;d.style.fontSize=s+"%"}catch{}})()`;

/** Of letters at 100 %, in percent of what the browser takes for normal; the style of every page says the same. */
const plainPercent = 112.5;

/** A look as the phone keeps it. */
export function writeLook({ size, theme }: Look): string {
  return `${(plainPercent * size) / 100} ${theme}`;
}

/** The look that the phone keeps; what is missing or not ours is how pages come by themselves. */
export function readLook(text: string | undefined): Look {
  const [percent, theme] = (text ?? '').split(' ');
  return {
    size: lookSizes.find((size) => (plainPercent * size) / 100 === Number(percent)) ?? 100,
    theme: lookThemes.find((it) => it === theme) ?? 'auto',
  };
}

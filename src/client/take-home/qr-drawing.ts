import { encode } from 'uqr';

const namespace = 'http://www.w3.org/2000/svg';
/** Modules of quiet around the code, as cameras want them. */
const quiet = 4;

/** A QR code as a drawing with `label` for those who do not see it; black on white in the dark as well. */
export function qrDrawing(text: string, label: string): SVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const svg = document.createElementNS(namespace, 'svg');
  const set = (it: Element, attributes: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(attributes)) it.setAttribute(name, value);
  };
  const whole = size + 2 * quiet;
  set(svg, { viewBox: `0 0 ${whole} ${whole}`, width: '220', height: '220', role: 'img', 'aria-label': label });
  const ground = document.createElementNS(namespace, 'path');
  set(ground, { d: `M0 0h${whole}v${whole}H0z`, fill: '#fff' });
  const modules = document.createElementNS(namespace, 'path');
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])),
  );
  set(modules, { d: dark.join(''), fill: '#000' });
  svg.append(ground, modules);
  return svg;
}

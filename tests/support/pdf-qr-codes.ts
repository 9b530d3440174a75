import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

/** What a decoder reads of the QR codes that are drawn in a PDF of Chromium's, in its order; undefined for one that says nothing. */
export function readPdfQrCodes(pdf: Buffer): readonly (string | undefined)[] {
  return listDrawings(pdf)
    .flatMap((drawing) => drawing.split(/^f\*?$/m))
    .map(listSquares)
    .filter((squares) => squares.length > fewestSquares)
    .map(readSquares);
}

/** No QR code has fewer dark squares, and nothing else on our papers has so many in one path. */
const fewestSquares = 150;
const pixelsPerSquare = 4;
/** The empty squares around a code. */
const border = 4;

/** The streams of a PDF that can be read as drawing. */
function listDrawings(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    const from = index + length;
    try {
      return [inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1')];
    } catch {
      // Not every stream is packed.
      return [];
    }
  });
}

/** Where the squares of a path begin. */
function listSquares(path: string): readonly (readonly [x: number, y: number])[] {
  return [...path.matchAll(/^(\d+) (\d+) m$/gm)].map(([, x, y]) => [Number(x), Number(y)] as const);
}

function readSquares(squares: readonly (readonly [x: number, y: number])[]): string | undefined {
  const width = (Math.max(...squares.flat()) + 1 + border) * pixelsPerSquare;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [x, y] of squares)
    for (let row = 0; row < pixelsPerSquare; row += 1) {
      const from = ((y * pixelsPerSquare + row) * width + x * pixelsPerSquare) * 4;
      for (let at = from; at < from + pixelsPerSquare * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  return jsQR(pixels, width, width)?.data;
}

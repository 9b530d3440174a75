import { encode } from 'uqr';

/** A QR code as one path of squares; `size` is its width in squares, four empty ones on each side included. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

export function drawQrCode(text: string): QrDrawing {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}

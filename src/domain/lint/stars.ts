/**
 * Whether a pair of stars that Markdown takes for italics or bold was meant to multiply: `5*3*2`, `harga*jumlah*2`, `5 *3* 2`.
 * The texts are what stands before, between and behind them.
 */
export function isLostStar(before: string, between: string, behind: string): boolean {
  if (/\p{N}$/u.test(before) || /^\p{N}/u.test(behind)) return true;
  if (/[\p{L})]$/u.test(before) && /^[\p{L}(]/u.test(behind)) return true;
  return /[\p{N})]\s*$/u.test(before) && /^\s*[\p{N}(]/u.test(behind) && /^[\p{N}\s.,+×÷/()-]+$/u.test(between);
}

export const lostStar =
  'tanda * di sini tidak tampil: yang di antaranya menjadi huruf miring atau tebal. Untuk kali tulis ×.';

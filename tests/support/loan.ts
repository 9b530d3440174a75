/**
 * The ratio a month that equal instalments cost on what is still owed: the one at which they are worth the loan today.
 * `loan` and `instalment` in rupiah.
 */
export function rateOn(loan: number, instalment: number, months: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const rate = (low + high) / 2;
    const worth = (instalment * (1 - (1 + rate) ** -months)) / rate;
    if (worth > loan) low = rate;
    else high = rate;
  }
  return low;
}

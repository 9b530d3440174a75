/** Arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

/** Variance of a sample: squared distances from the mean over n − 1; undefined below two values. */
export function sampleVariance(values: readonly number[]): number | undefined {
  return sampleCovariance(values, values);
}

/** Covariance of a sample, over n − 1; undefined below two pairs. Both lists have the same length. */
export function sampleCovariance(xs: readonly number[], ys: readonly number[]): number | undefined {
  if (xs.length < 2) return undefined;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  return sum(xs.map((x, at) => (x - meanX) * ((ys[at] ?? 0) - meanY))) / (xs.length - 1);
}

/** Pearson's correlation, −1 to 1; undefined when one of the lists has no spread. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | undefined {
  const [varianceX, varianceY] = [sampleVariance(xs), sampleVariance(ys)];
  const covariance = sampleCovariance(xs, ys);
  if (covariance === undefined || !hasSpread(varianceX) || !hasSpread(varianceY)) return undefined;
  return Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceX * varianceY)));
}

/** Whether a variance is more than what binary fractions leave behind. */
export function hasSpread(variance: number | undefined): variance is number {
  return variance !== undefined && variance > 1e-12;
}

/**
 * Mean of `values` among the `share` (0–0.5) of them with the highest ranks less the mean among as many with the lowest.
 * Equal ranks at the edge of a group share its remaining places, so that the order of the list changes nothing. A group
 * holds at least one.
 */
export function upperLowerDifference(values: readonly number[], ranks: readonly number[], share: number): number {
  const size = Math.max(1, Math.round(values.length * share));
  return (
    groupMean(values, ranks, size) -
    groupMean(
      values,
      ranks.map((rank) => -rank),
      size,
    )
  );
}

/** Mean of the `size` values that rank highest. */
function groupMean(values: readonly number[], ranks: readonly number[], size: number): number {
  const sorted = [...ranks].sort((a, b) => b - a);
  const edge = sorted[size - 1] ?? 0;
  const inside = values.filter((_, at) => (ranks[at] ?? 0) > edge + 1e-9);
  const tied = values.filter((_, at) => Math.abs((ranks[at] ?? 0) - edge) <= 1e-9);
  return (sum(inside) + mean(tied) * (size - inside.length)) / size;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

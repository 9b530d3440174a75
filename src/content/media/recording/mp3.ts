/** An ID3 tag, or the sync word of an MPEG frame of layer III. */
export function isMp3(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  if (String.fromCharCode(first, second, third) === 'ID3') return true;
  return first === 0xff && (second & 0xe6) === 0xe2;
}

/** Its frames without the tags (ID3v2 before, ID3v1 behind them). Undefined where there is no frame. */
export function cleanMp3(bytes: Buffer): Buffer | undefined {
  let from = 0;
  while (bytes.subarray(from, from + 3).toString('latin1') === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(from + 6, from + 10);
    const footer = ((bytes[from + 5] ?? 0) & 0x10) === 0 ? 0 : 10;
    from += 10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f) + footer;
  }
  // Encoders fill up with zeroes behind their tag.
  while (from < bytes.length && bytes[from] === 0) from += 1;
  const end = bytes.length - 128;
  const hasTag = end > from && bytes.subarray(end, end + 3).toString('latin1') === 'TAG';
  const frames = bytes.subarray(from, hasTag ? end : bytes.length);
  return frames.length > 4 && isMp3(frames) ? frames : undefined;
}

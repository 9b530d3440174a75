/** A phone number in prose, as it is written there. Prices, years and decimals are none. */
export function findPhoneNumber(text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

const patterns = [
  // +62 811 1234, +852 5242 2240
  /\+\d[\d\s().-]{5,}\d/,
  // 0811-8080-141, 021 2924 4800, 0800-1000; neither 0,5 nor 0.75
  /(?<![\d.,])\(?0\d{1,4}\)?[\s.-]?\d{3,}(?:[\s.-]?\d{2,})*/,
  // 1500-xxx, 1800-339-5505
  /(?<![\d.,])1[58]00[-\s]\d{3}(?:[-\s]?\d{2,})*/,
  // Short numbers betray themselves only by the word before them: "hubungi 129", "WA ke 0811…".
  /\b(?:telepon|telp|hubungi|hotline|whatsapp|wa|sms)\b\.?[:\s]+(?:(?:ke|di|nomor|no\.?)[:\s]+)*\+?\d{3,}(?![\d.,]*\d)(?!\s*(?:orang|kali|menit|jam|hari|bungkus|rupiah|persen|%))/i,
];

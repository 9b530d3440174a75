/** A phone number in prose, as it is written there. Prices, dates, decimals and the numbers of laws and standards are none. */
export function findPhoneNumber(text: string): string | undefined {
  const rest = otherNumbers.reduce((left, pattern) => left.replace(pattern, ' … '), text);
  for (const { pattern, digits } of patterns) {
    const found = [...rest.matchAll(pattern)].find(([number]) => number.replace(/\D/g, '').length >= digits);
    if (found !== undefined) return found[0].trim();
  }
  return undefined;
}

/** How a number is written, and how many digits it has at least. */
const patterns = [
  // +62 811 1234, +852 5242 2240
  { pattern: /\+\d[\d\s().-]{5,}\d/g, digits: 6 },
  // 0811-8080-141, 021 2924 4800, 0800-1000; neither 0,5 nor 0.75 nor a postal code
  { pattern: /(?<![\d.,])\(?0\d{1,4}\)?[\s.-]?\d{3,}(?:[\s.-]?\d{2,})*/g, digits: 7 },
  // 1500-xxx, 1800-339-5505
  { pattern: /(?<![\d.,])1[58]00[-\s]\d{3}(?:[-\s]?\d{2,})*/g, digits: 7 },
  // Short numbers betray themselves only by the word before them: "hubungi 129", "WA ke 0811…".
  {
    pattern:
      /\b(?:telepon|telp|hubungi|hotline|whatsapp|wa|sms)\b\.?[:\s]+(?:(?:ke|di|nomor|no\.?)[:\s]+)*\+?\d{3,}(?![\d.,]*\d)(?!\s*(?:orang|kali|menit|jam|hari|bungkus|rupiah|persen|%))/gi,
    digits: 3,
  },
];

/** What is numbered and is no phone: the name before the number says so, or its form does. */
const otherNumbers = [
  // SNI 01-4305-1996, SNI ISO 9001:2015, ISO 22000, SNI 8664:2018
  /\b(?:SNI|ISO|IEC|HACCP|CXS|CODEX)(?:[\s/]+[A-Z]{2,})*[\s:]+(?:nomor\s+|no\.?\s*)?\d[\d.:/-]*/gi,
  // ISBN 978-602-8519-93-9, ISSN 0126-1234
  /\bIS[BS]N(?:-1[03])?[\s:]*[\dX][\dX -]{7,16}/gi,
  // NIB 0220 0012 34567
  /\b(?:NIB|nomor induk berusaha)\b\D{0,24}\d(?:[ .-]?\d){12}(?!\d)/gi,
  // KBLI 01111, 10794 dan 47112
  /\bKB[JL]I\b\D{0,24}\d{2,5}(?:(?:,|,?\s+dan|,?\s+atau)\s+\d{2,5}(?!\d))*/gi,
  // P-IRT 2063403010187-23, NPWP 01.234.567.8-901.000, halal ID33110000123450720
  /\b(?:P-?IRT|NPWP|NKV|BPOM|MD|ML|sertifikat halal)\b\D{0,24}\d[\d.-]{7,}/gi,
  // UU Nomor 18 Tahun 2017, Permenaker No. 07 2019, Peraturan BP2MI Nomor 09-2020, Perka 01.2015
  /\b(?:UU|PP|SE|Per\p{L}*|Kep\p{L}*|Undang-Undang|Surat Edaran|Pasal)\b[^.!?\d]{0,60}(?:(?:nomor|no\.)\s*)?0?\d{1,3}(?:\s*(?:tahun|[/.-])\s*|\s+)(?:19|20)\d\d\b(?![\s.-]*\d)/giu,
  // 01-02-2026, 1/2/2026, 02-2026
  /(?<!\d)(?:\d{1,2}[-./])?\d{1,2}[-./](?:19|20)\d\d(?!\d)/g,
];

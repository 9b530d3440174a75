/** What makes an offer dangerous, in the order of the lesson on danger signs (LM-101). */
export const dangerSigns = [
  'visa',
  'paspor',
  'negara',
  'umur',
  'perusahaan',
  'uang',
  'cepat',
  'pesan',
  'upah',
  'kontrak',
] as const;

/** What to do in danger, one after the other. */
export const helpSteps = ['aman', 'tolong', 'bukti', 'lapor'] as const;

/** Each has one picture, the same wherever it is named. */
export const signs = [...dangerSigns, ...helpSteps] as const;
export type Sign = (typeof signs)[number];

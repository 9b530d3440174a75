import type { CountryAspect } from '#domain/course/country.ts';

const countryAspectNames: Record<CountryAspect, string> = {
  contract: 'Kontrak',
  dayOff: 'Libur',
  wage: 'Upah',
  documents: 'Dokumen',
  forbidden: 'Larangan',
  help: 'Bantuan',
};

/** What a country's frame and the tables of countries say. */
export const countryMessages = {
  aspects: countryAspectNames,
  country: 'Negara',
  atAGlance: (name: string) => `${name} sekilas`,
  everyCountry: (aspect: CountryAspect) => `${countryAspectNames[aspect]} di tiap negara`,
  asOf: (date: string) => `(per ${date})`,
  unknown: 'Belum ada sumber; tanyakan ke Disnaker atau BP3MI.',
  sources: 'Sumbernya ada di akhir halaman',
} as const;

import { findHiddenSign } from './hidden-signs.ts';

/** Who helps near a house, as only its village knows it. */
export interface Office {
  /** What it is called there. */
  readonly name: string;
  /** Where it is, and how one gets there. */
  readonly place: string;
  readonly hours: string;
  /** As people dial it; empty where nobody answers a telephone. */
  readonly phone: string;
  /** What to bring. */
  readonly bring: string;
}

export const officeFields = ['name', 'place', 'hours', 'phone', 'bring'] as const;
export type OfficeField = (typeof officeFields)[number];

/** How long each may be, in signs. */
export const longestOf: Readonly<Record<OfficeField, number>> = {
  ...{ name: 80, place: 120, hours: 100, phone: 24, bring: 200 },
};

/** So many offices a house may name. */
export const officeLimit = 8;

/** What of an office cannot be kept as it was typed; its name and one way to it are needed. */
export function findWrongOfficeFields(office: Office): readonly OfficeField[] {
  return officeFields.filter((field) => {
    const text = office[field];
    if (/\p{Cc}/u.test(text) || findHiddenSign(text) !== undefined || [...text].length > longestOf[field]) return true;
    if (field === 'name') return text === '';
    if (field === 'phone') return text !== '' && !isPhone(text);
    return field === 'place' && text === '' && office.phone === '';
  });
}

/** Whether nothing was typed for it. */
export function isBlankOffice(office: Office): boolean {
  return officeFields.every((field) => office[field] === '');
}

/** Three digits (110) to fifteen (ITU-T E.164), with what people write between them. */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  return /^\+?[\d ().-]+$/.test(text) && digits >= 3 && digits <= 15;
}

/** How a help office is reached: one of the three. */
export interface Reach {
  readonly phone?: string | undefined;
  readonly whatsapp?: string | undefined;
  readonly web?: string | undefined;
}

/** The address to tap, the words on it, and what tapping does. */
export function contactLink({ phone, whatsapp, web }: Reach): { href: string; text: string; verb: string } {
  if (phone) return { href: `tel:${phone.replaceAll(/[^\d+]/g, '')}`, text: phone, verb: 'Telepon' };
  if (whatsapp) return { href: `https://wa.me/${internationalDigits(whatsapp)}`, text: whatsapp, verb: 'WhatsApp' };
  return { href: web ?? '', text: (web ?? '').replace(/^https?:\/\//, ''), verb: 'Buka' };
}

/** A number written the domestic way belongs to Indonesia. */
function internationalDigits(number: string): string {
  const digits = number.replaceAll(/\D/g, '');
  return number.startsWith('0') ? `62${digits.slice(1)}` : digits;
}

import { z } from 'zod';
import type { Contact } from '#domain/course/contact.ts';
import { asOf, factId, fields, kebabId, plainText } from './field.ts';

/** An entry of `contacts.yaml` */
export const contactSchema = fields({
  /** Permanent: lessons point at it. */
  id: kebabId,
  /** Who answers. */
  name: plainText(120),
  /** One plain sentence: when to use it. */
  for: plainText(200),
  /** Number as people dial it, in quotation marks. */
  phone: plainText(40).exactOptional(),
  /** WhatsApp number, in quotation marks. */
  whatsapp: plainText(40).exactOptional(),
  /** Address of a page, beginning with https://. */
  web: z
    .string()
    .regex(/^https?:\/\/[^\s"'<>]+$/, 'alamat diawali https:// dan tanpa spasi.')
    .exactOptional(),
  /** Month (or year) in which a source showed it. */
  asOf,
  /** True where the page must say: check with an officer first. */
  uncertain: z.boolean().default(false),
  /** dalam-negeri, luar-negeri, or a country. */
  place: plainText(40),
  /** Fact id. */
  source: factId,
}).refine(({ phone, whatsapp, web }) => phone ?? whatsapp ?? web, {
  error: 'belum punya phone, whatsapp, atau web. Isi salah satu.',
}) satisfies z.ZodType<Contact>;

import type { z } from 'zod';
import type { House } from '#domain/house.ts';
import { fields, kebabId, plainText } from './field.ts';

/** An entry of `houses.yaml` */
export const houseSchema = fields({
  /** Permanent: people point at it. */
  id: kebabId,
  /** As on the signboard. */
  name: plainText(100),
  /** Desa. */
  village: plainText(60),
  /** Kecamatan. */
  district: plainText(60),
  /** Kabupaten. */
  regency: plainText(60),
}) satisfies z.ZodType<House>;

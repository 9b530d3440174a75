import type { Database } from '#db/client.ts';
import {
  findWrongOfficeFields,
  isBlankOffice,
  type Office,
  type OfficeField,
  officeFields,
  officeLimit,
} from '#domain/house-page.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { textField } from '#server/http/forms.ts';
import type { DataServices } from '#server/services.ts';

/** What a house says of the offices around it. */
export interface HousePage {
  readonly offices: readonly Office[];
  /** The row it stands in: who saves names the one that they saw. 0 before there is any. */
  readonly row: number;
  /** Undefined before there is any. */
  readonly at: number | undefined;
}

/** Whether a page was kept, or what of which office, from 0, is wrong. */
export type PageOutcome = { readonly kept: true } | { readonly wrong: readonly (readonly OfficeField[])[] };

export async function readHousePage({ client }: Database, house: string): Promise<HousePage> {
  const { rows } = await client.execute({
    sql: 'SELECT id, offices, at FROM house_page WHERE house = ? ORDER BY id DESC LIMIT 1',
    args: [house],
  });
  const [row] = rows;
  if (row === undefined) return { offices: [], row: 0, at: undefined };
  return { offices: JSON.parse(String(row.offices)) as Office[], row: Number(row.id), at: Number(row.at) };
}

/** Offices as a form sends them, `name-0` to `bring-7`; those for which nothing was typed are left out. */
export function readPageForm(form: FormData): { readonly offices: readonly Office[]; readonly row: number } {
  const offices = Array.from({ length: officeLimit }, (_, at) => {
    const fields = officeFields.map((field) => [field, textField(form, `${field}-${at}`).trim()]);
    return Object.fromEntries(fields) as Record<OfficeField, string>;
  });
  return { offices: offices.filter((it) => !isBlankOffice(it)), row: Number(textField(form, 'row')) };
}

/**
 * Keeps what a coordinator says of the offices around their house; what was said before stays in the database.
 * @throws Refusal unauthenticated, forbidden, conflict (`page_changed`) when somebody else was faster
 */
export async function saveHousePage(
  { db }: DataServices,
  asked: Viewer | undefined,
  { offices, row }: Pick<HousePage, 'offices' | 'row'>,
): Promise<PageOutcome> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const wrong = offices.map(findWrongOfficeFields);
  if (wrong.some((fields) => fields.length > 0)) return { wrong };
  const [kept] = await db.write([
    {
      sql: `INSERT INTO house_page (house, offices, "by", at) SELECT ?, ?, ?, ?
        WHERE coalesce((SELECT max(id) FROM house_page WHERE house = ?), 0) = ? RETURNING id`,
      args: [viewer.house, JSON.stringify(offices.slice(0, officeLimit)), viewer.id, Date.now(), viewer.house, row],
    },
  ]);
  if (kept?.rows.length !== 1) throw new Refusal('conflict', 'page_changed');
  return { kept: true };
}

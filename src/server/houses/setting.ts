import { findWrongFields, type House } from '#domain/house.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { textField } from '#server/http/forms.ts';
import { requireKeeper } from '#server/people/keepers.ts';
import type { Services } from '#server/services.ts';
import { forgetHouses, listSetHouses } from './houses.ts';

type HouseServices = Pick<Services, 'db' | 'catalogue'>;

/** A field of a house that cannot be kept as it was typed. */
export type HouseField = keyof House;

/** What the form of a house came to: kept, or which fields are wrong. */
export type HouseOutcome = { readonly house: House } | { readonly wrong: readonly HouseField[] };

/** A house as a form sends it, without space around anything. */
export function readHouseForm(form: FormData): House {
  const field = (name: HouseField) => textField(form, name).trim();
  return {
    ...{ id: field('id'), name: field('name'), village: field('village') },
    ...{ district: field('district'), regency: field('regency') },
  };
}

/** Adds a house. @throws Refusal unauthenticated, forbidden; conflict (`house_taken`) where the id is a house's already */
export async function addHouse(
  services: HouseServices,
  asked: Viewer | undefined,
  typed: House,
): Promise<HouseOutcome> {
  const viewer = await requireKeeper(services, asked);
  if (services.catalogue.houses.some(({ id }) => id === typed.id)) throw new Refusal('conflict', 'house_taken');
  return setHouse(services, viewer, { typed, isNew: true });
}

/** Corrects a house; its id stays. @throws Refusal unauthenticated, forbidden, not_found (`house`) */
export async function correctHouse(
  services: HouseServices,
  asked: Viewer | undefined,
  typed: House,
): Promise<HouseOutcome> {
  const viewer = await requireKeeper(services, asked);
  const isShipped = services.catalogue.houses.some(({ id }) => id === typed.id);
  if (!isShipped && !(await listSetHouses(services.db)).some(({ id }) => id === typed.id))
    throw new Refusal('not_found', 'house');
  return setHouse(services, viewer, { typed, isNew: false });
}

async function setHouse(
  { db }: HouseServices,
  viewer: Viewer,
  { typed, isNew }: { readonly typed: House; readonly isNew: boolean },
): Promise<HouseOutcome> {
  const wrong = findWrongFields(typed);
  if (wrong.length > 0) return { wrong };
  const { id, name, village, district, regency } = typed;
  const [kept] = await db.write([
    {
      sql: `INSERT INTO house_setting (house, name, village, district, regency, set_at, "by")
        SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT ? OR NOT EXISTS (SELECT 1 FROM house_setting WHERE house = ?) RETURNING id`,
      args: [id, name, village, district, regency, Date.now(), viewer.id, isNew ? 1 : 0, id],
    },
  ]);
  if (kept?.rows.length !== 1) throw new Refusal('conflict', 'house_taken');
  forgetHouses(db);
  return { house: typed };
}

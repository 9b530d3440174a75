import { z } from 'zod';
import type { House } from '#domain/house.ts';
import { contentOnDisk } from '#content/files/content-source.ts';
import { readYaml } from '#content/files/read-yaml.ts';
import { houseSchema } from '#content/schema/house.ts';

export const housesFile = 'content/houses.yaml';

/**
 * The houses below the project's root, for commands that need nothing else of the content.
 * @throws the first fault of the file, as FILE:LINE and what to mend
 */
export async function readHouses(root: string): Promise<readonly House[]> {
  const { located, faults } = await readYaml(contentOnDisk(root), housesFile, z.array(houseSchema));
  if (located !== undefined) return located.value;
  const [fault] = faults;
  throw new Error(`${housesFile}:${fault?.line ?? 1}  ${fault?.message}`);
}

/** Houses as their file says them, a line each. */
export function writeHouses(houses: readonly House[]): string {
  const lines = houses.map((house) => {
    const fields = (['id', 'name', 'village', 'district', 'regency'] as const).map(
      (field) => `${field}: ${JSON.stringify(house[field])}`,
    );
    return `- { ${fields.join(', ')} }\n`;
  });
  return `# Rumah belajar yang memakai situs ini. Id tidak pernah diganti: catatan peserta menunjuk kepadanya.\n${lines.join('')}`;
}

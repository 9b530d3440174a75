import { z } from 'zod';
import type { House } from '#domain/house.ts';
import { contentOnDisk } from '#content/files/content-source.ts';
import { readText, sizeLimits } from '#content/files/text-file.ts';
import { parseYaml } from '#content/files/yaml-file.ts';
import { houseSchema } from '#content/schema/house.ts';

const file = 'content/houses.yaml';

/**
 * The houses below the project's root, for commands that need nothing else of the content.
 * @throws the first fault of the file, as FILE:LINE and what to mend
 */
export async function readHouses(root: string): Promise<readonly House[]> {
  const text = await readText(contentOnDisk(root), file, sizeLimits.yaml);
  const { located, faults } =
    'faults' in text ? { ...text, located: undefined } : parseYaml(z.array(houseSchema), { file, text: text.text });
  if (located !== undefined) return located.value;
  const [fault] = faults;
  throw new Error(`${file}:${fault?.line ?? 1}  ${fault?.message}`);
}

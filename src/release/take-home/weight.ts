import type { ClientFile } from '#server/release/release.ts';

/** What a file may weigh on the phone, and packed: it is sent on from phone to phone. */
const limits = { bytes: 450_000, packedBytes: 100_000 } as const;

/** One English line with the permanent name `page_budget` for each file to take home that is too heavy. */
export function findHeavyFiles(
  paths: readonly string[],
  files: Readonly<Record<string, ClientFile>>,
): readonly string[] {
  return paths.flatMap((path) => {
    const { sizeBytes = 0, gzBytes = sizeBytes } = files[path] ?? {};
    if (sizeBytes <= limits.bytes && gzBytes <= limits.packedBytes) return [];
    const may = `a course to take home may have ${limits.bytes} and ${limits.packedBytes}`;
    return [`page_budget: ${path} has ${sizeBytes} bytes, ${gzBytes} packed; ${may}`];
  });
}

// What a phone can keep is parcelled into sets; each travels as one pack.

/** What all pages lead to: front page, catalogue, help, glossary, paths, search page. */
export const commonSet = 'umum';

/** The search in parts, so that a line that breaks loses one part and not all. */
export const searchSets = ['cari-1', 'cari-2', 'cari-3', 'cari-4'] as const;

export function courseSet(course: string): string {
  return `kursus-${course}`;
}

/** Recordings and photographs of a course: wished for apart, they are large. */
export function mediaSet(course: string): string {
  return `media-${course}`;
}

/** Undefined where a set is no course's. */
export function courseOfSet(set: string): string | undefined {
  return /^kursus-(.+)$/.exec(set)?.[1];
}

/** A set as a release offers it. */
export interface OfferedSet {
  /** First 22 signs of the SHA-256 of the pack, in base64url. */
  readonly digest: string;
  readonly title: string;
  /** Bytes that the pack takes up on the phone. */
  readonly bytes: number;
  /** Bytes on the line. */
  readonly travels: number;
  /** Bytes on the line of what leads from an older pack, by its digest, to this one. */
  readonly deltas: Readonly<Record<string, number>>;
}

/** `/luring/rilis.json` */
export interface Offer {
  readonly sets: Readonly<Record<string, OfferedSet>>;
}

export const offerAddress = '/luring/rilis.json';

export function packAddress(set: string, digest: string): string {
  return `/luring/${set}.${digest}.pak`;
}

export function deltaAddress(set: string, from: string, to: string): string {
  return `/luring/${set}.${from}.${to}.delta`;
}

/** Which pack an address names; undefined where it names none. */
export function readPackAddress(address: string): { readonly set: string; readonly digest: string } | undefined {
  const [, set, digest] = /^\/luring\/([a-z0-9-]+)\.([\w-]{22})\.pak$/.exec(address) ?? [];
  return set === undefined || digest === undefined ? undefined : { set, digest };
}

/** Where the worker that answers for kept pages stands. */
export const workerAddress = '/pekerja.js';

/** A request with this header goes to the network past the worker. */
export const asideHeader = 'x-luring';

/** Names of the phone's caches: packs, pages as they were visited, and what those pages need. */
export const packCache = 'simpan';
export const visitedCache = 'dilihat';
export const assetCache = 'aset';

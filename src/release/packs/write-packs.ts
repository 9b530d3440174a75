import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { makeDelta } from '#domain/offline/delta.ts';
import { type PackHeader, writePack } from '#domain/offline/pack.ts';
import { deltaAddress, type Offer, type OfferedSet, offerAddress, packAddress } from '#domain/offline/sets.ts';
import { fileDigest } from '#release/file-digest.ts';
import { assetHeaders, type FlatHeaders, securityHeaders } from '#server/http/security-headers.ts';
import type { ClientFile } from '#server/release/release.ts';
import type { EarlierPacks } from './earlier-packs.ts';
import { describePacked, type PackedSet, parcelFiles } from './packed-sets.ts';

export interface PackOptions {
  /** Files below `client/`, the search index among them. */
  readonly paths: readonly string[];
  readonly catalogue: Catalogue;
  /** `sha256-…` of the inline styles of the release's pages. */
  readonly styleHashes: readonly string[];
  readonly earlier: EarlierPacks;
}

/** A set as it was packed; `deltas` are the digests of older packs that a delta leads from. */
export interface WrittenPack {
  readonly set: string;
  readonly title: string;
  readonly digest: string;
  readonly bytes: number;
  readonly deltas: readonly string[];
}

/** Writes the packs of all sets, and the deltas from earlier ones, to `luring/` below the client's folder. */
export async function writePacks(client: string, options: PackOptions): Promise<readonly WrittenPack[]> {
  const { paths, catalogue, styleHashes, earlier } = options;
  mkdirSync(join(client, 'luring'), { recursive: true });
  const titles = new Map(catalogue.courses.map(({ id, title }) => [id, title]));
  const headers = packedHeaders(styleHashes);
  const written: WrittenPack[] = [];
  for (const { set, title, paths: own } of parcelFiles(paths, { read: openTexts(client, paths), titles })) {
    const pack = packSet(client, { set, title, paths: own }, headers);
    const digest = fileDigest(pack);
    writeFileSync(join(client, packAddress(set, digest)), pack);
    const older = (await earlier(set)).filter((it) => it.digest !== digest);
    for (const { digest: from, bytes } of older) {
      writeFileSync(join(client, deltaAddress(set, from, digest)), makeDelta(bytes, pack));
    }
    written.push({ set, title, digest, bytes: pack.byteLength, deltas: older.map((it) => it.digest) });
  }
  return written;
}

/** What `/luring/rilis.json` says of the packs; `files` are the release's, with what each weighs on the line. */
export function offerPacks(packs: readonly WrittenPack[], files: Readonly<Record<string, ClientFile>>): Offer {
  const travels = (address: string): number => {
    const file = files[address.slice(1)];
    if (file === undefined) throw new Error(`${address} was not released`);
    return file.brBytes ?? file.sizeBytes;
  };
  const sets = packs.map(({ set, title, digest, bytes, deltas }): [string, OfferedSet] => {
    const offered = deltas.map((from): [string, number] => [from, travels(deltaAddress(set, from, digest))]);
    const whole = travels(packAddress(set, digest));
    // A delta that is no lighter than the pack is none.
    return [
      set,
      {
        digest,
        title,
        bytes,
        travels: whole,
        deltas: Object.fromEntries(offered.filter(([, weight]) => weight < whole)),
      },
    ];
  });
  return { sets: Object.fromEntries(sets) };
}

/** Writes the offer; answers its path below `client/`. */
export function writeOffer(client: string, offer: Offer): string {
  const path = offerAddress.slice(1);
  writeFileSync(join(client, path), JSON.stringify(offer));
  return path;
}

function packSet(client: string, { title, paths }: PackedSet, headers: PackHeader['headers']): Uint8Array {
  const bodies = paths.map((path) => readFileSync(join(client, path)));
  const files = paths.map((path, at) => describePacked(path, bodies[at]?.byteLength ?? 0));
  return writePack({ title, headers, files }, bodies);
}

/** As the host sends them over TLS, but for what binds a browser to TLS: a kept page needs no line. */
function packedHeaders(styleHashes: readonly string[]): PackHeader['headers'] {
  const page = { styleHashes, hstsDays: 0 };
  return {
    page: inPairs(securityHeaders(page)),
    'search-page': inPairs(securityHeaders({ ...page, webAssembly: true })),
    asset: inPairs(assetHeaders({ hstsDays: 0 })),
  };
}

function inPairs(headers: FlatHeaders): [string, string][] {
  return headers.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : []));
}

function openTexts(client: string, paths: readonly string[]): (path: string) => string | undefined {
  const known = new Set(paths);
  const texts = new Map<string, string>();
  return (path) => {
    if (!known.has(path)) return undefined;
    const text = texts.get(path) ?? readFileSync(join(client, path), 'utf8');
    texts.set(path, text);
    return text;
  };
}

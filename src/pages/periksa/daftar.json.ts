import type { APIRoute } from 'astro';
import { readCheckList } from '#server/certificates/check-list.ts';
import { json } from '#server/http/refusals.ts';

export const prerender = false;

/** For anybody: keys and ended numbers, which name nobody. */
export const GET: APIRoute = async ({ locals }) => json(await readCheckList(locals));

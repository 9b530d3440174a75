import type { APIRoute } from 'astro';
import { Refusal } from '#domain/refusal.ts';
import { requireViewer } from '#server/accounts/guards.ts';
import { countMissedSearches } from '#server/reports/missed-searches.ts';
import { jsonRefusal } from '#server/http/refusals.ts';
import { readJsonList } from '#server/http/json-body.ts';

export const prerender = false;

/** Counts what was searched for on a phone and not found: `{queries: [...]}`, answered by 204. */
export const POST: APIRoute = async ({ request, locals }) => {
  try {
    const viewer = requireViewer(locals);
    const queries = await readJsonList(request, 'queries');
    if (queries === undefined) return jsonRefusal(new Refusal('invalid', 'body must be {"queries": [...]}'), 400);
    await countMissedSearches(locals, viewer, queries);
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return jsonRefusal(error);
  }
};

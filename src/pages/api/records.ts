import type { APIRoute } from 'astro';
import { batchLimits } from '#domain/learning/record.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireViewer } from '#server/accounts/guards.ts';
import { readJsonList } from '#server/http/json-body.ts';
import { acceptAndAward } from '#server/certificates/accept.ts';
import { json, jsonRefusal } from '#server/http/refusals.ts';

export const prerender = false;

/** Takes what a phone did; one receipt per record, in the same order. */
export const POST: APIRoute = async ({ request, locals }) => {
  try {
    const viewer = requireViewer(locals);
    const records = await readJsonList(request, 'records');
    if (records === undefined) return jsonRefusal(new Refusal('invalid', 'body must be {"records": [...]}'), 400);
    if (records.length > batchLimits.records) {
      return jsonRefusal(new Refusal('invalid', `at most ${batchLimits.records} records`), 413);
    }
    return json({ receipts: await acceptAndAward(locals, viewer, records) });
  } catch (error) {
    return jsonRefusal(error);
  }
};

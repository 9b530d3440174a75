import type { APIRoute } from 'astro';
import { batchLimits } from '#domain/record.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireViewer } from '#server/guards.ts';
import { acceptRecords } from '#server/records.ts';
import { json, jsonRefusal } from '#server/refusals.ts';

export const prerender = false;

/** Takes what a phone did; one receipt per record, in the same order. */
export const POST: APIRoute = async ({ request, locals }) => {
  try {
    const viewer = requireViewer(locals);
    const records = await readRecords(request);
    if (records === undefined) return jsonRefusal(new Refusal('invalid', 'body must be {"records": [...]}'), 400);
    if (records.length > batchLimits.records) {
      return jsonRefusal(new Refusal('invalid', `at most ${batchLimits.records} records`), 413);
    }
    return json({ receipts: await acceptRecords(locals, viewer, records) });
  } catch (error) {
    return jsonRefusal(error);
  }
};

async function readRecords(request: Request): Promise<readonly unknown[] | undefined> {
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) return undefined;
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return undefined;
  }
  const records = typeof body === 'object' && body !== null && 'records' in body ? body.records : undefined;
  return Array.isArray(records) ? records : undefined;
}

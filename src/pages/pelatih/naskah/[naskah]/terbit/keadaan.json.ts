import type { APIRoute } from 'astro';
import { requireStaff } from '#server/accounts/guards.ts';
import { json, jsonRefusal } from '#server/http/refusals.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { readPublishingState } from '#server/studio/publishing/publishing-state.ts';

export const prerender = false;

/** `{state: "waiting" | "building" | "published" | "failed", release?, faults?}` */
export const GET: APIRoute = async ({ locals, params: { naskah = '' } }) => {
  try {
    const draft = await requireDraft(locals.db, requireStaff(locals.viewer), naskah);
    return json(await readPublishingState(locals, draft));
  } catch (error) {
    return jsonRefusal(error);
  }
};

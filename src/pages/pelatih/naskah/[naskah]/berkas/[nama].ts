import type { APIRoute } from 'astro';
import { requireStaff } from '#server/accounts/guards.ts';
import { jsonRefusal } from '#server/http/refusals.ts';
import { readDraftMedia } from '#server/studio/draft-media.ts';

export const prerender = false;

/** A picture of a draft, for whoever writes or reads it: `/pelatih/naskah/<id>/berkas/timbangan.jpg` */
export const GET: APIRoute = async ({ locals, params: { naskah = '', nama = '' } }) => {
  try {
    const { bytes, type } = await readDraftMedia(locals, requireStaff(locals.viewer), naskah, nama);
    return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } });
  } catch (error) {
    return jsonRefusal(error);
  }
};

import { createApp } from 'astro/app/entrypoint';

// Becomes `server/entry.mjs` of a release.

// Whole pages: one that breaks halfway is then answered with 500 instead of half of it.
const app = createApp({ streaming: false });

/** Renders the on-demand page or endpoint of a request; undefined when no on-demand route has its address. */
export function render(request: Request, locals: object): Promise<Response> | undefined {
  const routeData = app.match(request);
  if (routeData === undefined) return undefined;
  return app.render(request, { addCookieHeader: true, locals, routeData, prerenderedErrorPageFetch: sayNothing });
}

/** What a page of an error looks like is the host's business. */
function sayNothing(): Promise<Response> {
  return Promise.resolve(new Response(null, { status: 404 }));
}

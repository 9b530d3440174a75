import { defineMiddleware } from 'astro:middleware';
import { findViewer } from '#server/accounts/auth.ts';
import { withHouses } from '#server/houses/houses.ts';
import { isUnavailable } from '#server/http/refusals.ts';

/** Session cookie → `locals.viewer`; the houses of today → `locals.catalogue`. Decides nothing: each page and endpoint begins with its own guard. */
export const onRequest = defineMiddleware(async ({ isPrerendered, locals, request }, next) => {
  // Static pages are made at build time, for everybody: there is nobody to find.
  if (isPrerendered) return next();
  if (import.meta.env.DEV) Object.assign(locals, await openDevelopmentLocals());
  try {
    const found = findViewer(locals.db, request.headers.get('cookie'), locals.secure);
    const { viewer, cookies } = await (isSigningOut(request) ? found.catch(nobodyIfUnreachable) : found);
    locals.viewer = viewer;
    locals.catalogue = await withHouses(locals.db, locals.catalogue);
    const response = await next();
    // A page that signs somebody in or out has the last word.
    return cookies.length === 0 || response.headers.has('set-cookie') ? response : withCookies(response, cookies);
  } catch (error) {
    locals.reportDefect(error);
    // The host says it in words.
    return new Response(null, { status: isUnavailable(error) ? 503 : 500 });
  }
});

function isSigningOut({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname === '/keluar/';
}

/** Signing out ends on the phone, whatever the database can do. */
function nobodyIfUnreachable(error: unknown): Awaited<ReturnType<typeof findViewer>> {
  if (!isUnavailable(error)) throw error;
  return { viewer: undefined, cookies: [] };
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  const copy = new Response(response.body, response);
  for (const cookie of cookies) copy.headers.append('set-cookie', cookie);
  return copy;
}

let opened: Promise<Pick<App.Locals, 'db' | 'pepper' | 'keyFile'>> | undefined;

// `astro dev` has no host that hands over services. Content is read anew each time: that is what is being worked on.
async function openDevelopmentLocals(): Promise<Omit<App.Locals, 'viewer'>> {
  const [{ readEnvironment }, { openServices }, { readContent }, { buildCatalogue }] = await Promise.all([
    import('#server/host/environment.ts'),
    import('#server/host/open-services.ts'),
    import('#content/read.ts'),
    import('#content/catalogue.ts'),
  ]);
  const environment = readEnvironment(process.env);
  opened ??= openServices(environment);
  const { content } = await readContent(process.cwd());
  return {
    ...(await opened),
    catalogue: buildCatalogue(content),
    requestId: 'dev',
    clientAddress: '127.0.0.1',
    secure: false,
    checkUrl: environment.checkUrl,
    siteUrl: environment.siteUrl,
    movedTo: undefined,
    certificateEndsAt: undefined,
    machine: undefined,
    reportDefect: (error) => console.error(error),
  };
}

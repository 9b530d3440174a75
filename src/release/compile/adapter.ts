import type { AstroIntegration } from 'astro';

/** Astro's adapter of this product: on-demand pages become `server/entry.mjs`, which our own host calls. */
export function ownHost(): AstroIntegration {
  return {
    name: 'own-host',
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'own-host',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('server-entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: { staticOutput: 'stable', hybridOutput: 'stable', serverOutput: 'stable' },
        }),
    },
  };
}

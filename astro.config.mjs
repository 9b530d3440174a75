import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { ownHost } from './src/release/compile/adapter.ts';

// `npm run release` builds into a folder of its own and hands it over here; see src/cli/release.ts.
const releaseDir = process.env.RELEASE_DIR;

/**
 * What many pages share, by who needs it together: a file of its own for each small module would cost more in requests and
 * headers than in code.
 */
const sharedScripts = [
  {
    name: 'phone',
    test: /\/src\/client\/(phone\/(element|text|person|near|answerer|visit|own-unfinished)|search\/engine\/sought-words)\.|preload-helper/,
  },
  { name: 'reading', test: /\/src\/(domain\/(number|edit-distance)|client\/people\/(own-facts|known-people))\./ },
  {
    name: 'teaching',
    test: /\/src\/client\/(lesson\/(reading|read-aloud)|quiz\/later|search\/mark-sought)\.|\/messages\/quiz-later\./,
  },
  { name: 'outbox', test: /\/src\/client\/outbox\/(?!phone-records|moved-address)/ },
];

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  output: 'static',
  outDir: releaseDir ?? './dist',
  // Two builds at once must not share what they remember. Beside the output: Vite empties that.
  ...(releaseDir === undefined ? {} : { cacheDir: `${releaseDir}/../cache` }),
  adapter: ownHost(),
  integrations: [mdx()],
  // Pictures are released as they are.
  image: { service: passthroughImageService() },
  // The host sends pages to their address with a slash; endpoints have none.
  trailingSlash: 'ignore',
  // 'jsx' would drop the space between inline elements on separate lines.
  compressHTML: true,
  // Sessions are Lucia's, in our own database.
  session: false,
  // The host checks the origin of every state-changing request, JSON included; the framework's check skips JSON.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never', assets: '_astro' },
  vite: {
    // The compiler may see the project through a link: src/release/compile/plain-root.ts.
    resolve: { preserveSymlinks: process.execArgv.includes('--preserve-symlinks') },
    // Scripts stay files of their own: the content security policy allows no inline script.
    // What is loaded later stands on scripts that are there already: no preloading, which is more code than it saves.
    build: { assetsInlineLimit: 0, modulePreload: false },
    plugins: [
      {
        name: 'late-imports-as-they-are',
        enforce: 'pre',
        load: (id) =>
          id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
      },
      {
        // The lists of what would be preloaded, then.
        name: 'no-lists-of-preloads',
        generateBundle: {
          order: 'post',
          handler: (_, bundle) => {
            for (const part of Object.values(bundle)) {
              if (part.type !== 'chunk') continue;
              part.code = part.code
                .replace(/^const __vite__mapDeps=.*?;\n/, '')
                .replaceAll(/,__vite__mapDeps\(\[[\d,]*\]\)/g, '');
            }
          },
        },
      },
    ],
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: sharedScripts } } } } },
    },
    ssr: { external: ['@libsql/client', '@node-rs/argon2', 'satteri'] },
  },
});

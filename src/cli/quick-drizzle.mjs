// Loaded before every command. Drizzle's ESM files import each other in circles, and
// Node 24 needs 160 MB and about a second to link them; its CommonJS files do the same work in a tenth of that.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isDrizzle = /^drizzle-orm(\/|$)/.test(specifier);
    return nextResolve(specifier, isDrizzle ? { ...context, conditions: ['node', 'require'] } : context);
  },
});

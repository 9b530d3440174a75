import { defineConfig } from 'drizzle-kit';

// Run from the project's root: `npx drizzle-kit generate --config db/drizzle.config.ts --name <what-changes>`.
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stickMessages } from '#messages/stick.ts';
import { adoptProgram } from '#server/stick/adopt.ts';

// The launcher on a stick calls this in the program that it has just unpacked: `adopt --house FOLDER --version VERSION`. It speaks
// to whoever holds the stick, so in Indonesian, and ends with 3 while a server is running.
const { values } = parseArgs({ options: { house: { type: 'string' }, version: { type: 'string' } } });
const { house, version } = values;
if (house === undefined || version === undefined)
  throw new Error('The launcher of a stick says --house and --version.');
const outcome = await adoptProgram({ program: join(import.meta.dirname, '../..'), house, version });
if (outcome === 'running') {
  console.error(stickMessages.running);
  process.exitCode = 3;
}

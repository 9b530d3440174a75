// Who ends `npm start` by its process id ends npm, and perhaps a shell between; no signal comes through to the command.
import { readFileSync } from 'node:fs';

const everyMs = 500;
const mostShellsBetween = 3;

/**
 * Calls back once when the npm that started this process has ended; never when none did.
 * @param {() => void} callback
 */
export function whenNpmEnds(callback) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const line = listLine();
  const watch = setInterval(() => {
    if (line.every((pid, i) => (i === 0 ? process.ppid : readProcess(line[i - 1])?.parent) === pid)) return;
    clearInterval(watch);
    callback();
  }, everyMs).unref();
}

/** Our parent, its parent and so on, up to npm; our parent alone where the system does not tell (only Linux does). */
function listLine() {
  const line = [process.ppid];
  while (line.length <= mostShellsBetween) {
    const last = readProcess(line.at(-1));
    if (last === undefined) break;
    if (last.name.startsWith('npm')) return line;
    line.push(last.parent);
  }
  return line.slice(0, 1);
}

/** Name and parent of a process; undefined where the system does not tell. */
function readProcess(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === undefined ? undefined : { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

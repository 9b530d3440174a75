// Plain JavaScript for the Node that is on the machine (20 or newer).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const oldestNode = 20;
const neededNode = 24;

/** @returns {boolean} whether this very Node can run the commands, which are TypeScript */
export function isNodeNewEnough() {
  return ownNode() >= neededNode;
}

/**
 * Installs what is missing in `root`: what serving needs, with `all` what tests need as well.
 * @param {string} root
 * @param {boolean} all
 * @throws one sentence that says what to do
 */
export function requirePackages(root, all) {
  if (ownNode() < oldestNode) {
    throw new Error(
      `Node ${process.versions.node} is too old: install Node ${oldestNode} or newer from https://nodejs.org.`,
    );
  }
  // A program that came on a stick has what it needs, and nobody to fetch more.
  if (existsSync(join(root, 'VERSI'))) return;
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === undefined) {
    throw new Error('package-lock.json is missing or damaged: get it back from the repository.');
  }
  const found = readPackages(join(root, 'node_modules', '.package-lock.json')) ?? {};
  if (isInstalled({ wanted, found, all })) return;
  console.log('Installing packages, once …');
  // Who has what tests need keeps it.
  install(root, all || Object.values(found).some(({ dev }) => dev === true));
}

/**
 * Path of the Node that the packages bring along.
 * @param {string} root
 * @throws one sentence when there is none for this computer
 */
export function requireBundledNode(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin');
  const node = ['node', 'node.exe'].map((name) => join(folder, name)).find((file) => existsSync(file));
  if (node !== undefined) return node;
  throw new Error(
    `There is no Node ${neededNode} package for this computer: install Node ${neededNode} from https://nodejs.org.`,
  );
}

function ownNode() {
  return Number(process.versions.node.split('.')[0]);
}

function isInstalled({ wanted, found, all }) {
  return Object.entries(wanted).every(([path, { version, optional, dev }]) => {
    if (path === '' || (dev && !all)) return true;
    // What is made for another computer is in the list, but never installed here.
    const here = found[path];
    return here === undefined ? optional === true : here.version === version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install(root, all) {
  const words = ['ci', ...(all ? [] : ['--omit=dev'])];
  const npm = process.env.npm_execpath;
  const { status } =
    npm === undefined
      ? spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: true })
      : spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    throw new Error('The packages could not be installed: check the network and the free space, then try again.');
  }
}

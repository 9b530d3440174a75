// Plain JavaScript for the Node that is on the machine (20 or newer); everything after it runs on the Node 24 it installs.
// `npm start` asks for what serving needs, `-- --all` (tests) for the rest as well.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const oldestNode = 20;
const neededNode = 24;
const all = process.argv.includes('--all');

const ownNode = Number(process.versions.node.split('.')[0]);
if (ownNode < oldestNode) {
  stop(`Node ${process.versions.node} is too old: install Node ${oldestNode} or newer from https://nodejs.org.`);
}
if (!isInstalled()) {
  console.log('Installing packages, once …');
  install();
}
const bundledNode = ['node_modules/.bin/node', 'node_modules/.bin/node.cmd'].some((file) => existsSync(file));
if (!bundledNode && ownNode < neededNode) {
  stop(`There is no Node ${neededNode} package for this computer: install Node ${neededNode} from https://nodejs.org.`);
}

function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const found = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined) stop('package-lock.json is missing or damaged: get it back from the repository.');
  if (found === undefined) return false;
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

function install() {
  const words = ['ci', ...(all ? [] : ['--omit=dev'])];
  const npm = process.env.npm_execpath;
  const { status } =
    npm === undefined
      ? spawnSync('npm', words, { stdio: 'inherit', shell: true })
      : spawnSync(process.execPath, [npm, ...words], { stdio: 'inherit' });
  if (status !== 0) stop('The packages could not be installed: check the network and the free space, then try again.');
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

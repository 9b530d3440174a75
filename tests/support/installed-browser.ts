import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium, Chrome or Edge where their installers put them, best first; `CHROMIUM_PATH` goes before all. */
export function usualPlaces(platform: string, env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { CHROMIUM_PATH, PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': oldPrograms } = env;
  const given = CHROMIUM_PATH === undefined || CHROMIUM_PATH === '' ? [] : [CHROMIUM_PATH];
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return [...given, ...names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)];
  }
  if (platform === 'win32') {
    const folders = [PROGRAMFILES, oldPrograms, LOCALAPPDATA].filter((folder) => folder !== undefined);
    const names = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return [...given, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];
  return [...given, ...names.map((name) => `/usr/bin/${name}`)];
}

/**
 * The browser that is installed on this machine; undefined where there is none and the packages bring one.
 * @throws what to install, where they bring none
 */
export function findInstalledChromium(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const found = usualPlaces(platform, env).find(exists);
  if (found === undefined && platform !== 'linux') {
    throw new Error(
      'Install Google Chrome or Microsoft Edge for the browser tests, or name another Chromium in CHROMIUM_PATH.',
    );
  }
  return found;
}

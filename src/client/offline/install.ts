import { element } from '#client/phone/element.ts';

/** What a browser says when the site may be put among the phone's programs. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

const manifestAddress = '/manifest.webmanifest';

let offer: InstallOffer | undefined;

/**
 * Lets this phone put the site among its programs. Only where something is kept, or somebody looks after that: on a first visit
 * manifest and icons would cost more than some pages. A browser's own banner is held back; `/luring/` has a button instead.
 */
export function allowInstalling(): void {
  if (document.querySelector('link[rel=manifest]') !== null) return;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    document.dispatchEvent(new CustomEvent('install-offer'));
  });
  document.head.append(element('link', { rel: 'manifest', href: manifestAddress }));
}

/** Asks the browser to put the site among the phone's programs; undefined where it does not offer that. */
export function takeInstallOffer(): (() => Promise<void>) | undefined {
  const taken = offer;
  if (taken === undefined) return undefined;
  return async () => {
    offer = undefined;
    await taken.prompt();
  };
}

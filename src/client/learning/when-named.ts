/** Pages that show what their reader has done. */
const ownPages = /^\/(kursus\/([^/]+\/){0,2}|jalur\/[^/]+\/|saya\/)?$/;

// What shows it is loaded once the phone knows whose name is on the page.
if (ownPages.test(location.pathname)) {
  document.addEventListener('name-shown', ({ detail }: CustomEventInit<string | null>) => {
    void import('./own-place.ts').then(({ showOwnPlace }) => showOwnPlace(detail ?? null)).catch(() => undefined);
  });
}

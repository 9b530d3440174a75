/** Leaves the page at one touch for a harmless one, in place of this one: going back does not lead here. */
export function offerExit(exit: HTMLAnchorElement): void {
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    // What stood on the screen is gone at once, however slow the network is.
    document.body.hidden = true;
    location.replace(exit.href);
  });
}

/** Filters where one stands: the page does not jump, and going back leaves it instead of undoing filters. */
export function filterInPlace(nav: HTMLElement): void {
  nav.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link === null) return;
    event.preventDefault();
    const { scrollX, scrollY } = globalThis;
    location.replace(link.hash);
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  });
}

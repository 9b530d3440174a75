/** Stops the build with what an author must mend in the lesson at this address. */
export function authorError(address: URL, component: string, remedy: string): Error {
  return new Error(`<${component}> di ${address.pathname}: ${remedy}`);
}

/** How long a house is waited for before it counts as out of reach. */
const patienceMs = 4000;

/** Whether the house answers: a network that says "connected" may carry nothing. */
export async function isHouseNear(): Promise<boolean> {
  try {
    await fetch('/masuk/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    return true;
  } catch {
    return false;
  }
}

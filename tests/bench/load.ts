import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

// The load generator, in a process of its own: `node load.ts PLAN.json`. Speaks just enough HTTP/1.1 to cost little.

/** What to send. The requests are sent in turn, over and over unless `once`. */
export interface LoadPlan {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Stop when each request was sent once. */
  readonly once: boolean;
  /** Whole requests as text, UTF-8. */
  readonly requests: readonly string[];
  /** Give every connection an address of its own in 127.0.0.0/8. */
  readonly manyAddresses?: boolean;
}

/** What came back. Times in milliseconds. */
export interface LoadResult {
  readonly answers: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** How many answers of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly failedConnections: number;
}

const planFile = process.argv[2];
if (planFile !== undefined)
  console.log(JSON.stringify(await run(JSON.parse(readFileSync(planFile, 'utf8')) as LoadPlan)));

async function run(plan: LoadPlan): Promise<LoadResult> {
  const requests = plan.requests.map((text) => Buffer.from(text));
  const durations: number[] = [];
  const statuses: Record<string, number> = {};
  let sent = 0;
  let failedConnections = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + plan.seconds * 1000;

  const next = (): Buffer | undefined => {
    if (performance.now() >= endsAt || (plan.once && sent >= requests.length)) return undefined;
    return requests[sent++ % requests.length];
  };
  const talk = (index: number): Promise<void> =>
    new Promise((resolve) => {
      const localAddress = plan.manyAddresses ? `127.0.${index >> 7}.${2 + (index & 127)}` : undefined;
      const socket = connect({
        port: plan.port,
        host: '127.0.0.1',
        noDelay: true,
        ...(localAddress && { localAddress }),
      });
      let askedAt = 0;
      const ask = (): void => {
        const request = next();
        if (request === undefined) {
          socket.destroy();
          return;
        }
        askedAt = performance.now();
        socket.write(request);
      };
      readAnswers(socket, (status) => {
        durations.push(performance.now() - askedAt);
        statuses[status] = (statuses[status] ?? 0) + 1;
        ask();
      });
      socket.once('connect', ask);
      socket.once('error', () => {
        failedConnections += 1;
      });
      socket.once('close', () => resolve());
    });
  await Promise.all(Array.from({ length: plan.connections }, (_, index) => talk(index)));

  const tookMs = performance.now() - startedAt;
  durations.sort((a, b) => a - b);
  const at = (share: number): number => round(durations[Math.floor((durations.length - 1) * share)] ?? 0);
  return {
    answers: durations.length,
    perSecond: Math.round((durations.length / tookMs) * 1000),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    statuses,
    failedConnections,
  };
}

/** Calls back with the status of each answer, when it is there whole. */
function readAnswers(socket: Socket, onAnswer: (status: string) => void): void {
  let held: Buffer = Buffer.alloc(0);
  let bodyLeft = 0;
  let status = '';
  socket.on('data', (chunk) => {
    if (bodyLeft > chunk.byteLength) {
      bodyLeft -= chunk.byteLength;
      return;
    }
    held = held.byteLength === 0 ? chunk : Buffer.concat([held, chunk]);
    if (bodyLeft > 0) {
      held = held.subarray(bodyLeft);
      bodyLeft = 0;
      onAnswer(status);
    }
    const end = held.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = held.toString('latin1', 0, end);
    status = head.slice(9, 12);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const body = held.subarray(end + 4);
    held = Buffer.alloc(0);
    if (body.byteLength >= length) onAnswer(status);
    else bodyLeft = length - body.byteLength;
  });
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

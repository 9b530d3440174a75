import { type Filled, type Outcome, sum } from './sheet.ts';

type Cell =
  | 'members'
  | 'room'
  | 'phone'
  | 'quorum'
  | 'income'
  | 'costs'
  | 'reserveA'
  | 'reserveB'
  | 'votesA'
  | 'votesB'
  | 'abstain'
  | `agenda${number}`;
type Result =
  'present' | 'needed' | 'surplus' | 'reserveAmountA' | 'reserveAmountB' | 'votes' | 'decidedReserve' | 'agendaDone';
type Code = 'quorum' | 'no_quorum' | 'above_members' | 'votes_differ' | 'a' | 'b' | 'tie' | 'loss';

/**
 * A members' meeting: present must be more than `quorum` percent of the members (the cooperative's own rule), votes must
 * be as many as those present, and the proposal with more votes is taken: one member, one vote.
 *
 * @see UU 25/1992 Pasal 24
 */
export function compute({ cells }: Filled<Cell>): Outcome<Result, Code> {
  const { members, room, phone, quorum = 50, income, costs, votesA, votesB } = cells;
  const isCounted = room !== undefined || phone !== undefined;
  const present = sum([room, phone]);
  const needed = members === undefined ? undefined : Math.min(members, Math.floor((members * quorum) / 100 + 1e-9) + 1);
  const surplus = income === undefined || costs === undefined ? undefined : income - costs;
  const reserveOf = (percent: number | undefined) =>
    surplus === undefined || surplus <= 0 || percent === undefined ? undefined : (surplus * percent) / 100;
  const votes = sum([votesA, votesB, cells.abstain]);
  const hasQuorum = isCounted && needed !== undefined && needed > 0 && present >= needed;
  const isAbove = members !== undefined && present > members;
  const hasVoted = hasQuorum && !isAbove && votes > 0;
  const verdict: Code | undefined = !hasVoted
    ? undefined
    : votes !== present
      ? 'votes_differ'
      : decide(votesA ?? 0, votesB ?? 0);
  return {
    results: {
      present: isCounted ? present : undefined,
      needed,
      surplus,
      reserveAmountA: reserveOf(cells.reserveA),
      reserveAmountB: reserveOf(cells.reserveB),
      votes: votes > 0 ? votes : undefined,
      decidedReserve: reserveOf(verdict === 'a' ? cells.reserveA : verdict === 'b' ? cells.reserveB : undefined),
      agendaDone: Array.from({ length: 9 }, (_, at) => cells[`agenda${at + 1}`]).filter((done) => done === 1).length,
    },
    advice: [
      ...(isCounted && needed !== undefined && !isAbove
        ? [hasQuorum ? ('quorum' as const) : ('no_quorum' as const)]
        : []),
      ...(surplus !== undefined && surplus <= 0 ? (['loss'] as const) : []),
      ...(verdict === undefined ? [] : [verdict]),
    ],
    ...(isAbove && { problems: { room: 'above_members' } }),
  };
}

function decide(votesA: number, votesB: number): 'a' | 'b' | 'tie' {
  return votesA === votesB ? 'tie' : votesA > votesB ? 'a' : 'b';
}

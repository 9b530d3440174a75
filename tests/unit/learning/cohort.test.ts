import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCohort, datesOf, deliveryGraceMs, endedAt, standsTo, windowOf } from '#domain/learning/cohort.ts';

const open = { opensOn: undefined, closesOn: undefined };

describe('the dates of a cohort', () => {
  it('begin and end with the days of the houses, whatever the machine thinks', () => {
    const window = windowOf({ opensOn: '2027-01-04', closesOn: '2027-01-31' });
    expect(standsTo(window, Date.parse('2027-01-03T23:59:59.999+07:00'))).toBe('before');
    expect(standsTo(window, Date.parse('2027-01-04T00:00:00+07:00'))).toBe('open');
    expect(standsTo(window, Date.parse('2027-01-31T23:59:59.999+07:00'))).toBe('open');
    expect(standsTo(window, Date.parse('2027-02-01T00:00:00+07:00'))).toBe('after');
  });

  it('come back from their window as they were set', () => {
    const date = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((it) => it.toISOString().slice(0, 10));
    const maybe = fc.option(date, { nil: undefined });
    fc.assert(
      fc.property(maybe, maybe, (opensOn, closesOn) => {
        expect(datesOf(windowOf({ opensOn, closesOn }))).toEqual({ opensOn, closesOn });
      }),
    );
  });

  it('may be left open on either side', () => {
    fc.assert(
      fc.property(fc.integer(), (at) => {
        expect(standsTo(windowOf(open), at)).toBe('open');
      }),
    );
  });

  it.each([
    ['', open, 'name'],
    ['x'.repeat(61), open, 'name'],
    ['Januari', { ...open, opensOn: '2027-02-30' }, 'date'],
    ['Januari', { ...open, closesOn: '01-02-2027' }, 'date'],
    ['Januari', { opensOn: '2027-02-02', closesOn: '2027-02-01' }, 'dates_reversed'],
    ['Januari', { opensOn: '2027-02-02', closesOn: '2027-02-02' }, undefined],
    ['Angkatan "Lebaran" 🙂', open, undefined],
  ] as const)('%j with %j: %s', (name, dates, problem) => {
    expect(checkCohort({ name, place: '' }, dates)).toBe(problem);
  });
});

describe('when an attempt ended', () => {
  it('is what the phone says, as long as a delivery may take', () => {
    expect(endedAt({ answeredAt: 1000, recordedAt: 1000 + deliveryGraceMs })).toBe(1000);
    expect(endedAt({ answeredAt: 1000, recordedAt: 1001 + deliveryGraceMs })).toBe(1001 + deliveryGraceMs);
    expect(endedAt({ answeredAt: 2000, recordedAt: 1000 })).toBe(1000);
  });
});

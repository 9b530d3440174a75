import { expect, it } from 'vitest';
import { type Country, countrySources, isCountryAspect } from '#domain/course/country.ts';

const taiwan: Country = {
  id: 'taiwan',
  name: 'Taiwan',
  wage: { text: 'Upah.', asOf: '2026', sources: ['M-TWN-1', 'M-TWN-2'] },
  help: { text: 'KDEI.', sources: ['M-TWN-7', 'M-TWN-1'] },
};

it('names every fact that a country rests on once, of all aspects or of one', () => {
  expect(countrySources(taiwan)).toEqual(['M-TWN-1', 'M-TWN-2', 'M-TWN-7']);
  expect(countrySources(taiwan, ['help'])).toEqual(['M-TWN-7', 'M-TWN-1']);
  expect(countrySources(taiwan, ['dayOff'])).toEqual([]);
});

it('knows an aspect from any other word', () => {
  expect(['wage', 'name', 'wages', undefined].map(isCountryAspect)).toEqual([true, false, false, false]);
});

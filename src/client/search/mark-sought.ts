import { takeSought } from '#client/search/engine/sought-words.ts';

// A page of prose that a result of the search leads to shows the words that were found on it.
const words = takeSought();
const prose = document.querySelector('.prose');
if (words.length > 0 && prose !== null) void import('./word-marks.ts').then(({ markWords }) => markWords(prose, words));

// The script of a course that was taken home as one file. The parts of the site that talk to a server are exchanged for those
// beside this one, see `release/take-home/`.

import './open-keys.ts';
import '#client/quiz/form.ts';
import './sheets.ts';
import './one-section.ts';
import './search.ts';
import './result-code.ts';

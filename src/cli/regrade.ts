import { parseArgs } from 'node:util';
import { findQuiz } from '#domain/course/catalogue.ts';
import { publishEditions } from '#server/records/editions.ts';
import { dataFolder, readEnvironment } from '#server/host/environment.ts';
import { openServices } from '#server/host/open-services.ts';
import { applyRegrade, planRegrade, type RegradePlan } from '#server/records/regrade.ts';
import { readCurrentCatalogue } from '#server/release/release.ts';

// After a wrong key was corrected and released: shows who is affected and which results change. Nothing is written without
// --apply, which appends the new grades; the old ones stay. --names lists people.
const usage = 'write npm run regrade -- <course>/<quiz> [--names] [--apply].';

await run();

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [course = '', quiz = '', ...rest] = (positionals[0] ?? '').split('/');
  if (positionals.length !== 1 || rest.length > 0 || quiz === '') throw new Error(`Name one quiz: ${usage}`);
  const catalogue = readCurrentCatalogue(values.data);
  if (catalogue === undefined) throw new Error('Nothing is released yet: npm run release.');
  const title = findQuiz(catalogue, course, quiz)?.quiz.title;
  if (title === undefined) throw new Error(`There is no quiz ${course}/${quiz} in the current release.`);
  const { db } = await openServices(readEnvironment());
  try {
    await publishEditions(db, catalogue);
    const plan = await planRegrade({ db, catalogue }, { course, quiz });
    for (const line of describePlan(plan, title)) console.log(line);
    if (values.names) for (const line of listNames(plan)) console.log(line);
    if (plan.changes.length === 0) return;
    if (values.apply) console.log(`${await applyRegrade({ db }, plan)} new grades appended.`);
    else console.log('Nothing was written. Add --apply to append the new grades.');
  } finally {
    await db.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        names: { type: 'boolean', default: false },
        // Where the releases are (tests).
        data: { type: 'string', default: dataFolder },
      },
    });
  } catch (error) {
    const [problem] = (error as Error).message.split(/\.\s/);
    throw new Error(`${problem}: ${usage}`);
  }
}

function describePlan(plan: RegradePlan, title: string): readonly string[] {
  const { attempts, participants, corrected, kept, changes, completions } = plan;
  const affected = new Set(changes.map(({ person }) => person.id)).size;
  const count = (wanted: (change: RegradePlan['changes'][number]) => boolean) => changes.filter(wanted).length;
  return [
    `${plan.quiz.course}/${plan.quiz.id} (${title}): ${attempts} attempts of ${participants} people.`,
    `Keys corrected since they answered: ${corrected.join(', ') || 'none'}.`,
    ...(kept.length > 0 ? [`Changed otherwise, so attempts keep their grade there: ${kept.join(', ')}.`] : []),
    `Results that change: ${changes.length} attempts of ${affected} people.`,
    ...(changes.length === 0
      ? []
      : [
          `  better ${count(({ before, after }) => after.earned > before.earned)}, worse ${count(({ before, after }) => after.earned < before.earned)}`,
          `  now passed ${count(({ before, after }) => after.passed && !before.passed)}, no longer passed ${count(({ before, after }) => before.passed && !after.passed)}`,
          `  courses completed by it ${completions.gained}, no longer completed ${completions.lost}`,
        ]),
  ];
}

function listNames({ changes }: RegradePlan): readonly string[] {
  return changes.map(({ person, before, after }) => {
    const passed = before.passed === after.passed ? '' : after.passed ? ', now passed' : ', no longer passed';
    return `  ${person.login} (${person.name}): ${before.earned} of ${before.possible} -> ${after.earned} of ${after.possible}${passed}`;
  });
}

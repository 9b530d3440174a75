import base from './base.css?inline';
import book from './book.css?inline';
import certificate from './certificate.css?inline';
import course from './course.css?inline';
import drawing from './drawing.css?inline';
import field from './field.css?inline';
import form from './form.css?inline';
import frame from './frame.css?inline';
import help from './help.css?inline';
import home from './home.css?inline';
import lesson from './lesson.css?inline';
import nameChip from './name-chip.css?inline';
import parts from './parts.css?inline';
import prose from './prose.css?inline';
import quiz from './quiz.css?inline';
import resume from './resume.css?inline';
import reward from './reward.css?inline';
import search from './search.css?inline';
import staff from './staff.css?inline';
import tokens from './tokens.css?inline';
import turn from './turn.css?inline';

/** The kinds of page; each is recognisable at a glance and has its sheet below. */
export const pageKinds = [
  'home',
  'course',
  'lesson',
  'quiz',
  'search',
  'text',
  'form',
  'staff',
  'certificate',
] as const;
export type PageKind = (typeof pageKinds)[number];

const site = tokens + base + parts + frame + nameChip;
const plain = site + prose + field + form + drawing + help + resume + staff;

/**
 * The whole style of a page on a screen, written into its head. Each of the few texts stands on at least one static page, so the
 * host finds the hash of every style in the built HTML and can allow it for on-demand pages too.
 */
export const sheets: Readonly<Record<PageKind, string>> = {
  home: site + prose + home + resume,
  course: site + drawing + course,
  lesson: site + prose + field + lesson + turn + quiz,
  quiz: site + prose + field + turn + book + quiz + reward,
  search: site + prose + field + form + help + search,
  text: plain,
  form: plain,
  staff: plain,
  // `/periksa/` is its static page.
  certificate: plain + certificate,
};

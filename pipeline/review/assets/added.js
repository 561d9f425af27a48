// Scores and issues that the program did not read: added by hand, and taken out again.
import { t, language } from './words.js';
import { subjectName } from './terms.js';
import { change } from './change.js';
import { arabic, points } from './digits.js';
import { el } from './dom.js';
import { askNew, field, placed } from './placed.js';

const NUMBERED = ['indicator', 'item'];
const SUBJECTS = ['ITA', 'IIT', 'EIT', 'OIT', ...NUMBERED];

// What a score is of, as two fields; `value` gives it as the interface takes it, "indicator 3".
export function subjectFields(kind, no) {
  const select = el('select', { id: 'subject' }, SUBJECTS.map((v) => el('option', { value: v, selected: v === kind }, subjectName(v, language()))));
  const number = el('input', { id: 'subject-no', value: no || '', maxlength: 4, size: 5 });
  const row = field(t('subject_no'), number);
  const show = () => { row.hidden = !NUMBERED.includes(select.value); };
  select.addEventListener('change', show);
  show();
  return { nodes: [field(t('subject'), select), row], value: () => (NUMBERED.includes(select.value) ? `${select.value} ${arabic(number.value.trim())}` : select.value) };
}

export const addScore = (s, sheet) => placed(s, sheet, 'add_score', (box) => askScore(s, box));

function askScore(s, box) {
  const subject = subjectFields('ITA', '');
  const value = el('input', { id: 'score-value', inputmode: 'decimal', maxlength: 9, size: 7, required: true });
  const unit = el('select', { id: 'score-unit' }, ['points', 'percent'].map((v) => el('option', { value: v }, t(v))));
  const grade = el('input', { id: 'score-grade', maxlength: 40 });
  const year = el('input', { id: 'score-year', inputmode: 'numeric', maxlength: 4, size: 5 });
  const agency = el('input', { id: 'score-agency', value: s.agency || '', maxlength: 300, size: 40 });
  askNew(s, 'scores', 'add_score', [subject.nodes, field(t('value'), value), field(t('unit'), unit), field(t('grade'), grade), field(t('year'), year), field(t('office'), agency)], () => {
    const of = arabic(year.value.trim());
    value.setCustomValidity(points(value.value) === undefined ? t('number_wanted') : '');
    year.setCustomValidity(of && !/^\d{4}$/.test(of) ? t('whole_number_wanted') : '');
    return { subject: subject.value(), value: points(value.value), unit: unit.value, grade: grade.value.trim() || null, fiscal_year: of ? Number(of) : null, agency: agency.value.trim() || null, ...(box || {}) };
  });
}

// Of the form's issues those that are not there.
export function addIssue(s, sheet) {
  const missing = s.issue_numbers.filter((n) => !s.issues.some((i) => i.issue_no === n));
  return missing.length > 0 && placed(s, sheet, 'add_issue', (box) => askIssue(s, missing, box));
}

function askIssue(s, missing, box) {
  const number = el('select', { id: 'issue-no' }, missing.map((n) => el('option', { value: n }, `1.${n}`)));
  const text = (name) => el('textarea', { id: `issue-${name}`, rows: 2, cols: 50, maxlength: 4000 });
  const [title, timeframe, limitation] = ['title', 'timeframe', 'limitation'].map(text);
  const codes = el('input', { id: 'issue-items', maxlength: 300, size: 40, placeholder: 'O34, O35' });
  const given = (of) => of.value.trim() || null;
  askNew(s, 'issues', 'add_issue', [field(t('issue'), number), field(t('title'), title), field(t('item_codes'), codes), field(t('timeframe'), timeframe), field(t('limitation'), limitation)],
    () => ({ issue_no: Number(number.value), title: given(title), item_codes: given(codes), timeframe: given(timeframe), limitation: given(limitation), ...(box || {}) }));
}

// Behind a row that was added: that it was, and the way out. `path` is the row's in the interface.
export function addedMark(s, row, path, name) {
  if (!row.added) return false;
  const remove = async () => {
    if (await change(`${path}/removal`, () => ({ key: row.added.key, version: row.added.version }), () => {})) dispatchEvent(new Event('hashchange'));
  };
  return [el('small', { class: 'corrected' }, ` (${t('added')})`), !s.read_only && el('button', { type: 'button', class: 'act', 'aria-label': `${t('take_out')} ${name}`, title: t('take_out'), onclick: remove }, '✕')];
}

// A finding of the reviewer's own: a box drawn on the page, or none, and words.
import { t } from './words.js';
import { typed } from './change.js';
import { el } from './dom.js';
import { askNew, field, placed } from './placed.js';

export const ownFinding = (s, sheet) => placed(s, sheet, 'add_finding', (box) => ask(s, box));

function ask(s, box) {
  const words = el('textarea', { id: 'own-words', rows: 4, cols: 50, required: true, maxlength: 4000 });
  const severity = el('select', { id: 'own-severity' }, ['error', 'warning', 'info'].map((v) => el('option', { value: v }, t(v))));
  const issue = el('select', { id: 'own-issue' }, el('option', { value: '' }, '–'), s.issue_numbers.map((n) => el('option', { value: n }, `1.${n}`)));
  askNew(s, 'findings', 'add_finding', [field(t('own_words'), words), field(t('severity'), severity), field(t('issue'), issue)],
    () => ({ severity: severity.value, message: words.value.trim(), issue_no: issue.value ? Number(issue.value) : null, ...(box || {}) }),
    typed(`own ${s.final_key}`, words));
}

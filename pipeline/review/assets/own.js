// A finding of the reviewer's own: a box drawn on the page, or none, and words.
import { t } from './words.js';
import { change, openDialog } from './change.js';
import { el, say } from './dom.js';

export function ownFinding(s, sheet) {
  if (s.read_only) return false;
  const drawn = (box) => { bar.replaceChildren(start); ask(s, box); };
  const stop = () => { sheet.stopDrawing(); bar.replaceChildren(start); };
  const begin = () => {
    say(t('draw_box'));
    sheet.draw(drawn);
    bar.replaceChildren(el('span', {}, t('draw_box')), el('button', { type: 'button', onclick: () => { stop(); ask(s, null); } }, t('without_place')),
      el('button', { type: 'button', onclick: stop }, t('cancel')));
    bar.querySelector('button').focus();
  };
  const start = el('button', { type: 'button', onclick: begin }, t('add_finding'));
  const bar = el('p', { class: 'bar noprint' }, start);
  return bar;
}

function ask(s, box) {
  const words = el('textarea', { id: 'own-words', rows: 4, cols: 50, required: true, maxlength: 4000 });
  const severity = el('select', { id: 'own-severity' }, ['error', 'warning', 'info'].map((v) => el('option', { value: v }, t(v))));
  const issue = el('select', { id: 'own-issue' }, el('option', { value: '' }, '–'), s.issue_numbers.map((n) => el('option', { value: n }, `1.${n}`)));
  const field = (label, node) => el('p', {}, el('label', { for: node.id }, `${label} `), node);
  const dialog = el('dialog', { 'aria-label': t('add_finding') }, el('form', { method: 'dialog' }, el('h2', {}, t('add_finding')),
    field(t('own_words'), words), field(t('severity'), severity), field(t('issue'), issue),
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary' }, t('save')), el('button', { value: '', formnovalidate: true }, t('cancel')))));
  openDialog(dialog, async () => {
    if (!words.value.trim()) return;
    const body = { severity: severity.value, message: words.value.trim(), issue_no: issue.value ? Number(issue.value) : null, ...(box || {}) };
    if (await change(`submissions/${s.id}/findings`, () => ({ ...body, key: s.final_key, version: s.final_version }), () => {})) dispatchEvent(new Event('hashchange'));
  });
}

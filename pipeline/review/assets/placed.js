// Something new in a report: first its place on the page, a box that is drawn, or none; then what it is.
import { t } from './words.js';
import { change, openDialog } from './change.js';
import { el, say } from './dom.js';

// A button `word`; `ask` gets the box that was drawn, or null.
export function placed(s, sheet, word, ask) {
  if (s.read_only) return false;
  const bar = el('p', { class: 'bar noprint' });
  const stop = () => { sheet.stopDrawing(); bar.replaceChildren(start); };
  const begin = () => {
    say(t('draw_box'));
    sheet.draw((box) => { bar.replaceChildren(start); ask(box); });
    bar.replaceChildren(el('span', {}, t('draw_box')), el('button', { type: 'button', onclick: () => { stop(); ask(null); } }, t('without_place')),
      el('button', { type: 'button', onclick: stop }, t('cancel')));
    bar.querySelector('button').focus();
  };
  const start = el('button', { type: 'button', onclick: begin }, t(word));
  bar.append(start);
  return bar;
}

export const field = (label, node) => el('p', {}, el('label', { for: node.id }, `${label} `), node);

// A dialog of fields. `body` makes the change of them, or undefined where they are not filled in. `draft`, of one of the
// fields (change.js), is kept until what is new is saved, or given up.
export function askNew(s, path, word, fields, body, draft = { hint: false, keep: () => {}, drop: () => {} }) {
  const dialog = el('dialog', { 'aria-label': t(word) }, el('form', { method: 'dialog' }, el('h2', {}, t(word)), draft.hint, fields,
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary' }, t('save')), el('button', { value: '', formnovalidate: true }, t('cancel')))));
  openDialog(dialog, async () => {
    draft.keep();
    const given = body();
    if (!given || !await change(`submissions/${s.id}/${path}`, () => ({ ...given, key: s.final_key, version: s.final_version }), () => {})) return;
    draft.drop();
    dispatchEvent(new Event('hashchange'));
  }, draft.drop);
}

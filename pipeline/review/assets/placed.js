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

// A dialog of fields, which stays until what is new is saved or given up: what was typed is not lost to a refusal. `body`
// makes the change of them and marks those that are wrong. `draft`, of one of the fields (change.js), is kept as long.
export function askNew(s, path, word, fields, body, draft = { hint: false, keep: () => {}, drop: () => {} }) {
  const form = el('form', { method: 'dialog' }, el('h2', {}, t(word)), draft.hint, fields, el('div', { class: 'told', role: 'status' }),
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary', onclick: body }, t('save')), el('button', { value: '', formnovalidate: true }, t('cancel'))));
  const dialog = el('dialog', { 'aria-label': t(word) }, form);
  let sent = false;
  form.addEventListener('submit', async (event) => {
    if (event.submitter?.value !== 'save') return;
    event.preventDefault();
    if (sent) return;
    sent = true;
    draft.keep();
    const saved = await change(`submissions/${s.id}/${path}`, () => ({ ...body(), key: s.final_key, version: s.final_version }), () => {});
    sent = false;
    if (!saved) return;
    dialog.close('');
    dispatchEvent(new Event('hashchange'));
  });
  openDialog(dialog, () => {}, draft.drop);
}

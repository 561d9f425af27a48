// Making a change: send it with the key and the version of what was seen, say how it went, ask for the new value.
import { t } from './words.js';
import { api, Gone, Stale } from './api.js';
import { el, say } from './dom.js';

// Changes go out one after the other: the next one must name the version that the one before gave.
let last = Promise.resolve();

// `body` is called when it is the change's turn; `done` gets the answer, which holds the new version; `told`: what was
// saved, in words, where one may not see it. Resolves to whether it was saved.
export function change(path, body, done, told = '') {
  last = last.then(() => send(path, body, done, told));
  return last;
}

async function send(path, body, done, told) {
  try {
    done(await api.post(path, body()));
    say([t('saved'), told].filter(Boolean).join(': '));
    return true;
  } catch (error) {
    say(error instanceof Stale ? t('stale') : error instanceof Gone ? t('gone') : error.message, true);
    if (error instanceof Stale || error instanceof Gone) dispatchEvent(new Event('hashchange'));  // shows the new value
    return false;
  }
}

// What was typed and not saved yet, by what it was typed for: it outlives a login, a lost connection, a closed window's
// reload.
const drafts = {
  name: (place) => `draft ${place}`,
  get: (place) => (place ? sessionStorage.getItem(drafts.name(place)) : null),
  keep: (place, text) => place && sessionStorage.setItem(drafts.name(place), text),
  drop: (place) => place && sessionStorage.removeItem(drafts.name(place)),
};
export const hasDraft = (place) => drafts.get(place) !== null;

// Keeps what is typed in a field under `place`; what was typed before and not saved stands in it again, with a `hint`.
export function typed(place, area) {
  const kept = drafts.get(place);
  if (kept !== null) area.value = kept;
  area.addEventListener('input', () => drafts.keep(place, area.value));
  return { hint: kept !== null && kept !== '' && el('p', { class: 'warning' }, t('draft_kept')), keep: () => drafts.keep(place, area.value), drop: () => drafts.drop(place) };
}

// Shows a dialog; once it is closed it is gone and the focus back where it was. Closed by its button `save`, or by
// Ctrl-Enter, it runs `saved`, otherwise `cancelled`.
export function openDialog(dialog, saved, cancelled = () => {}) {
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus();
    if (dialog.returnValue === 'save') saved();
    else cancelled();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    dialog.querySelector('button.primary').click();
  });
  document.body.append(dialog);
  document.querySelector('.sheet .frame')?.scrollIntoView({ block: 'nearest' });  // on a narrow screen it has gone
  dialog.showModal();
}

// A dialog with one text field. `place` names what is edited: what is typed is kept under it until
// `done`, which resolves to whether it was saved, says so, or it is cancelled. What `fault` has words for is not sent.
export function edit(label, value, done, place = '', fault = () => '') {
  const area = el('textarea', { id: 'edit', rows: 6, cols: 50 }, value);
  const draft = typed(place, area);
  const save = el('button', { value: 'save', class: 'primary' }, t('save'));
  const dialog = el('dialog', {}, el('form', { method: 'dialog' }, el('p', {}, el('label', { for: 'edit' }, label)), draft.hint, area,
    el('p', { class: 'bar' }, save, el('button', { value: '', formnovalidate: true }, t('cancel')))));
  save.addEventListener('click', () => area.setCustomValidity(fault(area.value)));
  openDialog(dialog, () => {
    draft.keep();
    Promise.resolve(done(area.value)).then((saved) => { if (saved) draft.drop(); });
  }, draft.drop);
}

// Making a change: send it with the key and the version of what was seen, say how it went, ask for the new value.
import { t } from './words.js';
import { api, Gone, Stale } from './api.js';
import { el, say } from './dom.js';

// Changes go out one after the other: the next one must name the version that the one before gave.
let last = Promise.resolve();

// `body` is called when it is the change's turn; `done` gets the answer, which holds the new version. Resolves to
// whether it was saved.
export function change(path, body, done) {
  last = last.then(() => send(path, body, done));
  return last;
}

async function send(path, body, done) {
  try {
    done(await api.post(path, body()));
    say(t('saved'));
    return true;
  } catch (error) {
    say(error instanceof Stale ? t('stale') : error instanceof Gone ? t('gone') : error.message, true);
    if (error instanceof Stale || error instanceof Gone) dispatchEvent(new Event('hashchange'));  // shows the new value
    return false;
  }
}

// What was typed and not saved yet, by what it was typed for: it outlives a login, a lost connection, a closed window's
// reload.
const draft = {
  name: (place) => `draft ${place}`,
  get: (place) => place && sessionStorage.getItem(draft.name(place)),
  keep: (place, text) => place && sessionStorage.setItem(draft.name(place), text),
  drop: (place) => place && sessionStorage.removeItem(draft.name(place)),
};
export const hasDraft = (place) => draft.get(place) !== null;

// Shows a dialog; once it is closed it is gone and the focus back where it was. Closed by its button `save` it runs
// `saved`, otherwise `cancelled`.
export function openDialog(dialog, saved, cancelled = () => {}) {
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus();
    if (dialog.returnValue === 'save') saved();
    else cancelled();
  });
  document.body.append(dialog);
  document.querySelector('.sheet .frame')?.scrollIntoView({ block: 'nearest' });  // on a narrow screen it has gone
  dialog.showModal();
}

// A dialog with one text field; Ctrl-Enter saves. `place` names what is edited: what is typed is kept under it until
// `done`, which resolves to whether it was saved, says so, or it is cancelled.
export function edit(label, value, done, place = '') {
  const kept = draft.get(place);
  value = kept ?? value;
  const area = el('textarea', { id: 'edit', rows: 6, cols: 50 }, value);
  const save = el('button', { value: 'save', class: 'primary' }, t('save'));
  const dialog = el('dialog', {}, el('form', { method: 'dialog' }, el('p', {}, el('label', { for: 'edit' }, label)), kept !== null && kept !== '' && el('p', { class: 'warning' }, t('draft_kept')), area,
    el('p', { class: 'bar' }, save, el('button', { value: '' }, t('cancel')))));
  area.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save.click(); });
  area.addEventListener('input', () => draft.keep(place, area.value));
  openDialog(dialog, () => {
    const text = area.value;
    draft.keep(place, text);
    Promise.resolve(done(text)).then((saved) => { if (saved) draft.drop(place); });
  }, () => draft.drop(place));
}

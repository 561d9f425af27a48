// Making a change: send it with the key and the version of what was seen, say how it went, ask for the new value.
import { t } from '/assets/words.js';
import { api, Gone, Stale } from '/assets/api.js';
import { el, say } from '/assets/dom.js';

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

// A dialog with one text field; Ctrl-Enter saves.
export function edit(label, value, done) {
  const area = el('textarea', { id: 'edit', rows: 6, cols: 50 }, value);
  const save = el('button', { value: 'save', class: 'primary' }, t('save'));
  const dialog = el('dialog', {}, el('form', { method: 'dialog' }, el('p', {}, el('label', { for: 'edit' }, label)), area,
    el('p', { class: 'bar' }, save, el('button', { value: '' }, t('cancel')))));
  area.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save.click(); });
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    const text = area.value;
    dialog.remove();
    before?.focus();
    if (dialog.returnValue === 'save') done(text);
  });
  document.body.append(dialog);
  dialog.showModal();
}

// The letter to the office: to print, as a document, and those that went.
import { t } from './words.js';
import { api } from './api.js';
import { change, openDialog } from './change.js';
import { dayOf, el, link, say } from './dom.js';
import { inWords } from './filters.js';

export function letters(s) {
  return [el('p', { class: 'bar noprint' }, link(`report/${s.id}`, t('office_report')), el('a', { href: `report/${s.id}.docx`, download: '' }, t('as_document')),
    !s.read_only && el('button', { type: 'button', id: 'mark-sent', onclick: () => ask(s) }, t('mark_sent'))),
  s.letters.map((l) => el('p', { class: l.withdrawn_at ? 'note' : l.changed ? 'warning' : 'ok' }, link(`letter/${l.key}`, stateOf(l)), ' · ',
    [dayOf(l.sent_on), l.number && `${t('letter_no')} ${l.number}`, l.sent_by, l.earlier_version === 1 && t('earlier_version')].filter(Boolean).join(' · ')))];
}

// Marks the finished letters of what the filters leave as sent; counted first, taken back as one.
export async function markAll(filters) {
  const query = new URLSearchParams(filters);
  let chosen;
  try { chosen = await api.get('letters/selection', query); } catch (error) { say(error.message, true); return; }
  const date = el('input', { id: 'letters-date', type: 'date', value: chosen.today, required: true });
  const left = [[chosen.drafts, 'letters_drafts'], [chosen.sent, 'letters_went']].filter(([n]) => n > 0).map(([n, word]) => el('p', { class: 'note' }, `${t(word)} ${n}`));
  const dialog = el('dialog', { 'aria-labelledby': 'letters-title' }, el('form', { method: 'dialog' }, el('h2', { id: 'letters-title' }, `${t('mark_sent')}: ${chosen.letters} ${t('letters_count')}`),
    el('p', {}, `${filters}` ? `${t('filtered')}: ${inWords(filters)}` : el('strong', {}, t('no_filter_reports'))), left, el('p', {}, t('letter_kept')),
    el('p', {}, el('label', { for: 'letters-date' }, `${t('letter_date')} `), date),
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary', disabled: chosen.letters === 0 }, t('mark_sent')), el('button', { value: '', formnovalidate: true }, t('cancel')))));
  openDialog(dialog, async () => {
    if (await change(`letters/sent?${query}`, () => ({ sent_on: date.value, digest: chosen.digest }), () => {})) dispatchEvent(new Event('hashchange'));
  });
}

const stateOf = (l) => t(l.withdrawn_at ? 'withdrawn' : l.changed ? 'letter_changed' : 'letter_sent');

// Which letter, its number and date; a draft says why it is one.
async function ask(s) {
  let state;
  try { state = await api.get(`submissions/${s.id}/letter`); } catch (error) { say(error.message, true); return; }
  const number = el('input', { id: 'letter-number', maxlength: 60 });
  const date = el('input', { id: 'letter-date', type: 'date', value: state.today, required: true });
  const due = state.asks && el('input', { id: 'letter-due', type: 'date', value: state.due });
  const all = el('input', { id: 'letter-all', type: 'checkbox' });
  const draft = el('p', { class: 'warning', role: 'status' });
  const save = el('button', { value: 'save', class: 'primary' }, t('mark_sent'));
  const show = () => { draft.textContent = state.finished ? '' : state.open > 0 ? `${t('letter_open')} ${state.open}` : t('letter_unreviewed'); save.disabled = !state.finished; };
  all.addEventListener('change', async () => { state = await api.get(`submissions/${s.id}/letter`, new URLSearchParams(all.checked ? { all: 1 } : {})); show(); });
  show();
  const dialog = el('dialog', { 'aria-labelledby': 'letter-title' }, el('form', { method: 'dialog' }, el('h2', { id: 'letter-title' }, t('mark_sent')),
    el('p', {}, t('letter_kept')), draft, el('p', {}, el('label', { for: 'letter-number' }, `${t('letter_number')} `), number),
    el('p', {}, el('label', { for: 'letter-date' }, `${t('letter_date')} `), date), due && el('p', {}, el('label', { for: 'letter-due' }, `${t('letter_due')} `), due),
    state.of_office > 1 && el('p', {}, all, ' ', el('label', { for: 'letter-all' }, `${t('letter_all')} (${state.of_office})`)),
    el('p', { class: 'bar' }, save, el('button', { value: '', formnovalidate: true }, t('cancel')))));
  openDialog(dialog, async () => {
    const body = () => ({ all: all.checked, number: number.value.trim(), sent_on: date.value, due_on: due ? due.value : '', digest: state.digest });
    if (await change(`submissions/${s.id}/letter`, body, () => {})) dispatchEvent(new Event('hashchange'));
  });
}

// What of a table can be set right: its issue, what its columns hold, and that it or a row of it is no part of the report.
import { t, language } from './words.js';
import { columnKeys, columnName } from './terms.js';
import { change, openDialog } from './change.js';
import { el } from './dom.js';

// Sends another value of a part, as the interface names it; the page is shown anew: what was flagged may have changed.
async function send(table, part, value) {
  const field = table.fields[part];
  const saved = await change(`tables/${table.id}/${part}`, () => ({ value, key: field.key, version: field.version }), () => {});
  if (saved) dispatchEvent(new Event('hashchange'));
}

// One of a few values.
function choose(label, values, current, done) {
  const select = el('select', { id: 'choice' }, values.map(([value, words]) => el('option', { value, selected: value === current }, words)));
  const dialog = el('dialog', { 'aria-label': label }, el('form', { method: 'dialog' }, el('p', {}, el('label', { for: 'choice' }, label)), select,
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary' }, t('save')), el('button', { value: '' }, t('cancel')))));
  openDialog(dialog, () => { if (select.value !== String(current)) done(select.value); });
}

const act = (label, text, onclick) => el('button', { type: 'button', class: 'act', 'aria-label': label, title: label, onclick }, text);
const was = (field, words) => 'was' in field && el('small', { class: 'corrected' }, ` (${t('was')} ${words(field.was)}${field.carried ? ` · ${t('carried')}` : ''})`);

// Out of the report, or in it again; `name` says what. `signs`: what stands there, where words have no room.
function leaveOut(table, part, out, name, signs = { take_in: t('take_in'), leave_out: t('leave_out') }) {
  const word = out ? 'take_in' : 'leave_out';
  return act(`${t(word)} ${name}`, signs[word], () => send(table, part, out || null));
}

// Behind a table's caption.
export function ofTable(s, table) {
  if (!table) return false;
  const name = `${t('table')} ${table.table_no}`;
  const issueName = (n) => (n ? `${t('issue')} 1.${n}` : '–');
  const choice = () => choose(`${t('issue')} · ${name}`, ['', ...s.issue_numbers].map((n) => [String(n), issueName(n)]), String(table.issue_no ?? ''), (n) => send(table, 'issue_no', n === '' ? null : Number(n)));
  return [was(table.fields.issue_no, issueName), table.dismissed === 1 && [' · ', el('b', {}, t('left_out'))],
    !s.read_only && [' ', act(`${t('correct')} ${t('issue')} ${name}`, '✎', choice), ' ', leaveOut(table, 'dismissed', table.dismissed === 1, name)]];
}

// Behind a column's head.
export function ofColumn(s, table, column, head) {
  const part = `column/${column.col_no}`;
  const field = table?.fields[part];
  if (!field) return false;
  const name = (key) => columnName(key, language());
  const choice = () => choose(`${t('column')} ${column.col_no} · ${head}`, columnKeys.map((key) => [key, name(key)]), column.column_key, (key) => send(table, part, key));
  return [was(field, name), !s.read_only && [' ', act(`${t('correct')} ${t('column')} ${head}`, '✎', choice)]];
}

export const isRowOut = (table, cells) => table?.dismissed === 1 || cells.some((cell) => cell.dismissed === 1);

// At a row's end.
export function ofRow(s, table, row, cells) {
  const part = `row/${row}`;
  if (s.read_only || !table?.fields[part] || table.dismissed === 1) return false;
  return el('td', { class: 'noprint' }, leaveOut(table, part, isRowOut(table, cells), `${t('table')} ${table.table_no} ${t('row')} ${row}`, { take_in: '↺', leave_out: '✕' }));
}

// Why a report was read as it was: what its office, year and item might be, what each column was taken for and by what,
// how its tables of scores were understood. The same as `prongsai explain` tells; asked for by a key.
import { t, language } from './words.js';
import { columnName } from './terms.js';
import { el } from './dom.js';

const FACTS = [['agency', 'office'], ['fiscal_year', 'year'], ['item_code', 'item']];

const placeButton = (row, sheet) => row.page_no > 0 && el('button', { type: 'button', class: 'act', onclick: () => sheet.light(row) }, `${t('page')} ${row.page_no}`);
const weight = (number) => (number == null ? '' : number.toFixed(2));
const placeName = (place) => t(`from_${place}`);

function sheetOf(caption, heads, rows) {
  return el('table', { class: 'cells' }, el('caption', {}, caption),
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, t(head))))),
    el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell))))));
}

function identity(s, sheet) {
  const heads = ['fact', 'may_be', 'weight', 'read_in', 'page'];
  const rows = FACTS.flatMap(([fact, word]) => s.candidates.filter((one) => one.fact === fact).map((one) => {
    const taken = String(s[fact] ?? '') === one.value;
    return [t(word), taken ? el('b', {}, one.value) : one.value, weight(one.weight), placeName(one.place), placeButton(one, sheet)];
  }));
  return rows.length ? sheetOf(t('candidates'), heads, rows) : el('p', { class: 'note' }, t('no_evidence'));
}

function columns(table, sheet) {
  const heads = ['column', 'printed_head', 'told_by', 'runner_up', 'margin'];
  const rows = table.columns.map((column) => [columnName(column.key, language()), column.header.join(' › '), column.because || '–',
    column.runner_up ? columnName(column.runner_up, language()) : '–', weight(column.margin)]);
  const caption = [`${t('table')} ${table.table_no} · ${table.role || t('no_known_kind')} `, placeButton(table, sheet)];
  return sheetOf(caption, heads, rows);
}

function readings(s, sheet) {
  const heads = ['printed_head', 'taken_for', 'told_by', 'runner_up', 'margin', 'page'];
  const rows = s.score_readings.map((one) => [one.words, one.unclear ? `${t('unclear')}: ${one.unclear}` : one.assignment, one.evidence, one.runner_up || '–', weight(one.margin), placeButton(one, sheet)]);
  return rows.length > 0 && sheetOf(t('stated_scores'), heads, rows);
}

export function why(s, sheet) {
  const node = el('details', { class: 'panel why' }, el('summary', {}, t('why')));
  node.addEventListener('toggle', () => {  // built when first asked for: a report may have hundreds of tables
    if (node.open && node.children.length === 1) node.append(identity(s, sheet), ...[readings(s, sheet)].filter(Boolean), ...s.tables.map((table) => columns(table, sheet)));
  });
  return node;
}

// Opens it, or closes it again.
export function toggleWhy(node) {
  node.open = !node.open;
  if (node.open) node.querySelector('summary').focus();
}

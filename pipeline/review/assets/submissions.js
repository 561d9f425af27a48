// The list of submissions: filtered, sorted, a page at a time; all of it stands in the address.
import { t, language } from './words.js';
import { layoutNames } from './terms.js';
import { api, download, session } from './api.js';
import { change, openDialog } from './change.js';
import { el, fileWords, pager, say, table, put } from './dom.js';
import { markAll } from './letters.js';
import { drawSample } from './second.js';
import { filterForm, filtersIn, hashOf, inWords, noneLeft, rememberList, viewIn } from './filters.js';
import { savedViews } from './views.js';

const LEVELS = ['error', 'warning', 'info'];
const COLUMNS = ['office', 'file', 'year', 'item', 'layout', 'status', 'assigned', 'suggested', 'final', 'letter', ...LEVELS];
const NUMBERS = ['year', 'suggested', 'final', ...LEVELS];
const MOST_FIRST = ['year', ...LEVELS];  // the first click on these shows the largest

export async function submissions(params, _, view) {
  const page = Number(params.get('page') || 1);
  const [facets, list, me] = await Promise.all([api.get('facets'), api.get('submissions', params), session()]);
  const shared = facets.assigned.length > 1;  // somebody's besides nobody's
  const leads = !me.read_only && ['lead', 'admin'].includes(me.role);
  const filters = filtersIn(params);
  const rows = list.rows.map((s) => el('tr', {},
    el('td', { class: 'office' }, el('a', { href: hashOf(`#/s/${s.id}`, filters) }, s.agency || t('no_office'))),
    el('td', { class: 'file', title: s.source_path }, fileWords(s.source_path)),
    el('td', { class: 'n' }, s.fiscal_year), el('td', {}, s.item_code), el('td', { class: 'layout' }, layoutNames(s.layout, language())),
    el('td', { class: s.status === 'extracted' ? 'state' : 'state error' }, t(s.status)),
    shared && el('td', {}, s.assigned),
    el('td', { class: 'n' }, s.suggested_score), el('td', { class: 'n' }, s.final_score), el('td', { class: s.letter === 'changed' ? 'warning' : '' }, s.letter !== 'none' && t(`letter_${s.letter}`)),
    LEVELS.map((level) => el('td', { class: `n ${s.open[level] ? level : ''}` }, s.open[level] || ''))));
  rememberList();
  put(view, el('h1', {}, t('submissions')), filterForm(facets, params, '#/submissions'), savedViews('submissions', params),
    el('p', { class: 'bar' }, list.total > 0 && [`${list.total} ${t('found')}`, el('a', { href: hashOf('#/findings', filters) }, t('their_findings'))],
      leads && list.total > 0 && el('button', { type: 'button', id: 'assign', onclick: () => ask(filters) }, `${t('assign')} ${list.total} ${t('reports')}`),
      leads && list.total > 0 && el('button', { type: 'button', id: 'sample', onclick: () => drawSample(filters) }, t('draw_sample')),
      !me.read_only && list.total > 0 && el('button', { type: 'button', id: 'letters-sent', onclick: () => markAll(filters) }, t('mark_letters'))),
    list.total > 0 && files(filters),
    list.total === 0 ? noneLeft(filters, '#/submissions') : table(COLUMNS.filter((name) => shared || name !== 'assigned').map((name) => head(name, params)), rows),
    pager(list, page, (n) => hashOf('#/submissions', viewIn(params), { page: n })));
}

// The dataset of what the filters leave, and its letters.
export function files(filters) {
  const get = async (path) => {
    say(t('making_file'));
    try { await download(path, filters); } catch (error) { say(error.message, true); }
  };
  const button = (path, name) => el('button', { type: 'button', onclick: () => get(path) }, name);
  return el('p', { class: 'bar noprint files' }, `${t('export_as')}:`, button('export/xlsx', 'XLSX'), button('export/csv', 'CSV'), button('export/jsonl', 'JSON Lines'),
    button('export/datapackage', 'Data Package'), button('letters', t('letters_zip')));
}

// A column's name sorts by it; once more, the other way round.
function head(name, params) {
  const sorted = params.get('sort') === name;
  const down = sorted ? params.get('dir') !== 'desc' : MOST_FIRST.includes(name);
  return el('th', { scope: 'col', class: NUMBERS.includes(name) ? 'n' : null, 'aria-sort': sorted ? (down ? 'ascending' : 'descending') : null },
    el('a', { href: hashOf('#/submissions', filtersIn(params), { sort: name, dir: down ? 'desc' : 'asc' }) }, t(name), sorted && (down ? ' ▲' : ' ▼')));
}

// Shares the reports that the filters leave out among reviewers; counted first, all reports of an office to one.
async function ask(filters) {
  const query = new URLSearchParams(filters);
  let [chosen, reviewers] = [];
  try { [chosen, reviewers] = await Promise.all([api.get('submissions/selection', query), api.get('reviewers')]); } catch (error) { say(error.message, true); return; }
  const boxes = reviewers.rows.map((r, i) => [el('input', { type: 'checkbox', id: `to-${i}`, value: r.name }), r]);
  const dialog = el('dialog', { 'aria-labelledby': 'assign-title' }, el('form', { method: 'dialog' }, el('h2', { id: 'assign-title' }, `${t('assign')} ${chosen.submissions} ${t('reports')}`),
    el('p', {}, `${filters}` ? `${t('filtered')}: ${inWords(filters)}` : el('strong', {}, t('no_filter_reports'))),
    chosen.assigned > 0 && el('p', { class: 'warning' }, `${t('assigned_before')} ${chosen.assigned}`),
    el('fieldset', {}, el('legend', {}, t('assign_to')), !boxes.length && el('p', { class: 'warning' }, t('no_reviewers')), boxes.map(([box, r]) => el('p', {}, box, ' ', el('label', { for: box.id }, `${r.name} (${r.assigned} ${t('reports')})`)))),
    el('p', {}, t('assign_note')),
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary', disabled: !boxes.length && chosen.assigned === 0 }, t('assign')), el('button', { value: '' }, t('cancel')))));
  openDialog(dialog, async () => {
    const names = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
    if (await change(`submissions/assignment?${query}`, () => ({ reviewers: names, digest: chosen.digest }), () => {})) dispatchEvent(new Event('hashchange'));
  });
}

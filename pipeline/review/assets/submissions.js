// The list of submissions: filtered, sorted, a page at a time; all of it stands in the address.
import { t, language } from '/assets/words.js';
import { layoutNames } from '/assets/terms.js';
import { api } from '/assets/api.js';
import { el, fileName, pager, table } from '/assets/dom.js';
import { filterForm, filtersIn, hashOf, viewIn } from '/assets/filters.js';

const LEVELS = ['error', 'warning', 'info'];
const COLUMNS = ['office', 'file', 'year', 'item', 'layout', 'status', 'suggested', 'final', ...LEVELS];
const MOST_FIRST = ['year', ...LEVELS];  // the first click on these shows the largest

export async function submissions(params, _, view) {
  const page = Number(params.get('page') || 1);
  const [facets, list] = await Promise.all([api.get('facets'), api.get('submissions', params)]);
  const filters = filtersIn(params);
  const rows = list.rows.map((s) => el('tr', {},
    el('td', {}, el('a', { href: hashOf(`#/s/${s.id}`, filters) }, s.agency || t('no_office'))),
    el('td', { class: 'file', title: s.source_path }, fileName(s.source_path)),
    el('td', { class: 'n' }, s.fiscal_year), el('td', {}, s.item_code), el('td', {}, layoutNames(s.layout, language())),
    el('td', { class: s.status === 'extracted' ? '' : 'error' }, t(s.status)),
    el('td', { class: 'n' }, s.suggested_score), el('td', { class: 'n' }, s.final_score),
    LEVELS.map((level) => el('td', { class: `n ${s.open[level] ? level : ''}` }, s.open[level] || ''))));
  view.append(el('h1', {}, t('submissions')), filterForm(facets, params, '#/submissions'),
    el('p', { class: 'bar' }, `${list.total} ${t('found')}`, el('a', { href: hashOf('#/findings', filters) }, t('their_findings'))),
    table(COLUMNS.map((name) => head(name, params)), rows),
    pager(list, page, (n) => hashOf('#/submissions', viewIn(params), { page: n })));
}

// A column's name sorts by it; once more, the other way round.
function head(name, params) {
  const sorted = params.get('sort') === name;
  const down = sorted ? params.get('dir') !== 'desc' : MOST_FIRST.includes(name);
  return el('th', { scope: 'col', 'aria-sort': sorted ? (down ? 'ascending' : 'descending') : null },
    el('a', { href: hashOf('#/submissions', filtersIn(params), { sort: name, dir: down ? 'desc' : 'asc' }) }, t(name), sorted && (down ? ' ▲' : ' ▼')));
}

// The filters that the overview, the lists and the way through open findings share. They stand in the address alone, so
// that reloading, going back and a link that is passed on keep them.
import { t, language } from './words.js';
import { codeName, layoutName } from './terms.js';
import { el } from './dom.js';

const NAMES = ['office', 'file', 'province', 'kind', 'year', 'item', 'layout', 'code', 'severity', 'decision', 'suggested', 'final', 'letter', 'assigned', 'reviewer', 'status', 'evidence'];
const SORT = ['sort', 'dir'];
const WORDS = ['status', 'severity'];  // values that have a name under the same word everywhere
const WIDE = 800;  // px: narrower screens show the filters when asked

// Those of `params` that are filters and say something.
export function filtersIn(params) {
  return new URLSearchParams(NAMES.filter((name) => params.get(name)).map((name) => [name, params.get(name)]));
}

// The filters, and the order of the list.
export function viewIn(params) {
  const view = filtersIn(params);
  for (const name of SORT) if (params.get(name)) view.set(name, params.get(name));
  return view;
}

// Those of the page that is shown.
export const currentFilters = () => filtersIn(new URLSearchParams(location.hash.split('?')[1]));

// `#/path?filters&more`; a value '' or null in `more` leaves the name out.
export function hashOf(path, filters, more = {}) {
  const query = new URLSearchParams(filters);
  for (const [name, value] of Object.entries(more)) {
    if (value === '' || value === null) query.delete(name);
    else query.set(name, value);
  }
  return `${path}${`${query}` ? `?${query}` : ''}`;
}

export function nameOf(filter, value) {
  if (filter === 'code') return codeName(value, language());
  if (filter === 'layout') return layoutName(value, language());
  if (['decision', 'final', 'letter'].includes(filter)) return t(`${filter}_${value}`);
  if ((filter === 'suggested' || filter === 'assigned') && value === 'none') return t('none');
  return WORDS.includes(filter) ? t(value) : value;
}

// `more`: what stands in the address besides and stays there.
export function filterForm(facets, params, path, more = {}) {
  const chosen = filtersIn(params);
  const form = el('form', { class: 'filters' }, NAMES.filter((name) => name !== 'evidence').map((name) => field(name, facets[name], params.get(name))),
    params.get('evidence') && field('evidence', null, params.get('evidence')),
    el('p', { class: 'bar' }, el('button', { type: 'submit', class: 'primary' }, t('filter')), `${chosen}` && el('a', { href: hashOf(path, {}, more) }, t('clear'))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const kept = Object.fromEntries([...SORT, 'by'].map((name) => [name, params.get(name)]));
    location.hash = hashOf(path, filtersIn(new URLSearchParams(new FormData(form))), { ...kept, ...more });
  });
  return el('details', { class: 'narrow', open: innerWidth > WIDE && (path !== '#/search' || `${chosen}` !== '') }, el('summary', {}, t('filters'), `${chosen}` && ` (${[...chosen].length})`), form);
}

function field(name, values, chosen) {
  const id = `f-${name}`;
  const input = values
    ? el('select', { id, name }, el('option', { value: '' }, t('all')),
      values.map((v) => el('option', { value: v, selected: String(v) === chosen }, nameOf(name, v))))
    : el('input', { id, name, value: chosen || '', maxlength: 200 });
  return el('label', { for: id }, t(`by_${name}`), input);
}

// In a list's stead where the filters leave nothing.
export function noneLeft(filters, path, more = {}) {
  const narrowed = `${filters}` !== '';
  return el('p', { class: 'panel none-left' }, t(narrowed ? 'none_left' : 'none_there'), narrowed && [' ', el('a', { href: hashOf(path, {}, more) }, t('clear'))]);
}

export const inWords = (filters) => [...filters].map(([name, value]) => `${t(`by_${name}`)} ${nameOf(name, value)}`).join(' · ');

// The list that one came from, with its order and place; without one of these filters, the list that they leave.
let list = '';
export const rememberList = () => { if (location.hash.startsWith('#/submissions')) list = location.hash; };
function listOf(filters) {
  const same = list && `${filtersIn(new URLSearchParams(list.split('?')[1]))}` === `${filters}`;
  return same ? list : hashOf('#/submissions', filters);
}

// What the way through open findings is narrowed to, with a way out of it.
export function filterNote(path, more) {
  const filters = currentFilters();
  const back = el('a', { href: listOf(filters) }, t('to_list'));
  if (![...filters].length) return list && el('p', { class: 'note' }, back);
  return el('p', { class: 'note' }, `${t('filtered')}: ${inWords(filters)} `, back, ' · ', el('a', { href: hashOf(path, {}, more) }, t('clear')));
}

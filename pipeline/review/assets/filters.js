// The filters that the overview, the list and the way through open findings share.
import { t, language } from '/assets/words.js';
import { codeName, layoutName } from '/assets/terms.js';
import { el } from '/assets/dom.js';

const NAMES = ['office', 'province', 'year', 'item', 'layout', 'code', 'status'];

// Those of `params` that are filters and say something.
export function filtersIn(params) {
  return new URLSearchParams(NAMES.filter((name) => params.get(name)).map((name) => [name, params.get(name)]));
}

// `#/path?filters&more`
export function hashOf(path, filters, more = {}) {
  const query = new URLSearchParams(filters);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${path}${`${query}` ? `?${query}` : ''}`;
}

export function nameOf(filter, value) {
  if (filter === 'code') return codeName(value, language());
  if (filter === 'layout') return layoutName(value, language());
  return filter === 'status' ? t(value) : value;
}

export function filterForm(facets, params, path) {
  const form = el('form', { class: 'filters' }, NAMES.map((name) => field(name, facets[name], params.get(name))),
    el('button', { type: 'submit', class: 'primary' }, t('filter')), `${filtersIn(params)}` && el('a', { href: path }, t('clear')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = hashOf(path, filtersIn(new URLSearchParams(new FormData(form))));
  });
  return form;
}

function field(name, values, chosen) {
  const id = `f-${name}`;
  const input = values
    ? el('select', { id, name }, el('option', { value: '' }, t('all')),
      values.map((v) => el('option', { value: v, selected: String(v) === chosen }, nameOf(name, v))))
    : el('input', { id, name, value: chosen || '', maxlength: 200 });
  return el('label', { for: id }, t(name), input);
}

// What the way through open findings is narrowed to: the filters of the list that was shown last.
let current = new URLSearchParams();
export const currentFilters = () => current;
export function setCurrentFilters(params) { current = filtersIn(params); }

export function filterNote() {
  const chosen = [...current].map(([name, value]) => `${t(name)} ${nameOf(name, value)}`);
  return chosen.length > 0 && el('p', { class: 'note' }, `${t('filtered')}: ${chosen.join(' · ')} `,
    el('button', { type: 'button', onclick: (event) => { setCurrentFilters(new URLSearchParams()); event.target.parentNode.remove(); } }, t('clear')));
}

// Searching what was read: every word somewhere in the text, digits of either script.
import { t } from './words.js';
import { api } from './api.js';
import { eitherScript } from './digits.js';
import { el, fileName, pager, put } from './dom.js';
import { filterForm, filtersIn, hashOf } from './filters.js';

// Finds any of the words, whichever digits they are written with; the words themselves stand in group 1.
export function patternOf(words) {
  const one = (word) => eitherScript(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(${words.map(one).join('|')})`, 'i');
}

export async function search(params, _, view) {
  const page = Number(params.get('page') || 1);
  const q = params.get('q') || '';
  const filters = filtersIn(params);
  const [facets, found] = await Promise.all([api.get('facets'), api.get('search', params)]);
  const lit = found.words.join(' ');
  put(view, el('h1', {}, `${t('search')}: ${q}`), filterForm(facets, params, '#/search', { q }),
    el('p', {}, `${found.more ? '> ' : ''}${found.total} ${t('found')}`, found.more && ` · ${t('search_narrow')}`),
    el('ul', { class: 'hits' }, found.rows.map((r) => el('li', {},
      el('a', { href: hashOf(`#/s/${r.submission_id}`, filters, { page: r.page_no || 1, q: lit }) }, `${r.agency || t('no_office')}, ${t('page')} ${r.page_no || '–'}`),
      el('span', { class: 'where' }, [' ', r.fiscal_year, r.item_code, fileName(r.source_path)].filter(Boolean).join(' · ')),
      el('div', { class: 'evidence' }, marked(r.snippet, found.words))))),
    pager(found, page, (n) => hashOf('#/search', filters, { q, page: n })));
  document.getElementById('q').value = q;
}

function marked(text, words) {
  if (!words.length) return text;
  return text.split(patternOf(words)).map((part, i) => (i % 2 ? el('mark', {}, part) : part));
}

// The evaluator's desk: overview, list, one submission with its pages. Plain modules, no library, no network but ours.
import { t, setLanguage, language, translate } from '/assets/words.js';
import { api, Stale } from '/assets/api.js';
import { el, clear, say, pager } from '/assets/dom.js';
import { overview } from '/assets/overview.js';
import { desk } from '/assets/desk.js';

const main = document.getElementById('main');

async function submissions(params, _, view) {
  const filters = ['office', 'province', 'year', 'item', 'layout', 'code', 'status'];
  const page = Number(params.get('page') || 1);
  const [facets, list] = await Promise.all([api.get('facets'), api.get('submissions', params)]);
  const form = el('form', { class: 'filters' }, filters.map((name) => field(name, facets[name], params.get(name))),
    el('button', { type: 'submit', class: 'primary' }, t('filter')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    location.hash = `#/submissions?${chosen}`;
  });
  const rows = list.rows.map((s) => el('tr', {},
    el('td', {}, el('a', { href: `#/s/${s.id}` }, s.agency || s.source_path)),
    el('td', { class: 'n' }, s.fiscal_year), el('td', {}, s.item_code), el('td', {}, s.layout),
    el('td', {}, t(s.status)), el('td', { class: 'n' }, s.suggested_score), el('td', { class: 'n' }, s.final_score),
    ...['error', 'warning', 'info'].map((level) => el('td', { class: `n ${s.open[level] ? level : ''}` }, s.open[level] || ''))));
  const heads = ['office', 'year', 'item', 'layout', 'status', 'suggested', 'final', 'error', 'warning', 'info'];
  view.append(el('h1', {}, t('submissions')), form,
    el('p', {}, `${list.total} ${t('found')}`),
    el('div', { class: 'panel' }, el('table', {}, el('thead', {}, el('tr', {}, heads.map((h) => el('th', { scope: 'col' }, t(h))))), el('tbody', {}, rows))),
    pager(list, page, (n) => { params.set('page', n); return `#/submissions?${params}`; }));
}

function field(name, values, chosen) {
  const id = `f-${name}`;
  const input = values
    ? el('select', { id, name }, el('option', { value: '' }, t('all')), values.map((v) => el('option', { value: v, selected: String(v) === chosen }, name === 'status' ? t(v) : v)))
    : el('input', { id, name, value: chosen || '', maxlength: 200 });
  return el('label', { for: id }, t(name), input);
}

async function search(params, _, view) {
  const found = await api.get('search', params);
  view.append(el('h1', {}, `${t('search')}: ${params.get('q') || ''}`), el('p', {}, `${found.more ? '> ' : ''}${found.total} ${t('found')}`),
    el('ul', {}, found.rows.map((r) => el('li', {},
      el('a', { href: `#/s/${r.submission_id}?page=${r.page_no || 1}` }, `${r.agency || r.source_path}, ${t('page')} ${r.page_no || '–'}`),
      el('div', { class: 'evidence' }, ...marked(r.snippet, found.words))))));
}

function marked(text, word) {
  const parts = text.split(new RegExp(`(${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'i'));
  return parts.map((part, i) => (i % 2 ? el('mark', {}, part) : part));
}

async function next(params, _, view) {
  const found = await api.get('next', params);
  if (!found.finding_id) { view.append(el('h1', {}, t('all_done'))); return; }
  location.replace(`#/s/${found.submission_id}?finding=${found.finding_id}`);
}

const routes = [[/^#\/?$/, overview], [/^#\/submissions$/, submissions], [/^#\/search$/, search], [/^#\/next$/, next], [/^#\/s\/(\d+)$/, desk]];

let turn = 0;
async function show() {
  const mine = ++turn;
  const [path, query = ''] = (location.hash || '#/').split('?');
  const route = routes.find(([pattern]) => pattern.test(path));
  clear(main);
  main.append(el('p', {}, t('loading')));
  try {
    if (!route) throw new Error(t('no_such_page'));
    const view = el('div', {});
    await route[1](new URLSearchParams(query), path.match(route[0])[1], view);
    if (mine !== turn) return;  // the person has gone elsewhere meanwhile
    clear(main);
    main.append(view);
    view.dispatchEvent(new Event('shown'));
  } catch (error) {
    if (mine !== turn) return;
    clear(main);
    main.append(el('h1', {}, t('failed')), el('p', { class: 'error' }, error.message));
  }
  main.focus({ preventScroll: true });
}

document.getElementById('search').addEventListener('submit', (event) => {
  event.preventDefault();
  const q = document.getElementById('q').value.trim();
  if (q) location.hash = `#/search?q=${encodeURIComponent(q)}`;
});
document.getElementById('lang').addEventListener('click', () => { setLanguage(language() === 'th' ? 'en' : 'th'); translate(document); show(); });
document.getElementById('undo').addEventListener('click', async () => {
  try {
    const undone = await api.post('undo', {});
    say(undone.what ? `${t('undone')}: ${undone.what}` : t('nothing_to_undo'));
    show();
  } catch (error) { say(error instanceof Stale ? t('stale') : error.message, true); }
});
const keys = document.getElementById('keys');
document.getElementById('help').addEventListener('click', () => {
  clear(keys);
  const rows = [['n', 'next'], ['c', 'confirm'], ['d', 'dismiss'], ['m', 'note'], ['j / k', 'step'], ['u', 'undo'], ['/', 'search'], ['?', 'keys']];
  keys.append(el('h2', { id: 'keys-title' }, t('keys')), el('table', {}, rows.map(([key, word]) => el('tr', {}, el('td', {}, el('kbd', {}, key)), el('td', {}, t(word))))),
    el('form', { method: 'dialog' }, el('button', {}, t('close'))));
  keys.showModal();
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const act = { n: () => { location.hash = `#/next?after=${new URLSearchParams(location.hash.split('?')[1]).get('finding') || ''}`; },
    u: () => document.getElementById('undo').click(), '/': () => document.getElementById('q').focus(), '?': () => document.getElementById('help').click() }[event.key];
  if (act) { event.preventDefault(); act(); }
});
addEventListener('hashchange', show);
translate(document);
show();

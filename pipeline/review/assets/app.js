// The review app: which page is shown, the frame around it, the keys that work everywhere. Plain modules, no
// library, no network but ours.
import { t, setLanguage, language, translate } from './words.js';
import { api, Gone, session, Stale } from './api.js';
import { el, clear, say, put } from './dom.js';
import { HOW_TO, KEYS, keysAreOn, onKeys, setKeys } from './keys.js';
import { currentFilters, filtersIn, hashOf } from './filters.js';
import { overview } from './overview.js';
import { history } from './lists.js';
import { search } from './search.js';
import { submissions } from './submissions.js';
import { gaps } from './gaps.js';
import { reviewers } from './reviewers.js';
import { office } from './office.js';
import { second } from './second.js';
import { desk } from './desk.js';

const main = document.getElementById('main');
const byId = (id) => document.getElementById(id);

async function next(params, _, view) {
  const found = await api.get('next', params);
  if (!found.finding_id) { put(view, el('h1', {}, t('all_done')), el('p', {}, el('a', { href: hashOf('#/submissions', filtersIn(params)) }, t('to_list')), ' · ', el('a', { href: '#/' }, t('overview')))); return; }
  location.replace(hashOf(`#/s/${found.submission_id}`, filtersIn(params), { finding: found.finding_id }));
}

const routes = [
  [/^#\/?$/, overview], [/^#\/submissions$/, submissions], [/^#\/findings$/, gaps], [/^#\/reviewers$/, reviewers], [/^#\/second$/, second], [/^#\/office$/, office], [/^#\/search$/, search], [/^#\/history$/, history],
  [/^#\/next$/, next], [/^#\/s\/(\d+)$/, desk],
];

let turn = 0;
let shownAt = null;
async function show() {
  const mine = ++turn;
  const [path, query = ''] = (location.hash || '#/').split('?');
  const route = routes.find(([pattern]) => pattern.test(path));
  const again = location.hash === shownAt;  // what is there may stand until it is there anew
  const waiting = setTimeout(() => { if (mine === turn && !again) main.replaceChildren(el('p', {}, t('loading'))); }, 150);  // not over a later page
  const view = el('div', {});
  try {
    if (!route) throw new Error(t('no_such_page'));
    await route[1](new URLSearchParams(query), path.match(route[0])[1], view);
  } catch (error) {
    const gone = error instanceof Gone;
    clear(view);
    put(view, el('h1', {}, t('went_wrong')), el('p', { class: 'error' }, gone ? t('gone') : error.message),
      gone && el('p', {}, el('button', { type: 'button', class: 'primary', onclick: () => location.reload() }, t('reload'))),
      el('p', {}, el('a', { href: '#/submissions' }, t('to_list')), ' · ', el('a', { href: '#/' }, t('overview'))));
  }
  clearTimeout(waiting);
  if (mine !== turn) return;  // the person has gone elsewhere meanwhile
  shownAt = location.hash;
  clear(main);
  main.append(view);
  markPlace(path);
  document.title = `${view.querySelector('h1')?.textContent || ''} · โปร่งใส`;
  view.dispatchEvent(new Event('shown'));
  main.focus({ preventScroll: true });
}

function markPlace(path) {
  for (const link of document.querySelectorAll('header nav a')) {
    if (link.getAttribute('href') === path) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function goNext() {
  const finding = new URLSearchParams(location.hash.split('?')[1]).get('finding');
  location.hash = hashOf('#/next', currentFilters(), { after: finding || 0 });
}

// Takes back what the reviewer is told of, and nothing that came to be the last change meanwhile.
async function undo() {
  try {
    const last = await api.get('undo');
    if (!last.what) { say(t('nothing_to_undo')); return; }
    const done = await api.post('undo', { change: last.change });
    const many = last.count > 1 && `${done.taken_back} ${t(['assignment', 'sample'].includes(last.what) ? 'reports' : 'items')}${done.left ? ` · ${t('left_by_others')} ${done.left}` : ''}`;
    say(`${t('undone')}: ${t(last.what)} · ${many || last.agency || last.source_path || ''}`);
    show();
  } catch (error) { say(error instanceof Stale ? t('stale') : error instanceof Gone ? t('gone') : error.message, true); }
}

function help() {
  const keys = byId('keys');
  clear(keys);
  const on = el('input', { type: 'checkbox', id: 'keys-on', checked: keysAreOn(), onchange: () => setKeys(on.checked) });
  keys.append(el('h2', { id: 'keys-title', tabindex: '-1', autofocus: true }, t('help')), el('h3', {}, t('how_to')), el('ol', { class: 'plain' }, HOW_TO.map((step) => el('li', {}, t(step)))),
    el('h3', {}, t('keys')), el('p', {}, on, ' ', el('label', { for: 'keys-on' }, t('keys_on'))),
    el('table', {}, el('tbody', {}, KEYS.map(([key, word]) => el('tr', {}, el('td', {}, el('kbd', {}, key)), el('td', {}, t(word)))))),
    el('form', { method: 'dialog' }, el('button', {}, t('close'))));
  keys.showModal();
}

// The menu closes like one: by Escape, by a choice, by a press elsewhere or by going on.
function menu() {
  const node = byId('menu');
  const close = () => { node.open = false; };
  node.addEventListener('keydown', (event) => { if (node.open && event.key === 'Escape') { close(); node.querySelector('summary').focus(); } });
  node.addEventListener('click', (event) => { if (event.target.closest('button')) { close(); node.querySelector('summary').focus(); } }, true);
  node.addEventListener('focusout', (event) => { if (event.relatedTarget && !node.contains(event.relatedTarget)) close(); });
  document.addEventListener('pointerdown', (event) => { if (!node.contains(event.target)) close(); });
}

byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  const q = byId('q').value.trim();
  if (q) location.hash = hashOf('#/search', {}, { q });
});
byId('skip').addEventListener('click', (event) => { event.preventDefault(); main.focus(); });  // the hash is the page's name here
byId('next').addEventListener('click', (event) => { event.preventDefault(); goNext(); });
byId('lang').addEventListener('click', () => { setLanguage(language() === 'th' ? 'en' : 'th'); translate(document); show(); });
byId('logout').addEventListener('click', async () => { await api.post('logout', {}); location.href = 'login'; });
byId('undo').addEventListener('click', undo);
byId('help').addEventListener('click', help);
menu();
onKeys({ n: goNext, u: undo, '/': () => byId('q').focus(), '?': help });
// The header may take two lines: what sticks below it must know.
const head = document.querySelector('header');
new ResizeObserver(() => document.documentElement.style.setProperty('--head', `${head.offsetHeight}px`)).observe(head);
addEventListener('hashchange', show);
session().then((me) => {
  byId('who').textContent = byId('who').title = me.read_only ? `${me.login ? `${me.who} · ` : ''}${t('read_only')}` : me.who;
  byId('undo').disabled = me.read_only;
  byId('logout').hidden = !me.login;
  byId('mine').hidden = !me.login || me.read_only;
  byId('second').hidden = !me.second;
  byId('mine').href = hashOf('#/submissions', {}, { assigned: me.who, decision: 'open' });
}).catch(() => {});
translate(document);
show();

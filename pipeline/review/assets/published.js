// Where a submission was published: what stands there, the clicks that lead there, and the page that shows it, as it
// was kept. An untrusted page comes as lines of text: nothing of it runs or is fetched here.
import { t } from './words.js';
import { api } from './api.js';
import { el, inPageWords, moment } from './dom.js';

export function publication(s) {
  const p = s.publication;
  if (!p || typeof p.state !== 'string') return '';
  const clicks = Array.isArray(p.clicks) ? p.clicks.slice(1).map((click) => click[0] || click[1]).join(' › ') : '';
  const about = [t(`at_${p.state}`), inPageWords(p, 'because'), p.place && t(`stands_${p.place}`), p.place_because, clicks, p.last_at && `${t('last_seen')} ${moment(p.last_at)}`];
  return [el('p', { class: 'published' }, el('b', {}, t('publication')), ` ${about.filter(Boolean).join(' · ')}`), keptPage(s)];
}

// Asked for when it is opened.
function keptPage(s) {
  const node = el('details', { class: 'kept' }, el('summary', {}, t('kept_page')));
  const fill = async () => {
    try {
      node.append(...shown(s, await api.get(`submissions/${s.id}/published`)));
    } catch (error) { node.append(el('p', { class: 'note' }, error.message)); }
  };
  node.addEventListener('toggle', () => { if (node.open && node.children.length === 1) fill(); });
  return node;
}

function shown(s, page) {
  const marked = new Set(page.marked);
  return [
    el('p', { class: 'file' }, page.url, ` · ${moment(page.at)}`, el('br'), `sha256 ${page.sha256}`),
    el('p', {}, el('b', {}, page.title), page.link && [' · ', t('its_link'), ' ', page.link]),
    el('ol', { class: 'lines', tabindex: '0', 'aria-label': t('kept_page') }, page.lines.map((line, i) => el('li', {}, marked.has(i) ? el('mark', {}, line) : line))),
    page.cut && el('p', { class: 'note' }, t('page_cut')),
    page.picture && el('p', {}, el('a', { href: `api/v1/submissions/${s.id}/published.png`, target: '_blank' }, t('kept_picture')))].filter(Boolean);
}

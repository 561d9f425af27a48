// Small helpers for building pages. Text always goes in as text: a report's words are untrusted.
import { t, language } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';

// Signs that turn the direction of what follows: a file name with one could turn the whole line.
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const plain = (text) => String(text).replace(TURNING, '\uFFFD');

// On an English page, what is mostly Thai is told to be so: a screen reader changes its voice.
const isThai = (text) => { const letters = text.match(/\p{L}/gu) || []; return letters.length > 0 && letters.filter((letter) => letter >= '\u0E00' && letter <= '\u0E7F').length > letters.length / 2; };

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on') && typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : name === 'href' || name === 'value' ? value : plain(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(plain(child)));
    if (language() === 'en' && !(child instanceof Node) && !node.hasAttribute('lang') && isThai(String(child))) node.setAttribute('lang', 'th');
  }
  return node;
}

export const el = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
// More children of a node, as el() takes them: what is false or missing leaves nothing.
export const put = (node, ...children) => fill(node, {}, children);
export const svg = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

export const link = (href, text) => el('a', { href }, text);

export const fileName = (path) => path.split('/').pop();

// The same, to be broken behind its marks rather than anywhere.
export const fileWords = (path) => fileName(path).split(/(?<=[_.-])/).flatMap((part, i) => (i ? [el('wbr'), part] : [part]));

const FIGURES = ['year', 'suggested', 'final', 'findings_count', 'open', 'reports', 'page', 'agree_share', 'kappa', 'both_confirmed', 'both_dismissed', 'first_only', 'second_only'];

// `heads`: words by key, or cells. Heads of figures stand over their figures. One that holds nothing to stop at can be
// stopped at itself: where it is wider than the screen it scrolls.
export function table(heads, rows) {
  const node = el('div', { class: 'panel' }, el('table', {},
    el('thead', {}, el('tr', {}, heads.map((h) => (typeof h === 'string' ? el('th', { scope: 'col', class: FIGURES.includes(h) ? 'n' : null }, t(h)) : h)))), el('tbody', {}, rows)));
  if (!node.querySelector('a, button')) Object.assign(node, { tabIndex: 0, role: 'group', ariaLabel: node.querySelector('th').textContent });
  return node;
}

// A column whose words are the report's, or the program's: those it has in Thai, too.
export const inPageWords = (row, column) => (language() === 'th' && row[`${column}_th`]) || row[column];

export function clear(node) { node.replaceChildren(); }

export function say(text, bad = false) {
  const line = el('p', { class: bad ? 'bad' : '' }, text);
  // A refusal behind an open dialog would be neither seen nor read out.
  ((bad && document.querySelector('dialog[open] .told')) || document.getElementById('status')).append(line);
  setTimeout(() => line.remove(), bad ? 12000 : 5000);
}

export function pager(list, page, href) {
  const pages = Math.max(1, Math.ceil(list.total / list.size));
  if (pages === 1) return '';
  return el('nav', { class: 'bar', 'aria-label': t('pages') },
    page > 1 && el('a', { href: href(page - 1) }, t('previous')), `${page} / ${pages}`,
    page < pages && el('a', { href: href(page + 1) }, t('following')));
}

// Stored as UTC; shown in the reader's own time, Thai years being Buddhist Era.
export function moment(at) {
  return new Date(at).toLocaleString(language() === 'th' ? 'th-TH' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

// A day without a time, as the database has it (2026-11-30).
export function dayOf(date) {
  return new Date(`${date}T12:00:00`).toLocaleDateString(language() === 'th' ? 'th-TH' : 'en-GB', { dateStyle: 'medium' });
}

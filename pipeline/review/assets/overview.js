// The whole collection at a glance: counts, progress, and four pictures drawn as SVG.
import { t } from '/assets/words.js';
import { api } from '/assets/api.js';
import { el, svg } from '/assets/dom.js';

const LEVELS = ['error', 'warning', 'info'];

function card(label, value, kind = '') {
  return el('div', { class: 'card' }, el('b', { class: kind }, value), label);
}

function percent(part, whole) { return whole ? `${Math.round((100 * part) / whole)} %` : '–'; }

// Horizontal bars, each a link to the submissions behind it.
function shares(codes, total) {
  const height = 24;
  return svg('svg', { viewBox: `0 0 620 ${codes.length * height + 4}`, role: 'group', 'aria-label': t('by_code') },
    codes.map((c, i) => svg('a', { href: `#/submissions?code=${c.code}` },
      svg('text', { x: 0, y: i * height + 16 }, c.code),
      svg('rect', { x: 190, y: i * height + 4, height: 15, width: Math.max(1, (360 * c.submissions) / Math.max(1, total)), fill: '#0b5c8a' }),
      svg('text', { x: 196 + (360 * c.submissions) / Math.max(1, total), y: i * height + 16 }, `${c.submissions} (${percent(c.submissions, total)})`))));
}

function heat(rows) {
  const codes = [...new Set(rows.map((r) => r.code))];
  const most = Math.max(1, ...rows.map((r) => r.count));
  const count = (code, issue) => rows.find((r) => r.code === code && r.issue_no === issue)?.count || 0;
  return el('table', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('code')), [1, 2, 3, 4, 5, 6, 7].map((n) => el('th', { scope: 'col', class: 'n' }, `1.${n}`)))),
    el('tbody', {}, codes.map((code) => el('tr', {}, el('th', { scope: 'row' }, code), [1, 2, 3, 4, 5, 6, 7].map((n) => {
      const value = count(code, n);
      const cell = el('td', { class: 'n' }, value || '');
      cell.style.background = value ? `rgba(196, 120, 0, ${0.12 + (0.4 * value) / most})` : '';
      return cell;
    })))));
}

// Columns: how many submissions state a score in each band of five points.
function bands(scores) {
  const most = Math.max(1, ...scores.map((s) => s.count));
  const width = Math.min(70, 560 / Math.max(1, scores.length));
  return svg('svg', { viewBox: '0 0 600 190', role: 'img', 'aria-label': t('scores') },
    scores.map((s, i) => [
      svg('rect', { x: 20 + i * width, y: 150 - (130 * s.count) / most, width: width - 4, height: (130 * s.count) / most, fill: '#1d6b3a' }),
      svg('text', { x: 20 + i * width + width / 2, y: 144 - (130 * s.count) / most, 'text-anchor': 'middle' }, s.count || ''),
      svg('text', { x: 20 + i * width + width / 2, y: 170, 'text-anchor': 'middle' }, `${s.from}–${s.from + 5}`)]));
}

function years(rows) {
  return el('table', {}, el('thead', {}, el('tr', {}, ['year', 'submissions', ...LEVELS].map((k) => el('th', { scope: 'col', class: 'n' }, t(k))))),
    el('tbody', {}, rows.map((y) => el('tr', {}, el('td', { class: 'n' }, el('a', { href: `#/submissions?year=${y.fiscal_year}` }, y.fiscal_year || '–')),
      el('td', { class: 'n' }, y.submissions), LEVELS.map((level) => el('td', { class: 'n' }, y[level]))))));
}

export async function overview(params, _, view) {
  const o = await api.get('overview', params);
  const decided = o.findings.confirmed + o.findings.dismissed;
  const all = decided + LEVELS.reduce((sum, level) => sum + o.findings.open[level], 0);
  view.append(el('h1', {}, t('overview')),
    el('div', { class: 'cards' },
      card(t('submissions'), o.submissions.total), card(t('extracted'), o.submissions.extracted, 'ok'),
      card(t('partial'), o.submissions.partial, o.submissions.partial ? 'warning' : ''), card(t('failed'), o.submissions.failed, o.submissions.failed ? 'error' : ''),
      LEVELS.map((level) => card(`${t(level)} · ${t('open')}`, o.findings.open[level], level)), card(t('progress'), percent(decided, all), 'ok')),
    el('div', { class: 'panels' },
      el('section', { class: 'panel' }, el('h2', {}, t('by_code')), shares(o.by_code, o.submissions.total)),
      el('section', { class: 'panel' }, el('h2', {}, t('heat')), heat(o.heat)),
      el('section', { class: 'panel' }, el('h2', {}, t('scores')), bands(o.scores)),
      el('section', { class: 'panel' }, el('h2', {}, t('years')), years(o.years))));
}

// Pictures of the collection, drawn as SVG or as a coloured table: each says in words what it shows.
import { t, language } from './words.js';
import { codeName } from './terms.js';
import { hashOf } from './filters.js';
import { el, svg } from './dom.js';

const BAND = 5;  // points, as the interface gives the distribution

export const LEVELS = ['error', 'warning', 'info'];
export const percent = (part, whole) => (whole ? `${Math.round((100 * part) / whole)} %` : '–');
const nothing = () => el('p', { class: 'note' }, t('no_data'));

// Horizontal bars, each a link to the submissions behind it.
export function shares(codes, offices, filters) {
  if (!codes.length) return nothing();
  codes.sort((a, b) => b.offices - a.offices || a.code.localeCompare(b.code));
  const [line, left, full] = [28, 190, 330];
  return svg('svg', { viewBox: `0 0 620 ${codes.length * line + 4}`, role: 'group', 'aria-label': t('shares') },
    codes.map((c, i) => {
      const width = Math.max(2, (full * c.offices) / Math.max(1, offices));
      return svg('a', { href: hashOf('#/submissions', filters, { code: c.code }) },
        svg('title', {}, c.code),
        svg('text', { x: left - 8, y: i * line + 19, 'text-anchor': 'end' }, codeName(c.code, language())),
        svg('rect', { x: left, y: i * line + 5, height: 18, width: full, class: 'track' }),
        svg('rect', { x: left, y: i * line + 5, height: 18, width, class: 'bar' }),
        svg('text', { x: left + full + 8, y: i * line + 19 }, `${percent(c.offices, offices)} (${c.offices})`));
    }));
}

// `issues`: the numbers of its columns.
export function heat(rows, issues, filters) {
  const codes = [...new Set(rows.map((r) => r.code))];
  if (!codes.length) return nothing();
  const most = Math.max(1, ...rows.map((r) => r.count));
  const count = (code, issue) => rows.find((r) => r.code === code && r.issue_no === issue)?.count || 0;
  return el('table', { class: 'heat' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('code')), issues.map((n) => el('th', { scope: 'col', class: 'n' }, `1.${n}`)))),
    el('tbody', {}, codes.map((code) => el('tr', {},
      el('th', { scope: 'row' }, el('a', { href: hashOf('#/submissions', filters, { code }) }, codeName(code, language()))),
      issues.map((n) => {
        const value = count(code, n);
        const cell = el('td', { class: 'n' }, value || '');
        if (value) cell.style.background = `rgba(196, 120, 0, ${0.12 + (0.4 * value) / most})`;
        return cell;
      })))));
}

// `rows`: of reach_by_province. What could not be told is not counted in the share.
export function reach(rows, filters) {
  const head = (word, kind = 'n') => el('th', { scope: 'col', class: kind }, t(word));
  return el('table', { class: 'reach' },
    el('thead', {}, el('tr', {}, head('province', ''), head('reached'), head('by_group'), head('missed'), head('untold'), head('items_published'))),
    el('tbody', {}, rows.map((r) => el('tr', {},
      el('th', { scope: 'row' }, r.province ? el('a', { href: hashOf('#/submissions', filters, { province: r.province }) }, r.province) : '–'),
      el('td', { class: 'n' }, `${percent(r.reached, r.reached + r.missed)} (${r.reached})`),
      [r.by_group, r.missed, r.untold, r.items].map((n) => el('td', { class: 'n' }, n))))));
}

// Columns: how many submissions state an overall score in each band. Bands without any stay in the row.
export function bands(scores) {
  if (!scores.length) return nothing();
  const low = Math.min(60, ...scores.map((s) => s.from));
  const all = [];
  for (let from = low; from < 100; from += BAND) all.push({ from, count: scores.find((s) => s.from === from)?.count || 0 });
  const most = Math.max(1, ...all.map((s) => s.count));
  const width = Math.min(80, 570 / all.length);
  return svg('svg', { viewBox: '0 0 620 214', role: 'img', 'aria-label': `${t('scores')}: ${all.map((s) => `${s.from}–${s.from + BAND}: ${s.count}`).join(', ')}` },
    svg('line', { x1: 20, x2: 20 + all.length * width, y1: 165.5, y2: 165.5, class: 'axis' }),
    all.map((s, i) => {
      const height = (135 * s.count) / most;
      const middle = 20 + (i + 0.5) * width;
      return [
        svg('rect', { x: 22 + i * width, y: 165 - height, width: width - 4, height, class: 'bar ok' }),
        s.count > 0 && svg('text', { x: middle, y: 158 - height, 'text-anchor': 'middle' }, s.count),
        svg('text', { x: middle, y: 184, 'text-anchor': 'middle' }, `${s.from}–${s.from + BAND}`)];
    }),
    svg('text', { x: 20 + (all.length * width) / 2, y: 206, 'text-anchor': 'middle' }, t('score_axis')));
}

// Values of an axis from 0: two steps of 1, 2 or 5 that reach over `most`.
function marks(most) {
  const power = 10 ** Math.floor(Math.log10(most / 2));
  const step = power * [1, 2, 5, 10].find((factor) => 2 * factor * power >= most);
  return [0, step, 2 * step];
}

// Findings a report in each year, a column for each severity, and the figures behind them.
export function years(rows, filters) {
  const known = rows.filter((y) => y.fiscal_year);
  if (!rows.length) return nothing();
  const mean = (y, level) => y[level] / Math.max(1, y.submissions);
  const axis = marks(Math.max(0.1, ...known.flatMap((y) => LEVELS.map((level) => mean(y, level)))));
  const height = (value) => (120 * value) / axis[2];
  const group = Math.min(200, 560 / Math.max(1, known.length));
  const column = Math.min(44, (group - 24) / 3);
  const picture = known.length > 0 && svg('svg', { viewBox: '0 0 620 210', role: 'img', 'aria-label': t('years'), class: 'years' },
    LEVELS.map((level, j) => [svg('rect', { x: 44 + j * 150, y: 6, width: 14, height: 14, class: `bar ${level}` }), svg('text', { x: 64 + j * 150, y: 18 }, t(level))]),
    axis.map((value) => [svg('line', { x1: 40, x2: 40 + known.length * group, y1: 170.5 - height(value), y2: 170.5 - height(value), class: value ? 'grid' : 'axis' }),
      svg('text', { x: 34, y: 175 - height(value), 'text-anchor': 'end' }, Number(value.toPrecision(2)))]),
    known.map((y, i) => [LEVELS.map((level, j) => {
      const x = 52 + i * group + j * column;
      return [svg('rect', { x, y: 170 - height(mean(y, level)), width: column - 3, height: height(mean(y, level)), class: `bar ${level}` }),
        column > 24 && svg('text', { x: x + column / 2 - 1, y: 164 - height(mean(y, level)), 'text-anchor': 'middle' }, mean(y, level).toFixed(1))];
    }), svg('text', { x: 52 + i * group + 1.5 * column, y: 192, 'text-anchor': 'middle' }, y.fiscal_year)]));
  return el('div', {}, picture, el('table', {}, el('caption', {}, t('years_table')),
    el('thead', {}, el('tr', {}, ['year', 'submissions', ...LEVELS].map((k) => el('th', { scope: 'col', class: `n ${k}` }, t(k))))),
    el('tbody', {}, rows.map((y) => el('tr', {},
      el('td', { class: 'n' }, y.fiscal_year ? el('a', { href: hashOf('#/submissions', filters, { year: y.fiscal_year }) }, y.fiscal_year) : '–'),
      el('td', { class: 'n' }, y.submissions), LEVELS.map((level) => el('td', { class: 'n' }, `${mean(y, level).toFixed(1)} (${y[level]})`)))))));
}

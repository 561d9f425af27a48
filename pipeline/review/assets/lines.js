// Scores over the years as lines, their names and last values at the right, none over another.
import { t } from './words.js';
import { svg } from './dom.js';

const WIDTH = 620;
const HEIGHT = 260;
const LEFT = 48;
const RIGHT = WIDTH - 128;  // behind it the names
const TOP = 44;
const BOTTOM = HEIGHT - 56;
const APART = 27;  // between two names

// The values of the axis: every 10 points, or 20 where that would be many; down to below the least score.
export function ticks(least) {
  const step = least < 50 ? 20 : 10;
  const all = [];
  for (let value = 100; all.at(-1) === undefined || all.at(-1) > least || all.length < 3; value -= step) all.push(Math.max(0, value));
  return all;
}

// Heights for names that want to stand at `wanted`, in the same order: at least APART from each other, above `lowest`.
export function spread(wanted, lowest) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const at = [];
  order.forEach((i, k) => { at[i] = Math.max(wanted[i], k > 0 ? at[order[k - 1]] + APART : -Infinity); });
  let limit = lowest;
  for (const i of order.reverse()) { at[i] = Math.min(at[i], limit); limit = at[i] - APART; }
  return at;
}

// `rows`: subject, fiscal_year, value, by year. Where reports of a year disagree, all points stand and the line goes
// through none of them.
export function scoreLines(rows, subjects) {
  const stated = rows.map((r) => r.fiscal_year);
  const [first, last] = [Math.min(...stated), Math.max(...stated)];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const axis = ticks(Math.min(...rows.map((r) => r.value)));
  const x = (year) => (first === last ? (LEFT + RIGHT) / 2 : LEFT + 24 + ((year - first) * (RIGHT - LEFT - 48)) / (last - first));
  const y = (value) => TOP + ((100 - value) * (BOTTOM - TOP)) / (100 - axis.at(-1));
  const lines = subjects.map((subject) => {
    const points = rows.filter((r) => r.subject === subject);
    const only = points.filter((r) => points.filter((other) => other.fiscal_year === r.fiscal_year).length === 1);
    return { subject, points, only, end: points.at(-1) };
  });
  const names = spread(lines.map(({ end }) => y(end.value)), BOTTOM);
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'score-lines', role: 'img', 'aria-label': t('score_lines') },
    svg('text', { x: 4, y: 14 }, t('score_axis_full')), svg('text', { x: (LEFT + RIGHT) / 2, y: HEIGHT - 6, 'text-anchor': 'middle' }, t('year')),
    axis.map((value, i) => [svg('line', { x1: LEFT, x2: RIGHT, y1: y(value), y2: y(value), class: i === axis.length - 1 ? 'axis' : 'grid' }), svg('text', { x: LEFT - 8, y: y(value) + 5, 'text-anchor': 'end' }, value)]),
    years.map((year) => [svg('line', { x1: x(year), x2: x(year), y1: BOTTOM, y2: BOTTOM + 5, class: 'axis' }), svg('text', { x: x(year), y: BOTTOM + 20, 'text-anchor': 'middle' }, year)]),
    lines.map(({ subject, points, only, end }, i) => svg('g', { class: `line line-${i}` },
      svg('polyline', { points: only.map((r) => `${x(r.fiscal_year)},${y(r.value)}`).join(' ') }),
      points.map((r) => svg('circle', { cx: x(r.fiscal_year), cy: y(r.value), r: 3.5 }, svg('title', {}, `${subject} ${r.fiscal_year}: ${r.value}`))),
      svg('line', { x1: x(end.fiscal_year) + 6, x2: RIGHT + 8, y1: y(end.value), y2: names[i], class: 'leader' }),
      svg('text', { x: RIGHT + 12, y: names[i] + 5 }, `${subject} ${end.value}`))));
}

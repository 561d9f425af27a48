// One office over the years, side by side: reports, scores as lines, what was flagged, what was weak, what came back.
import { t, language } from './words.js';
import { codeName, columnName } from './terms.js';
import { api } from './api.js';
import { el, fileWords, link, table, put } from './dom.js';
import { hashOf } from './filters.js';
import { scoreLines } from './lines.js';

const SUBJECTS = ['ITA', 'IIT', 'EIT', 'OIT'];

export async function office(params, _, view) {
  const o = await api.get('office', new URLSearchParams({ name: params.get('name') || '' }));
  const years = [...new Set(o.reports.map((r) => r.fiscal_year).filter(Boolean))].sort();
  const part = (word, node) => [el('h2', {}, t(word)), node];
  put(view, el('h1', { lang: 'th' }, o.name), el('p', {}, link(hashOf('#/submissions', { office: o.name }), t('to_list'))),
    reports(o), ...part('score_lines', scores(o.scores)), ...part('findings', flagged(o.findings, years)),
    ...part('weak_by_year', weak(o, years)), ...part('repeated', repeated(o.repeated)));
}

const reports = (o) => table(['year', 'item', 'file', 'suggested', 'final', 'letter'], o.reports.map((r) => el('tr', {},
  el('td', { class: 'n' }, r.fiscal_year || '–'), el('td', {}, r.item_code), el('td', { class: 'file' }, link(`#/s/${r.id}`, fileWords(r.source_path))),
  el('td', { class: 'n' }, r.suggested_score), el('td', { class: 'n' }, r.final_score), el('td', {}, r.letter !== 'none' && t(`letter_${r.letter}`)))));

function scores(rows) {
  if (!rows.length) return el('p', { class: 'note' }, t('no_data'));
  const years = [...new Set(rows.map((r) => r.fiscal_year))].sort();
  const of = (subject, year) => rows.filter((r) => r.subject === subject && r.fiscal_year === year);
  const drawn = SUBJECTS.filter((subject) => rows.some((r) => r.subject === subject));
  const cell = (subject, year) => {
    const at = of(subject, year);
    return el('td', { class: at.length > 1 ? 'n warning' : 'n' }, at.map((r, i) => [i > 0 && ' / ', link(`#/s/${r.submission_id}?page=${r.page_no || 1}`, r.value)]));
  };
  return el('div', { class: 'panel', tabindex: '0', role: 'group', 'aria-label': t('score_lines') }, scoreLines(rows, drawn), el('table', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('year')), drawn.map((s) => el('th', { scope: 'col', class: 'n' }, s)))),
    el('tbody', {}, years.map((year) => el('tr', {}, el('th', { scope: 'row' }, year), drawn.map((s) => cell(s, year)))))));
}

function flagged(rows, years) {
  if (!rows.length) return el('p', { class: 'ok' }, t('no_findings'));
  const codes = [...new Set(rows.map((r) => r.code))];
  return byYear(years, codes.map((code) => [codeName(code, language()), (year) => {
    const r = rows.find((one) => one.code === code && one.fiscal_year === year);
    return r && `${r.count}${r.confirmed ? ` (${t('confirmed')} ${r.confirmed})` : ''}`;
  }]), 'code');
}

function weak(o, years) {
  if (!o.weak.length) return el('p', { class: 'note' }, t('no_data'));
  const again = new Set(o.repeated.map((r) => r.text));
  return byYear(years, [...new Set(o.weak.map((w) => w.issue_no))].sort().map((issue) => [`1.${issue}`, (year) => {
    const mine = o.weak.filter((w) => w.issue_no === issue && w.fiscal_year === year);
    return mine.length > 0 && el('ul', { class: 'plain' }, mine.map((w) => el('li', { lang: 'th' }, again.has(w.text) ? el('mark', {}, w.text) : w.text)));
  }]), 'issue');
}

const byYear = (years, rows, head) => table([head, ...years.map((year) => el('th', { scope: 'col' }, year))],
  rows.map(([name, of]) => el('tr', {}, el('th', { scope: 'row' }, name), years.map((year) => el('td', {}, of(year))))));

function repeated(rows) {
  if (!rows.length) return el('p', { class: 'ok' }, t('none_repeated'));
  return table(['issue', 'column', 'evidence', 'year'], rows.map((r) => el('tr', {}, el('td', {}, `1.${r.issue_no}`), el('td', {}, columnName(r.column_key, language())),
    el('td', { lang: 'th' }, r.text), el('td', {}, r.at.map((at, i) => [i > 0 && ' · ', link(`#/s/${at.submission_id}?page=${at.page_no || 1}`, `${at.fiscal_year}`)])))));
}

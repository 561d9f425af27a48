// The log of changes.
import { t, language } from './words.js';
import { codeName, columnName, subjectName } from './terms.js';
import { api, session } from './api.js';
import { change } from './change.js';
import { dayOf, el, fileWords, pager, link, moment, table, put } from './dom.js';
import { hashOf } from './filters.js';

export async function history(params, _, view) {
  const page = Number(params.get('page') || 1);
  const [log, me, facets] = await Promise.all([api.get('history', params), session(), api.get('facets')]);
  const leads = !me.read_only && ['lead', 'admin'].includes(me.role);
  put(view, el('h1', {}, t('history')), narrowed(params, facets), log.rows.length ? changes(log.rows, true, leads) : el('p', {}, t('no_history')),
    pager(log, page, (n) => hashOf('#/history', new URLSearchParams(['who', 'kind'].filter((k) => params.get(k)).map((k) => [k, params.get(k)])), { page: n })));
}

const KINDS = ['decision', 'own', 'final_score', 'cell', 'score', 'score_part', 'issue', 'table', 'fact', 'letter', 'assignment', 'sample', 'second', 'waiting', 'added'];

// By person and by what was changed.
function narrowed(params, facets) {
  const field = (name, values, words) => el('label', { for: `h-${name}` }, t(name === 'who' ? 'who' : 'what'), el('select', { id: `h-${name}`, name }, el('option', { value: '' }, t('all')),
    values.map((v) => el('option', { value: v, selected: params.get(name) === v }, words(v)))));
  const form = el('form', { class: 'filters' }, field('who', facets.reviewer, (v) => v), field('kind', KINDS, (v) => t(v)), el('button', { type: 'submit', class: 'primary' }, t('filter')));
  form.addEventListener('submit', (event) => { event.preventDefault(); location.hash = hashOf('#/history', [...new FormData(form)].filter(([, v]) => v)); });
  return form;
}

// The log as a table; `offices`: with the office that each change belongs to; `leads`: who looks may take back others'.
export function changes(rows, offices, leads = false) {
  const back = (e) => el('button', { type: 'button', class: 'act', onclick: () => change(`history/${e.id}/undo`, () => ({}), () => dispatchEvent(new Event('hashchange'))) }, t('undo'));
  return table(['when', 'who', ...(offices ? ['office'] : []), 'what', 'before', 'after', ...(leads ? ['undo'] : [])], rows.map((e) => el('tr', {},
    el('td', {}, moment(e.at)), el('td', { class: 'who' }, e.who),
    offices && el('td', { class: 'office' }, e.submission_id ? [link(hashOf(`#/s/${e.submission_id}`, {}, { finding: e.finding_id }), e.agency || t('no_office')), el('div', { class: 'file' }, fileWords(e.source_path)), e.earlier_version === 1 && ` (${t('earlier_version')})`] : '–'),
    el('td', {}, whatOf(e)), el('td', {}, valueOf(e, e.before)), el('td', {}, valueOf(e, e.after)),
    leads && el('td', {}, e.undone ? t('was_undone') : !e.undoes && back(e)))));
}

export function whatOf(e) {
  if (e.kind === 'waiting') return `${e.undoes ? `${t('undo')}: ` : ''}${t('waiting')}: ${whatOf(waited(e))}`;
  const [first, second, third] = e.anchor.split(['decision', 'own', 'second'].includes(e.kind) ? '|' : '/');
  const undone = e.undoes ? `${t('undo')}: ` : '';
  if (e.kind === 'decision') return `${undone}${codeName(first, language())}${second ? ` · ${t('issue')} 1.${second}` : ''}`;
  if (e.kind === 'own') return `${undone}${t('own')}${second ? ` · ${t('issue')} 1.${second}` : ''}`;
  if (e.kind === 'fact') return `${undone}${t({ agency: 'office', fiscal_year: 'year', item_code: 'item' }[first])}`;
  if (e.kind === 'issue') return `${undone}${t('issue')} 1.${first} · ${t(third)}`;
  if (e.kind === 'score_part') return `${undone}${t(partOfScore(e.anchor))} · ${subjectOf(first, second)}`;
  if (e.kind === 'added') return `${undone}${t(first === 'score' ? 'add_score' : 'add_issue')}`;
  if (e.kind === 'second') return `${undone}${t('second')}: ${codeName(first, language())}`;
  if (['letter', 'assignment', 'sample'].includes(e.kind)) return `${undone}${t(e.kind)}`;
  if (e.kind === 'table') return `${undone}${t('table')} ${first} · ${partOf(second, third)}`;
  if (e.kind === 'cell') return `${undone}${t('table')} ${first} · ${t('row')} ${second} · ${t('column')} ${third}`;
  return `${undone}${e.kind === 'score' ? `${t('score')} · ${subjectOf(first, second)}` : t('final_score')}`;
}

const subjectOf = (kind, no) => [subjectName(kind, language()), no].filter(Boolean).join(' ');

const partOfScore = (anchor) => { const part = anchor.split('/').pop(); return { agency: 'office', fiscal_year: 'year' }[part] || part; };

// Of a table: its issue, a column, a row, or the whole of it.
function partOf(part, number) {
  if (part === 'issue_no') return t('issue');
  return part === 'dismissed' ? t('leave_out') : `${t(part)} ${number}${part === 'row' ? ` · ${t('leave_out')}` : ''}`;
}

// What a correction that waits is a correction of.
function waited(e) {
  const [kind, ...rest] = e.anchor.split('|');
  return { kind, anchor: rest.slice(0, -1).join('|') };
}

// All that a reviewer said of a score or an issue that was added.
function added(value) {
  const subject = value.subject && subjectOf(value.subject, value.subject_no);
  const points = value.subject && (value.unit === 'percent' ? `${value.value} %` : value.value);
  return [subject, points, value.grade, value.fiscal_year, value.agency, value.issue_no && `1.${value.issue_no}`, value.title, value.item_codes?.replaceAll(',', ', '), value.timeframe, value.limitation]
    .filter((v) => v !== undefined && v !== null && v !== '').join(' · ');
}

export function valueOf(e, value) {
  if (value === null || value === undefined) return '–';
  if (e.kind === 'waiting') return [t(value.kept ? 'waiting_kept' : 'waiting'), ': ', valueOf(waited(e), value.value)];
  if (e.kind === 'own') return value.message;
  if (e.kind === 'added') return added(value);
  if (e.kind === 'score_part' && e.anchor.endsWith('/subject')) return subjectOf(...String(value).split(' '));
  if (e.kind === 'letter') return link(`letter/${e.anchor}`, [t('letter_sent'), value.number, value.sent_on && dayOf(value.sent_on)].filter(Boolean).join(' · '));
  if (e.kind === 'decision' || e.kind === 'second') return [t(value.status), value.note].filter(Boolean).join(': ');
  if (e.kind === 'table' && e.anchor.includes('/column/')) return columnName(value, language());
  return String(value);
}

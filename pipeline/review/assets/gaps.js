// Findings of many submissions: one by one or by cause, and one decision on all that the filters leave.
import { t, language } from './words.js';
import { codeName, columnName } from './terms.js';
import { api, session } from './api.js';
import { change, openDialog, typed } from './change.js';
import { el, fileWords, inPageWords, pager, say, table, put } from './dom.js';
import { filterForm, filtersIn, hashOf, inWords, noneLeft } from './filters.js';
import { files } from './submissions.js';
import { savedViews } from './views.js';

export async function gaps(params, _, view) {
  const page = Number(params.get('page') || 1);
  const filters = filtersIn(params);
  const by = params.get('by') === 'cause' ? 'cause' : '';
  const query = new URLSearchParams(filters);
  query.set('page', page);
  const [facets, me, all, list] = await Promise.all([api.get('facets'), session(), api.get('findings', query),
    by ? api.get('findings/causes', query) : null]);
  const way = (mode, word) => el('a', { href: hashOf('#/findings', filters, { by: mode }), 'aria-current': by === mode ? 'true' : null }, t(word));
  const shown = () => {
    if (all.total === 0) return noneLeft(filters, '#/findings', { by });
    return by ? causes(list.rows, filters) : one(all.rows, filters);
  };
  put(view, el('h1', {}, t('findings')), filterForm(facets, params, '#/findings'), savedViews('findings', params),
    el('p', { class: 'bar' }, all.total > 0 && `${all.total} ${t('found')} · ${all.submissions} ${t('reports')} · ${t('open')} ${all.open}`, way('', 'one_by_one'), way('cause', 'by_cause')),
    !me.read_only && all.open > 0 && bulkBar(filters, all.open),
    all.total > 0 && files(filters),
    shown(),
    pager(by ? list : all, page, (n) => hashOf('#/findings', filters, { by, page: n })));
}

function one(rows, filters) {
  return table(['code', 'office', 'file', 'year', 'page', 'state'], rows.map((f) => el('tr', {},
    el('td', {}, el('span', { class: `tag ${f.severity}` }, t(f.severity)), ' ', el('a', { href: hashOf(`#/s/${f.submission_id}`, filters, { finding: f.id }) }, codeName(f.code, language())),
      el('div', {}, language() === 'th' ? f.message_th : f.message_en), place(f)),
    el('td', {}, f.agency || t('no_office')), el('td', { class: 'file', title: f.source_path }, fileWords(f.source_path)), el('td', { class: 'n' }, f.fiscal_year),
    el('td', { class: 'n' }, f.page_no), el('td', {}, t(f.status), f.note && el('div', { class: 'note' }, f.note)))));
}

const place = (f) => el('div', { class: 'where' }, [f.issue_no && `${t('issue')} 1.${f.issue_no}`, f.item_code, f.column_key && columnName(f.column_key, language())].filter(Boolean).join(' · '));

// Findings alike in code and words: what one decision may settle.
function causes(rows, filters) {
  const narrowed = (c) => hashOf('#/findings', filters, { code: c.code, evidence: c.evidence || '' });
  return table(['code', 'evidence', 'findings_count', 'open', 'reports'], rows.map((c) => el('tr', {},
    el('td', {}, el('a', { href: narrowed(c) }, codeName(c.code, language()))), el('td', { class: 'evidence' }, inPageWords(c, 'evidence')),
    el('td', { class: 'n' }, c.findings), el('td', { class: 'n' }, c.open || ''), el('td', { class: 'n' }, c.submissions))));
}

function bulkBar(filters, open) {
  const act = (status, word) => el('button', { type: 'button', id: `bulk-${status}`, onclick: () => ask(filters, status) }, `${t(word)} ${open} ${t('items')}`);
  return el('p', { class: 'bar noprint' }, act('confirmed', 'confirm_all'), act('dismissed', 'dismiss_all'));
}

// Counts first, says what would be decided, and decides exactly these: were others there meanwhile, none is.
async function ask(filters, status) {
  const query = new URLSearchParams(filters);
  let chosen;
  try { chosen = await api.get('findings/selection', query); } catch (error) { say(error.message, true); return; }
  if (chosen.findings > chosen.most) { say(`${t('too_many')} ${chosen.most}`, true); return; }
  const note = el('textarea', { id: 'bulk-note', rows: 3, cols: 50, maxlength: 4000 });
  const draft = typed(`bulk ${status} ${filters}`, note);
  const told = `${t(status === 'confirmed' ? 'confirm' : 'dismiss')} ${chosen.findings} ${t('items')} · ${chosen.submissions} ${t('reports')}`;
  const dialog = el('dialog', { 'aria-labelledby': 'bulk-title' }, el('form', { method: 'dialog' }, el('h2', { id: 'bulk-title' }, told),
    el('p', {}, `${filters}` ? `${t('filtered')}: ${inWords(filters)}` : el('strong', {}, t('no_filter'))), el('p', {}, t('bulk_undo')),
    el('p', {}, el('label', { for: 'bulk-note' }, t('bulk_note'))), draft.hint, note,
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary' }, told), el('button', { value: '' }, t('cancel')))));
  openDialog(dialog, async () => {
    draft.keep();
    const body = { status, note: note.value.trim(), digest: chosen.digest, latest: chosen.latest };
    const saved = await change(`findings/decision?${query}`, () => body, (answer) => say(`${t(status)} ${answer.decided} ${t('items')}`));
    if (!saved) return;
    draft.drop();
    dispatchEvent(new Event('hashchange'));
  }, draft.drop);
}

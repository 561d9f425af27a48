// What was read of a submission: the issues, the scores, the tables. Everything that has a place lights it.
import { t, language } from './words.js';
import { columnName, subjectName } from './terms.js';
import { api } from './api.js';
import { change, edit, openDialog } from './change.js';
import { points } from './digits.js';
import { el, clear, put, say } from './dom.js';
import { corrector, was } from './fields.js';
import { addIssue, addScore, addedMark, subjectFields } from './added.js';
import { isRowOut, ofColumn, ofRow, ofTable } from './parts.js';

const LOW = 0.95;  // mean confidence of a cell's words below which some of them are doubtful

const LONG = 12;  // letters, from which a cell's column is not as narrow as its longest word

const placeButton = (text, onclick) => el('button', { type: 'button', onclick }, text);

export function issues(s, sheet) {
  if (!s.issues.length) return el('div', {}, el('p', { class: 'note' }, t('no_issues')), addIssue(s, sheet));
  const heads = ['issue', 'title', 'item_codes', 'timeframe', 'limitation'];
  return el('div', {}, el('div', { class: 'panel' }, el('table', { class: 'cells' },
    el('thead', {}, el('tr', {}, heads.map((h) => el('th', { scope: 'col' }, t(h))))),
    el('tbody', {}, s.issue_numbers.map((n) => issueRow(s, s.issues.find((i) => i.issue_no === n), n, sheet))))), addIssue(s, sheet));
}

function issueRow(s, issue, n, sheet) {
  const head = el('th', { scope: 'row' }, `1.${n}`);
  if (!issue) return el('tr', {}, head, el('td', { colspan: 4, class: 'warning' }, t('issue_not_found')));
  const none = () => el('em', { class: 'warning' }, t('missing'));
  // The place of one part of the issue, as the database names it.
  const part = (name) => {
    const at = Object.fromEntries(['page_no', 'x0', 'y0', 'x1', 'y1'].map((k) => [k, issue[`${name}_${k}`]]));
    return [issue[name] ? placeButton(issue[name], () => sheet.light(at.page_no ? at : issue)) : none(), mend(name)];
  };
  const mend = (name) => [was(issue, name), corrector(s, issue, name, `issues/${issue.id}`, `${t(name)} 1.${n}`)];
  return el('tr', {}, head, el('td', {}, placeButton(issue.title || '—', () => sheet.light(issue)), mend('title'), addedMark(s, issue, `issues/${issue.id}`, `${t('issue')} 1.${n}`)),
    el('td', {}, issue.item_codes ? issue.item_codes.replaceAll(',', ', ') : none(), mend('item_codes')), el('td', {}, part('timeframe')), el('td', {}, part('limitation')));
}

export function scores(s, sheet) {
  if (!s.scores.length) return el('div', {}, el('p', { class: 'note' }, t('missing')), addScore(s, sheet));
  const heads = ['subject', 'value', 'grade', 'rank', 'office', 'year', 'quote'];
  return el('div', {}, el('div', { class: 'panel' }, el('table', { class: 'cells' },
    el('thead', {}, el('tr', {}, heads.map((h) => el('th', { scope: 'col', class: h === 'value' ? 'n' : '' }, t(h))), !s.read_only && el('th', { scope: 'col', class: 'noprint' }, t('correct')))),
    scoreRows(s, sheet))), addScore(s, sheet));
}

const FIRST = 50;  // scores that are there at once: a table of results may name thousands
const MORE = 1000;
const asked = new Map();  // how many were asked for, by report

export const scoresAsked = (id) => asked.get(Number(id)) || FIRST;

function scoreRows(s, sheet) {
  const body = el('tbody', {});
  const draw = (list) => {
    const first = list.map((score) => scoreRow(s, sheet, score));
    body.append(...first);
    if (s.scores_left) put(body, el('tr', {}, el('td', { colspan: 8 }, el('button', { type: 'button', id: 'more-scores', class: 'noprint', onclick: more }, `${t('show_more')} (${s.scores_left})`), el('span', { class: 'paper' }, `… ${s.scores_left}`))));
    return first;
  };
  const more = async (event) => {
    event.target.disabled = true;
    try {
      const now = await api.get(`submissions/${s.id}`, new URLSearchParams({ page: sheet.page, scores_from: s.scores_to, scores: MORE }));
      for (const name of ['scores_to', 'scores_left']) s[name] = now[name];
      asked.set(s.id, s.scores_to);
      s.scores.push(...now.scores);
      body.lastChild.remove();  // the way to these
      draw(now.scores)[0]?.querySelector('button').focus();
    } catch (error) {
      event.target.disabled = false;
      say(error.message, true);
    }
  };
  draw(s.scores);
  return body;
}

function scoreRow(s, sheet, score) {
  const name = [subjectName(score.subject, language()), score.subject_no].filter(Boolean).join(' ');
  const value = el('td', {});
  const draw = () => {
    value.className = ['n', score.corrected ? 'corrected' : '', score.doubtful ? 'low' : ''].join(' ').trim();
    value.title = score.corrected ? `${t('was')} ${score.corrected_from}${score.carried ? ` · ${t('carried')}` : ''}` : (score.doubtful && t('doubtful')) || '';
    value.textContent = score.unit === 'percent' ? `${score.value} %` : score.value;
  };
  const correct = () => edit(`${t('correct')} ${name}`, String(score.value), (text) => {
    const given = points(text);
    return change(`scores/${score.id}/correction`, () => ({ value: given, key: score.key, version: score.version }), (r) => {
      Object.assign(score, { corrected_from: score.corrected ? score.corrected_from : score.value, corrected: 1, value: given, version: r.version });
      draw();
    }).then((saved) => { if (saved) s.judged(); return saved; });
  }, score.key, (text) => (points(text) === undefined ? t('number_wanted') : ''));
  draw();
  const part = (what, kind = '', label = t(what)) => el('td', { class: kind }, score[what], ' ', was(score, what), corrector(s, score, what, `scores/${score.id}`, `${label} ${name}`));
  return el('tr', { class: score.dismissed === 1 ? 'out' : '' }, el('td', {}, placeButton(name, () => sheet.light(score)), subjectMark(s, score, name), addedMark(s, score, `scores/${score.id}`, name)), value, part('grade'), part('rank'), part('agency', 'name', t('office')),
    part('fiscal_year', '', t('year')), el('td', { class: 'name' }, score.quote),
    !s.read_only && el('td', { class: 'noprint' }, el('button', { type: 'button', class: 'act', onclick: correct, 'aria-label': `${t('correct')} ${name}` }, t('correct'))));
}

// What a score is of: what was read, and the way to set it right.
function subjectMark(s, score, name) {
  const field = score.fields.subject;
  const set = () => {
    const subject = subjectFields(score.subject, score.subject_no);
    const label = `${t('correct')} ${t('subject')} ${name}`;
    openDialog(el('dialog', { 'aria-label': label }, el('form', { method: 'dialog' }, el('h2', {}, label), subject.nodes,
      el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary' }, t('save')), el('button', { value: '' }, t('cancel'))))), async () => {
      if (await change(`scores/${score.id}/subject`, () => ({ value: subject.value(), key: field.key, version: field.version }), () => {})) dispatchEvent(new Event('hashchange'));
    });
  };
  const read = () => [subjectName(field.was, language()), score.fields.subject_no.was].filter(Boolean).join(' ');
  return ['was' in field && el('small', { class: 'corrected' }, ` (${t('was')} ${read()}${field.carried ? ` · ${t('carried')}` : ''})`),
    !s.read_only && el('button', { type: 'button', class: 'act', 'aria-label': `${t('correct')} ${t('subject')} ${name}`, title: t('correct'), onclick: set }, '✎')];
}

// Cells by one of their numbers, in their order.
function grouped(cells, by) {
  const groups = new Map();
  for (const cell of cells) groups.has(cell[by]) ? groups.get(cell[by]).push(cell) : groups.set(cell[by], [cell]);
  return groups;
}

export function tables(s, sheet) {
  return [...grouped(s.cells, 'table_no')].map(([no, mine]) => {
    const columns = [...new Map(mine.map((c) => [c.col_no, c])).values()].sort((a, b) => a.col_no - b.col_no);
    const rows = [...grouped(mine, 'row_no')];
    const table = s.tables.find((of) => of.table_no === no);
    return el('div', { class: 'panel' }, el('table', { class: 'cells' },
      el('caption', {}, `${t('table')} ${no}`, mine[0].issue_no && ` · ${t('issue')} 1.${mine[0].issue_no}`, ofTable(s, table)),
      el('thead', {}, el('tr', {}, columns.map((c) => el('th', { scope: 'col', title: c.header_text }, headOf(c), ofColumn(s, table, c, headOf(c)))), rows.some(([row]) => ofRow(s, table, row, [])) && el('td', { class: 'noprint' }))),
      el('tbody', {}, rows.map(([row, cells]) => {
        return el('tr', { class: isRowOut(table, cells) ? 'out' : '' }, columns.map((column) => {
          const cell = cells.find((c) => c.col_no === column.col_no);
          return cell ? cellNode(s, sheet, cell) : el('td', {});
        }), ofRow(s, table, row, cells));
      }))));
  });
}

const headOf = (cell) => (cell.column_key === 'other' && cell.header_text) || columnName(cell.column_key, language());

function cellNode(s, sheet, cell) {
  const text = el('span', {});
  const node = el('td', { id: `cell-${cell.id}`, class: cell.text?.length > LONG ? 'long' : null, lang: 'th' });
  const draw = () => {
    const low = cell.confidence < LOW || cell.doubtful;
    text.className = [low ? 'low' : '', cell.corrected ? 'corrected' : ''].join(' ').trim();
    node.title = [cell.confidence < 1 && `${t('confidence')} ${cell.confidence.toFixed(2)}`, cell.corrected && `${t('was')} “${cell.corrected_from || ''}”`, cell.carried && t('carried')].filter(Boolean).join(' · ');
    clear(text);
    text.append(...marked(cell.text || '—', doubtsIn(s, cell)));
  };
  const correct = () => edit(`${t('correct')} ${t('table')} ${cell.table_no} · ${headOf(cell)} · ${t('row')} ${cell.row_no}`, cell.text || '', (value) => change(`cells/${cell.id}/correction`, () => ({ text: value, key: cell.key, version: cell.version }), (r) => {
    Object.assign(cell, { corrected_from: cell.corrected ? cell.corrected_from : cell.text, corrected: 1, text: value, version: r.version });
    draw();
  }).then((saved) => { if (saved) s.judged(); return saved; }), cell.key);
  const button = el('button', { type: 'button', onclick: () => sheet.open(cell, false), onfocus: () => cell.page_no && sheet.light(cell), ondblclick: s.read_only ? null : correct }, text);
  if (!s.read_only) button.addEventListener('keydown', (event) => { if ((event.key === 'e' || event.code === 'KeyE') && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); correct(); } });
  draw();
  node.append(button);
  return node;
}

// Words of the cell that were read with doubt, and those that a finding calls doubtful. A single sign is marked on the
// page only: the cell may hold it more than once.
function doubtsIn(s, cell) {
  const read = s.doubtful_words.filter((w) => w.text.length > 1 && isWithin(w, cell)).map((w) => w.text);
  const flagged = s.findings.filter((f) => f.code === 'low_confidence' && f.evidence && f.page_no === cell.page_no).map((f) => f.evidence.replace(/…$/, ''));
  return [...read, ...flagged].filter((words) => cell.text?.includes(words));
}

function isWithin(word, cell) {
  const x = (word.x0 + word.x1) / 2;
  const y = (word.y0 + word.y1) / 2;
  return word.page_no === cell.page_no && x >= cell.x0 && x <= cell.x1 && y >= cell.y0 && y <= cell.y1;
}

function marked(text, words) {
  if (!words.length) return [text];
  const pattern = new RegExp(`(${words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return text.split(pattern).map((part, i) => (i % 2 ? el('mark', { class: 'low' }, part) : part));
}

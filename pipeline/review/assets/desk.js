// One submission: the page on the left, what was read and flagged on the right.
import { t, language } from './words.js';
import { layoutNames } from './terms.js';
import { api } from './api.js';
import { change } from './change.js';
import { el, inPageWords, moment, put, say } from './dom.js';
import { onKeys } from './keys.js';
import { filterNote, hashOf } from './filters.js';
import { Sheet } from './sheet.js';
import { Findings } from './findings.js';
import { issues, scores, scoresAsked, tables } from './reading.js';
import { changes } from './lists.js';
import { facts } from './fields.js';
import { letters } from './letters.js';
import { ownFinding } from './own.js';
import { publication } from './published.js';
import { patternOf } from './search.js';
import { sameItem, versions } from './versions.js';
import { secondBar } from './second.js';
import { waiting } from './waiting.js';
import { toggleWhy, why } from './why.js';

// The report that is shown, for when it is shown anew: after a correction, after an undo.
let shown = { address: '', view: null };

export async function desk(params, id, view) {
  const read = (page) => api.get(`submissions/${id}`, new URLSearchParams({ page, scores: scoresAsked(id) }));
  const s = await read(Number(params.get('page')) || 1);
  const decides = !s.read_only;
  if (s.second) s.read_only = true;  // nothing but decisions is asked for
  const sheet = new Sheet(s);
  const findings = new Findings(s, sheet, decides);
  const top = el('div', {}, head(s));
  // After a correction: what is flagged now, and what the rubric suggests.
  s.judged = async () => {
    const now = await api.get(`submissions/${id}`);
    for (const name of ['findings', 'suggested_score', 'score_reason', 'score_reason_en']) s[name] = now[name];
    findings.draw();
    top.replaceChildren(head(s));
  };
  const cells = el('div', {});
  const drawTables = () => cells.replaceChildren(...[s.cells_of_page && el('p', { class: 'note' }, t('cells_of_page'))].filter(Boolean), ...tables(s, sheet));
  drawTables();
  // Of a report with very many cells those of the page that is shown are there.
  if (s.cells_of_page) sheet.onTurn = async (n) => {
    try {
      if (s.cells_of_page === n) return;
      const now = await read(n);
      if (sheet.page !== n) return;
      for (const name of ['cells', 'cells_of_page', 'tables']) s[name] = now[name];
      const held = document.activeElement.closest('td[id]')?.id;  // of a row that goes on there
      drawTables();
      sheet.boxes();
      if (held) document.getElementById(held)?.querySelector('button').focus({ preventScroll: true });
    } catch (error) { say(error.message, true); }
  };
  const withTables = s.cells.length > 0 || s.cells_of_page;
  const reasons = why(s, sheet);
  const part = (word, node) => [el('h2', {}, t(word)), node];
  const right = el('div', {}, filterNote(`#/s/${s.id}`, { finding: params.get('finding') }), top, secondBar(s), sameItem(s), s.stale.length > 0 && part('stale_review', changes(s.stale, false)), waiting(s), part('findings', el('div', {}, findings.node, ownFinding(s, sheet))), part('issues', issues(s, sheet)),
    part('stated_scores', scores(s, sheet)), withTables && el('div', { class: 'noprint' }, part('cells', cells)), reasons, versions(s), log(s));
  const toTables = el('button', { type: 'button', class: 'skip', onclick: () => document.querySelector('.cells td[id] button')?.focus() }, t('to_tables'));
  put(view, withTables && toTables, el('div', { class: 'desk' }, sheet.node, right));
  const again = shown.address === location.hash && shown.view.isConnected && whereOneIs(shown);
  shown = { address: location.hash, view, sheet, findings };
  view.addEventListener('shown', () => {
    sheet.turn(again ? again.page : Number(params.get('page') || 1));
    if (again) goBackTo(again, shown);
    else if (params.get('finding')) findings.choose(Number(params.get('finding')));
    else if (params.get('q')) lightWords(s, sheet, Number(params.get('page')), params.get('q'));
  });
  onKeys({
    c: () => findings.decide('confirmed'), d: () => findings.decide('dismissed'), m: () => findings.note(),
    j: () => findings.step(1), k: () => findings.step(-1), s: () => document.getElementById('final')?.focus(),
    w: () => toggleWhy(reasons), '[': () => sheet.step(-1), ']': () => sheet.step(1), '+': () => sheet.magnify(1), '-': () => sheet.magnify(-1),
    r: () => sheet.rotate(), t: () => sheet.showText(), g: () => sheet.number.select(),
  }, () => view.isConnected);
}

// Where one is on a page that is about to be replaced by the same one.
function whereOneIs({ sheet, findings, view }) {
  const held = view.contains(document.activeElement) ? document.activeElement : null;
  return { page: sheet.page, turned: sheet.turned, frame: sheet.frame.scrollTop, finding: findings.id, top: scrollY, held: held && { id: held.id, name: held.getAttribute('aria-label') } };
}

function goBackTo(there, { sheet, findings, view }) {
  sheet.rotate(there.turned);
  findings.mark(there.finding);
  sheet.frame.scrollTop = there.frame;
  scrollTo(scrollX, there.top);
  const same = (node) => (there.held.id ? node.id === there.held.id : there.held.name && node.getAttribute('aria-label') === there.held.name);
  // After the frame has taken the focus.
  if (there.held) queueMicrotask(() => [...view.querySelectorAll('button, input, select, a')].find(same)?.focus({ preventScroll: true }));
}

function head(s) {
  const about = [layoutNames(s.layout, language()), t(s.status), inPageWords(s, 'error'), s.assigned.length > 0 && `${t('assigned')}: ${s.assigned[0].reviewer}`];
  const reason = language() === 'th' ? s.score_reason : s.score_reason_en || s.score_reason;
  return el('div', { class: 'panel' }, el('h1', { lang: 'th' }, s.agency || s.source_path), el('p', { class: 'paper' }, `${t('printed')} ${moment(new Date())} · ${document.getElementById('who').textContent}`), facts(s), el('p', {}, about.filter(Boolean).join(' · '), s.agency && [' · ', el('a', { href: hashOf('#/office', {}, { name: s.agency }) }, t('over_years'))]),
    el('p', { class: 'file' }, s.source_path, s.published_url && [' · ', webLink(s.published_url)]),
    publication(s),
    el('p', {}, el('b', {}, `${t('suggested')} ${s.suggested_score ?? '–'}`), reason && ` · ${reason}`),
    !s.second && el('p', { class: 'bar' }, el('label', { for: 'final' }, t('final_score')), finalScore(s)), !s.second && letters(s));
}

// An untrusted address: only the web's own, and it learns nothing of this page.
function webLink(url) {
  const web = /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse?.(url) !== false;
  return web ? el('a', { href: url, target: '_blank', rel: 'noreferrer noopener external' }, url) : url;
}

// What is shown is what is saved, on paper too.
function finalScore(s) {
  const offered = [...new Set([null, 100, 50, 0, s.final_score])];
  const select = el('select', { id: 'final', disabled: s.read_only }, offered.map((v) => el('option', { value: v ?? '' }, v ?? '–')));
  const paper = el('b', { class: 'paper' });
  const show = () => {
    select.value = s.final_score ?? '';
    paper.textContent = s.final_score ?? '–';
  };
  select.addEventListener('change', async () => {
    const score = select.value === '' ? null : Number(select.value);
    await change(`submissions/${s.id}/final-score`, () => ({ score, key: s.final_key, version: s.final_version }), (r) => Object.assign(s, { final_score: score, final_version: r.version }));
    show();
  });
  show();
  return [select, paper];
}

// The first cell on the page that holds the words looked for.
function lightWords(s, sheet, page, words) {
  const each = words.split(' ').filter(Boolean).map((word) => patternOf([word]));
  const cell = s.cells.find((c) => c.page_no === page && each.every((pattern) => pattern.test(c.text || '')));
  if (cell) sheet.open(cell);
}

// Who changed what of this submission; asked for when it is opened.
function log(s) {
  const node = el('details', {}, el('summary', {}, t('history')));
  const show = async (page) => {
    const answer = await api.get('history', new URLSearchParams({ submission_id: s.id, page }));
    const to = (word, there) => el('button', { type: 'button', onclick: () => show(there) }, t(word));
    node.replaceChildren(node.firstChild, answer.rows.length ? changes(answer.rows, false) : el('p', {}, t('no_history')),
      el('p', { class: 'bar' }, page > 1 && to('previous', page - 1), answer.total > page * answer.size && to('following', page + 1)));
  };
  node.addEventListener('toggle', () => { if (node.open) show(1); });
  return node;
}

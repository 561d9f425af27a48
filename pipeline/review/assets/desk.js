// One submission: the page on the left, what was read and flagged on the right. Everything that has a place lights it.
import { t, language } from '/assets/words.js';
import { api, Stale } from '/assets/api.js';
import { el, clear, say } from '/assets/dom.js';

const LOW = 0.6;  // below this OCR confidence a cell is underlined

export async function desk(params, id, view) {
  const s = await api.get(`submissions/${id}`);
  const sheet = new Sheet(s);
  const findings = new Findings(s, sheet);
  const right = el('div', {}, head(s), el('h2', {}, t('findings')), findings.node, el('h2', {}, t('issues')), issues(s, sheet),
    el('h2', {}, t('stated_scores')), scores(s, sheet), el('h2', {}, t('cells')), tables(s, sheet));
  view.append(el('div', { class: 'desk' }, sheet.node, right));
  view.addEventListener('shown', () => {
    const wanted = Number(params.get('finding'));
    if (wanted) findings.choose(wanted);
    else sheet.turn(Number(params.get('page') || 1));
  });
  const keys = (event) => {
    if (!view.isConnected) { document.removeEventListener('keydown', keys); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const act = { c: () => findings.decide('confirmed'), d: () => findings.decide('dismissed'), m: () => findings.note(), j: () => findings.step(1), k: () => findings.step(-1) }[event.key];
    if (act) { event.preventDefault(); act(); }
  };
  document.addEventListener('keydown', keys);
}

function head(s) {
  const final = el('select', { id: 'final' }, ['', 100, 50, 0].map((v) => el('option', { value: v, selected: s.final_score !== null && s.final_score === v }, v === '' ? '–' : v)));
  final.disabled = s.read_only;
  final.addEventListener('change', () => change(`submissions/${s.id}/final-score`, { score: final.value === '' ? null : Number(final.value), version: s.final_version }, (r) => { s.final_version = r.version; }));
  return el('div', {}, el('h1', {}, s.agency || s.source_path),
    el('p', {}, [s.fiscal_year && `${t('year')} ${s.fiscal_year}`, s.item_code, s.layout, t(s.status), s.error].filter(Boolean).join(' · ')),
    el('p', {}, `${t('suggested')}: ${s.suggested_score ?? '–'} `, el('span', { class: 'info' }, s.score_reason || ''), ' '),
    el('p', { class: 'bar' }, el('label', { for: 'final' }, t('final_score')), final, el('a', { href: `/report/${s.id}` }, t('office_report'))));
}

async function change(path, body, done) {
  try {
    done(await api.post(path, body));
    say(t('saved'));
    return true;
  } catch (error) {
    say(error instanceof Stale ? t('stale') : error.message, true);
    if (error instanceof Stale) dispatchEvent(new Event('hashchange'));  // shows the new value
    return false;
  }
}

// The page image, the lit box, and a transparent button over every cell that stands on it.
class Sheet {
  constructor(s) {
    this.s = s;
    this.page = 0;
    this.image = el('img', { alt: '' });
    this.layer = el('div', {});
    this.label = el('span', { role: 'status' });
    this.node = el('section', { class: 'sheet', 'aria-label': t('page') },
      el('div', { class: 'bar' }, el('button', { type: 'button', onclick: () => this.turn(this.page - 1) }, t('previous')), this.label,
        el('button', { type: 'button', onclick: () => this.turn(this.page + 1) }, t('following'))),
      el('div', { class: 'frame' }, el('div', { class: 'canvas' }, this.image, this.layer)));
  }

  turn(n, lit) {
    const page = this.s.pages.find((p) => p.page_no === n);
    if (!page) return;
    if (n !== this.page) {
      this.page = n;
      this.image.src = `/api/v1/submissions/${this.s.id}/pages/${n}.png`;
      this.image.alt = `${t('page')} ${n}`;
    }
    this.label.textContent = `${t('page')} ${n} / ${this.s.pages.length} (${page.source})`;
    clear(this.layer);
    for (const cell of this.s.cells.filter((c) => c.page_no === n && c.x1 > c.x0)) {
      const place = el('button', { type: 'button', class: 'place', tabindex: '-1', 'aria-hidden': 'true', onclick: () => this.open(cell) });
      this.put(place, cell, page);
      this.layer.append(place);
    }
    if (lit && lit.x1 > lit.x0) {
      const box = el('div', { class: 'box' });
      this.put(box, lit, page);
      this.layer.append(box);
      box.scrollIntoView({ block: 'nearest' });
    }
  }

  put(node, at, page) {
    Object.assign(node.style, { left: `${(100 * at.x0) / page.width}%`, top: `${(100 * at.y0) / page.height}%`, width: `${(100 * (at.x1 - at.x0)) / page.width}%`, height: `${(100 * (at.y1 - at.y0)) / page.height}%` });
  }

  light(at) { if (at.page_no) this.turn(at.page_no, at); else say(t('no_place')); }

  open(cell) {
    this.light(cell);
    const target = document.getElementById(`cell-${cell.id}`);
    document.querySelectorAll('td.lit').forEach((n) => n.classList.remove('lit'));
    target?.classList.add('lit');
    target?.scrollIntoView({ block: 'center' });
  }
}

class Findings {
  constructor(s, sheet) {
    this.s = s;
    this.sheet = sheet;
    this.at = -1;
    this.node = el('div', { id: 'findings' });
    this.draw();
  }

  draw() {
    clear(this.node);
    if (!this.s.findings.length) this.node.append(el('p', { class: 'ok' }, `0 ${t('found')}`));
    this.s.findings.forEach((f, i) => this.node.append(this.item(f, i)));
  }

  item(f, i) {
    const place = [f.issue_no && `${t('issue')} 1.${f.issue_no}`, f.item_code, f.column_key, f.page_no && `${t('page')} ${f.page_no}`].filter(Boolean).join(' · ');
    const button = (status, word) => el('button', { type: 'button', disabled: this.s.read_only, onclick: () => { this.at = i; this.decide(status); } }, t(word));
    return el('article', { class: `finding ${f.severity} ${f.status === 'open' ? '' : 'decided'}`, id: `finding-${f.id}`, 'aria-current': i === this.at ? 'true' : null },
      el('div', {}, el('button', { type: 'button', onclick: () => this.choose(f.id) }, t(f.severity)), ' ', el('b', {}, f.code), ' ', place, ' ', f.status !== 'open' && el('em', { class: 'ok' }, t(f.status))),
      el('div', {}, language() === 'th' ? f.message_th : f.message_en), f.evidence && el('div', { class: 'evidence' }, `“${f.evidence}”`), f.note && el('div', {}, `${t('note')}: ${f.note}`),
      el('div', { class: 'bar noprint' }, button('confirmed', 'confirm'), button('dismissed', 'dismiss'), f.status !== 'open' && button('open', 'reopen'),
        el('button', { type: 'button', disabled: this.s.read_only, onclick: () => { this.at = i; this.note(); } }, t('note'))));
  }

  choose(id) {
    const i = this.s.findings.findIndex((f) => f.id === id);
    if (i < 0) return;
    this.at = i;
    this.draw();
    this.sheet.light(this.s.findings[i]);
    document.getElementById(`finding-${id}`)?.scrollIntoView({ block: 'nearest' });
  }

  step(by) {
    const n = this.s.findings.length;
    if (n) this.choose(this.s.findings[(this.at + by + n) % n].id);
  }

  async decide(status) {
    const f = this.s.findings[Math.max(0, this.at)];
    if (!f || this.s.read_only) return;
    const ok = await change(`findings/${f.id}/decision`, { status, note: f.note || '', version: f.version }, (r) => Object.assign(f, { status, version: r.version }));
    if (ok) this.draw();
  }

  note() {
    const f = this.s.findings[Math.max(0, this.at)];
    if (!f || this.s.read_only) return;
    edit(t('note'), f.note || '', async (note) => {
      if (await change(`findings/${f.id}/decision`, { status: f.status, note, version: f.version }, (r) => Object.assign(f, { note, version: r.version }))) this.draw();
    });
  }
}

// A dialog with one text field.
function edit(label, value, done) {
  const area = el('textarea', { id: 'edit', rows: 6, cols: 50 }, value);
  const dialog = el('dialog', {}, el('form', { method: 'dialog' }, el('p', {}, el('label', { for: 'edit' }, label)), area,
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary' }, t('save')), el('button', { value: '' }, t('cancel')))));
  dialog.addEventListener('close', () => { const text = area.value; dialog.remove(); if (dialog.returnValue === 'save') done(text); });
  document.body.append(dialog);
  dialog.showModal();
}

function issues(s, sheet) {
  const heads = ['issue', 'title', 'item_codes', 'timeframe', 'limitation'];
  return el('div', { class: 'panel' }, el('table', { class: 'cells' }, el('thead', {}, el('tr', {}, heads.map((h) => el('th', { scope: 'col' }, t(h))))),
    el('tbody', {}, [1, 2, 3, 4, 5, 6, 7].map((n) => {
      const issue = s.issues.find((i) => i.issue_no === n);
      if (!issue) return el('tr', {}, el('th', { scope: 'row' }, `1.${n}`), el('td', { colspan: 4, class: 'warning' }, t('issue_not_found')));
      const none = () => el('em', { class: 'warning' }, t('missing'));
      return el('tr', {}, el('th', { scope: 'row' }, `1.${n}`), el('td', {}, el('button', { type: 'button', onclick: () => sheet.light(issue) }, issue.title)),
        el('td', {}, issue.item_codes || none()), el('td', {}, issue.timeframe || none()), el('td', {}, issue.limitation || none()));
    }))));
}

function scores(s, sheet) {
  if (!s.scores.length) return el('p', {}, t('missing'));
  return el('div', { class: 'panel' }, el('table', { class: 'cells' }, el('tbody', {}, s.scores.map((score) => {
    const value = el('td', { class: score.corrected ? 'n corrected' : 'n' }, score.value);
    return el('tr', {}, el('td', {}, el('button', { type: 'button', onclick: () => sheet.light(score) }, [score.subject, score.subject_no].filter(Boolean).join(' '))), value,
      el('td', {}, score.unit), el('td', {}, score.grade || ''), el('td', {}, score.agency || ''), el('td', {}, score.quote || ''),
      el('td', {}, !s.read_only && el('button', { type: 'button', class: 'act', onclick: () => edit(t('correct'), String(score.value), (text) => change(`scores/${score.id}/correction`, { value: Number(text), version: score.version },
        (r) => { Object.assign(score, { value: Number(text), version: r.version }); value.textContent = text; value.classList.add('corrected'); })) }, t('correct'))));
  }))));
}

function tables(s, sheet) {
  const numbers = [...new Set(s.cells.map((c) => c.table_no))];
  return numbers.map((no) => {
    const mine = s.cells.filter((c) => c.table_no === no);
    const keys = [...new Set(mine.map((c) => c.column_key))];
    const rows = [...new Set(mine.map((c) => c.row_no))];
    return el('div', { class: 'panel' }, el('table', { class: 'cells' }, el('caption', {}, `${t('table')} ${no}`, mine[0].issue_no && ` · ${t('issue')} 1.${mine[0].issue_no}`),
      el('thead', {}, el('tr', {}, keys.map((k) => el('th', { scope: 'col' }, k)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, keys.map((key) => {
        const cell = mine.find((c) => c.row_no === row && c.column_key === key);
        return cell ? cellNode(s, sheet, cell) : el('td', {});
      }))))));
  });
}

function cellNode(s, sheet, cell) {
  const text = el('span', { class: [cell.confidence < LOW ? 'low' : '', cell.corrected ? 'corrected' : ''].join(' ').trim() || null }, cell.text || '—');
  const correct = () => edit(t('correct'), cell.text || '', (value) => change(`cells/${cell.id}/correction`, { text: value, version: cell.version },
    (r) => { Object.assign(cell, { text: value, version: r.version }); text.textContent = value; text.classList.add('corrected'); }));
  return el('td', { id: `cell-${cell.id}`, title: cell.confidence < 1 ? `${t('confidence')} ${cell.confidence.toFixed(2)}` : null },
    el('button', { type: 'button', onclick: () => sheet.open(cell), ondblclick: s.read_only ? null : correct, onkeydown: (event) => { if (event.key === 'e' && !s.read_only) { event.preventDefault(); correct(); } } }, text));
}

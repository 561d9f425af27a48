// A submission's findings, and deciding them.
import { t, language } from './words.js';
import { codeName, columnName } from './terms.js';
import { change, edit, hasDraft } from './change.js';
import { el, clear, inPageWords, say } from './dom.js';

export class Findings {
  constructor(s, sheet, decides) {
    this.s = s;
    this.decides = decides;
    this.sheet = sheet;
    this.id = 0;  // of the chosen one; 0: none
    this.node = el('div', { id: 'findings' });
    this.draw();
  }

  // What is chosen stays chosen, whatever comes or goes before it, and the focus stays in the list.
  draw() {
    const held = this.node.contains(document.activeElement);
    clear(this.node);
    if (!this.s.findings.length) this.node.append(el('p', { class: 'ok' }, t('no_findings')));
    this.s.findings.forEach((f) => this.node.append(this.item(f)));
    if (held) this.focus();
  }

  focus() { this.node.querySelector('[aria-current=true] .name')?.focus({ preventScroll: true }); }

  item(f) {
    const place = [f.issue_no && `${t('issue')} 1.${f.issue_no}`, f.item_code, f.column_key && columnName(f.column_key, language()),
      f.page_no && `${t('page')} ${f.page_no}`].filter(Boolean).join(' · ');
    const message = language() === 'th' ? f.message_th : f.message_en;
    const said = inPageWords(f, 'evidence');
    const evidence = f.evidence && !message?.includes(f.evidence) && el('div', { class: 'evidence' }, said === f.evidence ? `“${said}”` : said);
    const act = (word, work, kind = '') => el('button', { type: 'button', class: kind, disabled: !this.decides, onclick: () => { this.id = f.id; work(); } }, t(word));
    return el('article', { class: `finding ${f.severity} ${f.status === 'open' ? '' : 'decided'}`, id: `finding-${f.id}`, 'aria-current': f.id === this.id ? 'true' : null },
      el('div', { class: 'head' }, el('span', { class: `tag ${f.severity}` }, t(f.severity)),
        el('button', { type: 'button', class: 'name', title: f.code, 'aria-label': [codeName(f.code, language()), t(f.severity), place, message, f.status !== 'open' && t(f.status)].filter(Boolean).join(' · '), onclick: () => this.choose(f.id) }, codeName(f.code, language())),
        el('span', { class: 'where' }, place), f.status === 'open' ? el('b', { class: 'paper' }, t('open')) : el('em', { class: f.status }, t(f.status)), f.carried === 1 && el('em', { class: 'carried' }, t('carried'))),
      el('div', {}, message), evidence, f.note && el('div', { class: 'note' }, `${t('note')}: ${f.note}`), hasDraft(f.key) && el('div', { class: 'warning draft' }, t('draft_waits')),
      el('div', { class: 'bar noprint' }, act('confirm', () => this.decide('confirmed'), f.status === 'open' ? 'primary' : ''),
        act('dismiss', () => this.decide('dismissed')), f.status !== 'open' && act('reopen', () => this.decide('open')), act('note', () => this.note())));
  }

  choose(id) {
    const f = this.s.findings.find((one) => one.id === id);
    if (!f) { say(t('finding_gone'), true); return; }
    this.id = id;
    this.draw();
    this.sheet.light(f);
    document.getElementById(`finding-${id}`)?.scrollIntoView({ block: 'nearest' });
  }

  // Chosen, without going there.
  mark(id) {
    this.id = id;
    this.draw();
  }

  step(by) {
    const n = this.s.findings.length;
    if (!n) return;
    const at = this.s.findings.findIndex((f) => f.id === this.id);
    this.choose(this.s.findings[at < 0 && by < 0 ? n - 1 : (at + by + n) % n].id);
    this.focus();  // read out where one is
  }

  // The chosen finding. A key must not decide one that nobody has chosen.
  chosen() { return this.decides ? this.s.findings.find((f) => f.id === this.id) : undefined; }

  // A second reader's decisions are kept apart.
  path(f) { return this.s.second ? `submissions/${this.s.id}/second` : `findings/${f.id}/decision`; }

  async decide(status) {
    const f = this.chosen();
    if (!f) return;
    const saved = await change(this.path(f), () => ({ status, note: f.note || '', key: f.key, version: f.version }), (r) => Object.assign(f, { status, carried: 0, version: r.version }), `${t(status)} · ${codeName(f.code, language())}`);
    if (saved) this.draw();
  }

  note() {
    const f = this.chosen();
    if (!f || (this.s.second && f.status === 'open')) return;  // her note goes with a decision
    edit(t('note'), f.note || '', async (note) => {
      const saved = await change(this.path(f), () => ({ status: f.status, note, key: f.key, version: f.version }), (r) => Object.assign(f, { note, carried: 0, version: r.version }));
      if (saved) setTimeout(() => this.draw());  // when the draft is gone
      return saved;
    }, f.key);
  }
}

// The page's picture, the lit box, and a transparent button over every cell that stands on it.
import { t } from '/assets/words.js';
import { el, clear, say } from '/assets/dom.js';

const ZOOMS = [100, 150, 200, 300];  // per cent of the frame's width

const hasPlace = (at) => at.x1 > at.x0 && at.y1 > at.y0;

export class Sheet {
  constructor(s) {
    this.s = s;
    this.page = 0;
    this.zoom = 0;
    this.image = el('img', { alt: '' });
    this.image.addEventListener('error', () => { this.message.textContent = t('page_failed'); });
    this.image.addEventListener('load', () => { this.message.textContent = ''; });
    this.message = el('p', { class: 'error' });
    this.layer = el('div', {});
    this.label = el('span', { role: 'status' });
    this.canvas = el('div', { class: 'canvas' }, this.image, this.layer);
    const button = (word, act, text) => el('button', { type: 'button', 'aria-label': t(word), title: t(word), onclick: act }, text);
    this.node = el('section', { class: 'sheet', 'aria-label': t('page') },
      el('div', { class: 'bar' }, button('previous', () => this.step(-1), '‹'), this.label, button('following', () => this.step(1), '›'),
        button('zoom_out', () => this.magnify(-1), '−'), button('zoom_in', () => this.magnify(1), '+')),
      el('div', { class: 'frame', tabindex: '0', role: 'group', 'aria-label': t('page') }, this.message, this.canvas));
  }

  step(by) { this.turn(this.page + by); }

  magnify(by) {
    this.zoom = Math.max(0, Math.min(ZOOMS.length - 1, this.zoom + by));
    this.canvas.style.width = `${ZOOMS[this.zoom]}%`;
    this.layer.querySelector('.box')?.scrollIntoView({ block: 'center', inline: 'center' });
  }

  turn(n, lit) {
    const page = this.s.pages.find((p) => p.page_no === n);
    if (!page) return;
    if (n !== this.page) {
      this.page = n;
      this.image.src = `/api/v1/submissions/${this.s.id}/pages/${n}.png`;
      this.image.alt = `${t('page')} ${n}`;
      this.canvas.style.aspectRatio = `${page.width} / ${page.height}`;  // boxes stand right before the picture comes
    }
    this.label.textContent = `${t('page')} ${n} / ${this.s.pages.length} · ${t(page.source)}`;
    clear(this.layer);
    const on = (rows) => rows.filter((row) => row.page_no === n && hasPlace(row));
    for (const cell of on(this.s.cells)) {
      this.put(el('button', { type: 'button', class: 'place', tabindex: '-1', 'aria-hidden': 'true', onclick: () => this.open(cell) }), cell, page);
    }
    for (const doubt of on([...this.s.findings.filter((f) => f.code === 'low_confidence'), ...this.s.doubtful_words])) this.put(el('div', { class: 'doubt' }), doubt, page);
    if (lit && hasPlace(lit)) this.put(el('div', { class: 'box' }), lit, page).scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  put(node, at, page) {
    this.place(node, at, page);
    this.layer.append(node);
    return node;
  }

  place(node, at, page) {
    const share = (part, whole) => `${(100 * part) / whole}%`;
    Object.assign(node.style, {
      left: share(at.x0, page.width), top: share(at.y0, page.height),
      width: share(at.x1 - at.x0, page.width), height: share(at.y1 - at.y0, page.height) });
  }

  // The next box that is dragged on the page goes to `done`: page_no and points, as boxes of findings have them.
  draw(done) {
    this.stopDrawing();
    const cover = this.put(el('div', { class: 'cover' }), { x0: 0, y0: 0, x1: 1, y1: 1 }, { width: 1, height: 1 });
    let from = null;
    const box = el('div', { class: 'box' });
    const at = (event) => {
      const frame = cover.getBoundingClientRect();
      const within = (value) => Math.max(0, Math.min(1, value));
      return { x: within((event.clientX - frame.left) / frame.width), y: within((event.clientY - frame.top) / frame.height) };
    };
    const between = (a, b) => ({ x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) });
    cover.addEventListener('pointerdown', (event) => { from = at(event); cover.setPointerCapture(event.pointerId); event.preventDefault(); });
    cover.addEventListener('pointermove', (event) => { if (from) { this.layer.append(box); this.place(box, between(from, at(event)), { width: 1, height: 1 }); } });
    cover.addEventListener('pointerup', (event) => {
      const { width, height } = this.s.pages.find((p) => p.page_no === this.page);
      const shares = between(from, at(event));
      if (shares.x1 - shares.x0 < 0.005 || shares.y1 - shares.y0 < 0.003) { from = null; return; }  // a click, no box
      this.stopDrawing();
      done({ page_no: this.page, x0: shares.x0 * width, y0: shares.y0 * height, x1: shares.x1 * width, y1: shares.y1 * height });
    });
  }

  stopDrawing() { this.layer.querySelectorAll('.cover').forEach((node) => node.remove()); }

  light(at) { if (at.page_no) this.turn(at.page_no, at); else say(t('no_place')); }

  open(cell) {
    this.light(cell);
    const target = document.getElementById(`cell-${cell.id}`);
    document.querySelectorAll('td.lit').forEach((node) => node.classList.remove('lit'));
    target?.classList.add('lit');
    target?.scrollIntoView({ block: 'center' });
  }
}

// The page's picture, the lit box, and a transparent button over every cell that stands on it.
import { t } from './words.js';
import { api } from './api.js';
import { el, clear, say } from './dom.js';

const ZOOMS = [100, 150, 200, 300];  // per cent of the frame's width …
const DPI = [110, 165, 220, 300];    // … and how fine the page is painted for it

// How the page is looked at: kept from report to report.
const look = { zoom: 0, text: false };

const hasPlace = (at) => at.x1 > at.x0 && at.y1 > at.y0;

export class Sheet {
  constructor(s) {
    this.s = s;
    this.page = 0;
    this.zoom = look.zoom;
    this.turned = 0;  // degrees clockwise, by the person who looks
    this.drawing = null;  // who gets the box that is being drawn
    this.lit = null;  // what is lit
    this.onTurn = () => {};
    this.image = el('img', { alt: '' });
    const arrived = (words) => {
      this.message.textContent = words;
      delete this.canvas.dataset.wait;
      this.image.style.visibility = '';
    };
    this.image.addEventListener('error', () => arrived(t('page_failed')));
    this.image.addEventListener('load', () => arrived(''));
    this.message = el('p', { class: 'error' });
    this.layer = el('div', {});
    this.label = el('span', { role: 'status' });
    this.number = el('input', { type: 'number', id: 'page-no', min: 1, max: s.pages.length, 'aria-label': t('page_no'), title: t('page_no') });
    this.number.addEventListener('change', () => this.turn(Number(this.number.value)));
    this.canvas = el('div', { class: 'canvas' }, this.image, this.layer);
    this.around = el('div', { class: 'around' }, this.canvas);
    this.read = el('pre', { class: 'read', lang: 'th', tabindex: '0', 'aria-label': t('read_text'), hidden: !look.text });
    const button = (word, act, text) => el('button', { type: 'button', 'aria-label': t(word), title: t(word), onclick: act }, text);
    this.reader = el('button', { type: 'button', 'aria-pressed': String(look.text), onclick: () => this.showText() }, t('read_text'));
    this.frame = el('div', { class: 'frame', tabindex: '0', role: 'group', 'aria-label': t('page') }, this.message, this.around);
    this.node = el('section', { class: 'sheet', 'aria-label': t('page') },
      el('div', { class: 'bar' }, button('previous', () => this.step(-1), '‹'), this.number, this.label, button('following', () => this.step(1), '›'),
        button('zoom_out', () => this.magnify(-1), '−'), button('zoom_in', () => this.magnify(1), '+'), button('rotate', () => this.rotate(), '↻'), this.reader,
        el('a', { href: `api/v1/submissions/${s.id}/original`, download: '' }, t('original'))),
      this.frame, this.read);
  }

  step(by) { this.turn(this.page + by); }

  magnify(by) {
    look.zoom = this.zoom = Math.max(0, Math.min(ZOOMS.length - 1, this.zoom + by));
    this.paint();
    this.size();
    this.layer.querySelector('.box')?.scrollIntoView({ block: 'center', inline: 'center' });
  }

  rotate(to = (this.turned + 90) % 360) {
    this.turned = this.drawing ? 0 : to;  // boxes are drawn on the page as it was read
    this.size();
  }

  // The picture is painted anew for each zoom; the one that is there stays until it comes, but not another page's.
  paint() {
    this.canvas.dataset.wait = t('painting');
    this.image.src = `api/v1/submissions/${this.s.id}/pages/${this.page}.png?dpi=${DPI[this.zoom]}`;
  }

  // Boxes stand right before the picture comes. A page on its side is as wide as it was high.
  size() {
    const { width, height } = this.s.pages.find((p) => p.page_no === this.page);
    const side = this.turned % 180 !== 0;
    Object.assign(this.around.style, { width: `${ZOOMS[this.zoom]}%`, aspectRatio: side ? `${height} / ${width}` : `${width} / ${height}` });
    Object.assign(this.canvas.style, { width: side ? `${(100 * width) / height}%` : '100%', aspectRatio: `${width} / ${height}`, transform: `translate(-50%, -50%) rotate(${this.turned}deg)` });
  }

  // What was read of the page, or no longer.
  showText() {
    this.read.hidden = !this.read.hidden;
    look.text = !this.read.hidden;
    this.reader.setAttribute('aria-pressed', String(!this.read.hidden));
    this.fillText();
  }

  async fillText() {
    if (this.read.hidden) return;
    const n = this.page;
    try {
      const page = await api.get(`submissions/${this.s.id}/pages/${n}/text`);
      if (n === this.page) this.read.textContent = page.text || t('no_text');
    } catch (error) { this.read.textContent = error.message; }
  }

  turn(n, lit) {
    const page = this.s.pages.find((p) => p.page_no === n);
    if (!page) { this.number.value = this.page; return; }
    if (n !== this.page) {
      this.page = n;
      this.image.style.visibility = 'hidden';  // boxes of this page must not lie on the last one
      this.paint();
      this.image.alt = `${t('page')} ${n}`;
      this.size();
      this.fillText();
      this.onTurn(n);
    }
    this.lit = lit;
    this.number.value = n;
    this.label.textContent = `/ ${this.s.pages.length} · ${t(page.source)}`;
    this.boxes();
    this.layer.querySelector('.box')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  // What stands on the page that is shown.
  boxes() {
    const page = this.s.pages.find((p) => p.page_no === this.page);
    clear(this.layer);
    const on = (rows) => rows.filter((row) => row.page_no === this.page && hasPlace(row));
    for (const cell of on(this.s.cells)) {
      this.put(el('button', { type: 'button', class: 'place', tabindex: '-1', 'aria-hidden': 'true', onclick: () => this.open(cell) }), cell, page);
    }
    for (const doubt of on([...this.s.findings.filter((f) => f.code === 'low_confidence'), ...this.s.doubtful_words])) this.put(el('div', { class: 'doubt' }), doubt, page);
    if (this.lit && hasPlace(this.lit)) this.put(el('div', { class: 'box' }), this.lit, page);
    if (this.drawing) this.cover();
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

  // The next box that is dragged on a page goes to `done`: page_no and points, as boxes of findings have them.
  draw(done) {
    this.stopDrawing();
    this.drawing = done;
    this.rotate(0);
    this.cover();
  }

  // Over the page that is shown, to be dragged on.
  cover() {
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
      if (!from) return;  // pressed elsewhere
      const { width, height } = this.s.pages.find((p) => p.page_no === this.page);
      const shares = between(from, at(event));
      if (shares.x1 - shares.x0 < 0.005 || shares.y1 - shares.y0 < 0.003) { from = null; return; }  // a click, no box
      const done = this.drawing;
      this.stopDrawing();
      done({ page_no: this.page, x0: shares.x0 * width, y0: shares.y0 * height, x1: shares.x1 * width, y1: shares.y1 * height });
    });
  }

  stopDrawing() {
    this.drawing = null;
    this.layer.querySelectorAll('.cover').forEach((node) => node.remove());
  }

  light(at) { if (at.page_no) this.turn(at.page_no, at); else say(t('no_place')); }

  // `goes`: to the cell in its table. Where one points at it already it must not move away below a second click.
  open(cell, goes = true) {
    this.light(cell);
    const target = document.getElementById(`cell-${cell.id}`);
    document.querySelectorAll('td.lit').forEach((node) => node.classList.remove('lit'));
    target?.classList.add('lit');
    if (goes) target?.scrollIntoView({ block: 'center' });
    target?.querySelector('button')?.focus({ preventScroll: true });  // so that its key corrects it
  }
}

// Second readings of a sample: those that are mine, how far the readers agree, where they differ.
import { t, language } from './words.js';
import { codeName } from './terms.js';
import { api, session } from './api.js';
import { change, openDialog } from './change.js';
import { el, fileWords, link, say, table, put } from './dom.js';
import { hashOf, inWords } from './filters.js';

const number = (value) => el('td', { class: 'n' }, value);
const share = (value) => number(value === null ? '–' : `${(100 * value).toFixed(1)} %`);
const kappa = (value) => number(value === null ? '–' : value.toFixed(2));

export async function second(params, _, view) {
  const [all, me] = await Promise.all([api.get('second-readings'), session()]);
  put(view, el('h1', {}, t('second_readings')));
  if (!me.read_only) put(view, el('h2', {}, t('second_mine')), all.mine.length ? readings(all.mine, true) : el('p', {}, t('second_none')));
  put(view, el('h2', {}, t('agreement')), el('p', { class: 'note' }, t('kappa_note')), agreement(all));
  if (all.differing.length) put(view, el('h2', {}, t('differing')), differing(all.differing));
  if (all.drawn.length) put(view, el('h2', {}, t('second_all')), readings(all.drawn, false));
}

const readings = (rows, mine) => table(['office', 'file', 'year', ...(mine ? [] : ['who']), 'progress'], rows.map((r) => el('tr', {},
  el('td', {}, mine || r.finished_at ? link(`#/s/${r.id}`, r.agency || t('no_office')) : r.agency || t('no_office')), el('td', { class: 'file' }, fileWords(r.source_path)), number(r.fiscal_year),
  !mine && el('td', {}, r.reviewer), el('td', {}, r.finished_at ? t('second_finished') : `${r.decided} / ${r.findings}`))));

function agreement(all) {
  const row = (name, a) => el('tr', {}, el('th', { scope: 'row' }, name), number(a.findings), share(a.share), kappa(a.kappa), number(a.both_confirmed), number(a.both_dismissed), number(a.first_only), number(a.second_only));
  const node = table(['code', 'findings_count', 'agree_share', 'kappa', 'both_confirmed', 'both_dismissed', 'first_only', 'second_only'],
    [row(t('all'), all.total), ...all.by_code.map((a) => row(codeName(a.code, language()), a))]);
  Object.assign(node, { tabIndex: 0, role: 'group', ariaLabel: t('agreement') });  // it scrolls, and holds nothing else to stop at
  return node;
}

const differing = (rows) => table(['code', 'office', 'file', 'first_reader', 'second_reader'], rows.map((d) => el('tr', {},
  el('td', {}, link(hashOf(`#/s/${d.submission_id}`, {}, { finding: d.finding_id }), codeName(d.code, language()))), el('td', {}, d.agency || t('no_office')),
  el('td', { class: 'file' }, fileWords(d.source_path)), el('td', {}, t(d.first_status)), el('td', {}, `${d.second_reader}: ${t(d.second_status)}`, d.second_note && el('div', { class: 'note' }, d.second_note)))));

// Draws a share of what the filters leave, at random, for others than the first readers.
export async function drawSample(filters) {
  const query = new URLSearchParams(filters);
  let [chosen, reviewers] = [];
  try { [chosen, reviewers] = await Promise.all([api.get('second-readings/selection', query), api.get('reviewers')]); } catch (error) { say(error.message, true); return; }
  const part = el('input', { id: 'share', type: 'number', min: 1, max: 100, value: 10, required: true });
  const boxes = reviewers.rows.map((r, i) => [el('input', { type: 'checkbox', id: `second-${i}`, value: r.name }), r]);
  const told = el('p', {}, '');
  const count = () => { told.textContent = `${t('eligible')} ${chosen.submissions} ${t('reports')} → ${Math.ceil((chosen.submissions * Number(part.value)) / 100)} ${t('reports')}`; };
  part.addEventListener('input', count);
  count();
  const dialog = el('dialog', { 'aria-labelledby': 'sample-title' }, el('form', { method: 'dialog' }, el('h2', { id: 'sample-title' }, t('draw_sample')),
    el('p', {}, `${filters}` ? `${t('filtered')}: ${inWords(filters)}` : el('strong', {}, t('no_filter_reports'))), el('p', {}, t('sample_note')),
    el('p', {}, el('label', { for: 'share' }, `${t('share')} `), part), told,
    el('fieldset', {}, el('legend', {}, t('second_readers')), !boxes.length && el('p', { class: 'warning' }, t('no_reviewers')), boxes.map(([box, r]) => el('p', {}, box, ' ', el('label', { for: box.id }, r.name)))),
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary', disabled: !chosen.submissions }, t('draw_sample')), el('button', { value: '', formnovalidate: true }, t('cancel')))));
  openDialog(dialog, async () => {
    const names = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
    await change(`second-readings/sample?${query}`, () => ({ share: Number(part.value), reviewers: names, digest: chosen.digest }), (r) => say(`${t('drawn')} ${r.drawn} ${t('reports')}`));
  });
}

// What a second reader is told of the report, and the end of her reading.
export function secondBar(s) {
  if (!s.second) return false;
  const finish = async () => {
    if (await change(`submissions/${s.id}/second/finish`, () => ({}), () => {})) location.hash = '#/second';
  };
  return el('div', { class: 'panel second' }, el('p', {}, el('b', {}, t('second_reading')), ` ${t('second_note')}`),
    el('p', { class: 'bar' }, el('button', { type: 'button', id: 'finish-second', class: 'primary', onclick: finish }, t('finish_second'))));
}

// What stood in a report's place before: earlier files of the same path with their review, other files of the same item.
import { t, language } from './words.js';
import { codeName, columnName } from './terms.js';
import { el, link, moment } from './dom.js';

export function versions(s) {
  return s.versions.map((v) => el('details', { class: 'version', open: true },
    el('summary', {}, `${t('earlier_version')} · ${moment(v.saved_at)} – ${moment(v.replaced_at)}`),
    el('p', {}, `${t('suggested')} ${v.suggested_score ?? '–'} · ${t('final_score')} ${v.final_score ?? '–'}`),
    v.findings.length ? table(v) : el('p', {}, t('no_findings'))));
}

function table(v) {
  const heads = ['code', 'page', 'status', 'who', 'when', 'now'];
  return el('div', { class: 'panel' }, el('table', {},
    el('thead', {}, el('tr', {}, heads.map((h) => el('th', { scope: 'col' }, t(h))))),
    el('tbody', {}, v.findings.map((f) => el('tr', {},
      el('td', {}, el('b', {}, nameOf(f)), el('div', {}, language() === 'th' ? f.message_th : f.message_en), f.note && el('div', { class: 'note' }, `${t('note')}: ${f.note}`)),
      el('td', { class: 'n' }, f.page_no), el('td', {}, t(f.status)), el('td', {}, f.decided_by), el('td', {}, f.decided_at && moment(f.decided_at)),
      el('td', {}, t(f.still ? 'still_there' : 'not_there')))))));
}

const nameOf = (f) => [codeName(f.code, language()), f.issue_no && `${t('issue')} 1.${f.issue_no}`, f.item_code, f.column_key && columnName(f.column_key, language())].filter(Boolean).join(' · ');

export function sameItem(s) {
  return s.same_item.length > 0 && el('p', { class: 'note' }, `${t('same_item')}: `,
    s.same_item.map((o, i) => [i > 0 && ', ', link(`#/s/${o.id}`, o.source_path.split('/').pop()), ` (${t(o.later ? 'later' : 'before_this')})`]));
}

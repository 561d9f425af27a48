// Corrections that the present reading has no place for: of an earlier version of the report, or of an earlier reading.
// Each goes on waiting, is put in its place, or goes.
import { t } from './words.js';
import { change } from './change.js';
import { el, moment, table } from './dom.js';
import { valueOf, whatOf } from './lists.js';

export function waiting(s) {
  if (!s.waiting.length) return false;
  const fresh = s.waiting.filter((w) => w.kept === 0);
  const kept = s.waiting.filter((w) => w.kept === 1);
  return el('section', { id: 'waiting', class: 'noprint' }, fresh.length > 0 && [el('h2', {}, t('waiting_review')), rows(s, fresh)],
    kept.length > 0 && el('details', {}, el('summary', {}, `${t('waiting_kept')} (${kept.length})`), rows(s, kept)));
}

function rows(s, list) {
  return table(['when', 'who', 'what', 'before', 'after', 'reads_now', ...(s.read_only ? [] : ['settle'])], list.map((w) => el('tr', {},
    el('td', {}, moment(w.at)), el('td', {}, w.who), el('td', {}, whatOf(w), w.earlier_version === 1 && ` (${t('earlier_version')})`),
    el('td', {}, valueOf(w, w.before)), el('td', {}, valueOf(w, w.after)),
    el('td', {}, w.kind === 'own' ? '–' : w.fits ? valueOf(w, w.now) : t('no_such_place')),
    !s.read_only && el('td', {}, w.fits && act(s, w, 'apply'), w.kept === 0 && act(s, w, 'keep'), act(s, w, 'discard')))));
}

const act = (s, w, way) => el('button', { type: 'button', class: 'act', 'aria-label': `${t(`waiting_${way}`)} ${whatOf(w)}`, onclick: () => settle(s, w, way) }, t(`waiting_${way}`));

async function settle(s, w, way) {
  const saved = await change(`submissions/${s.id}/waiting/${way}`, () => ({ key: w.key, version: w.version }), () => {});
  if (saved) dispatchEvent(new Event('hashchange'));
}

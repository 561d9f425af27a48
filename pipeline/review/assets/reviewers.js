// How far each reviewer has come; for administrators, who logged in.
import { t } from './words.js';
import { api, session } from './api.js';
import { el, moment, table, put } from './dom.js';
import { hashOf } from './filters.js';

export async function reviewers(params, _, view) {
  const [all, me] = await Promise.all([api.get('reviewers'), session()]);
  const link = (r, value, more) => el('td', { class: 'n' }, value > 0 ? el('a', { href: hashOf('#/submissions', {}, { assigned: r.name, ...more }) }, value) : 0);
  const rows = all.rows.map((r) => el('tr', {}, el('th', { scope: 'row' }, r.name), link(r, r.assigned, {}), link(r, r.open_reports, { decision: 'open' }),
    el('td', { class: 'n' }, r.open_findings), link(r, r.unscored, { final: 'missing' }), done(r),
    el('td', { class: 'n' }, r.changes ? el('a', { href: hashOf('#/submissions', {}, { reviewer: r.name }) }, r.changes) : 0), el('td', {}, r.last && moment(r.last))));
  put(view, el('h1', {}, t('reviewers')), rows.length ? table(['who', 'assigned', 'open_reports', 'open_findings', 'final_missing', 'progress', 'changes', 'last_change'], rows) : el('p', {}, t('no_reviewers')));
  put(view, el('p', {}, el('a', { href: '#/second' }, t('second_readings'))));
  if (me.role === 'admin' && me.login) put(view, el('h2', {}, t('logins')), logins(await api.get('logins')));
}

function done(r) {
  if (!r.assigned) return el('td', {}, '–');
  const part = r.assigned - r.open_reports;
  return el('td', {}, el('progress', { value: part, max: r.assigned, 'aria-label': t('progress') }), ` ${Math.round((100 * part) / r.assigned)} %`);
}

const logins = (list) => table(['when', 'who', 'address', 'outcome'], list.rows.map((l) => el('tr', {}, el('td', {}, moment(l.at)), el('td', {}, l.name),
  el('td', {}, l.address), el('td', { class: l.succeeded ? '' : 'error' }, t(l.succeeded ? 'came_in' : 'refused')))));

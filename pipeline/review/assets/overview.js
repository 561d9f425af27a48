// The whole collection at a glance: counts, progress, pictures. The filters narrow all of it.
import { t } from './words.js';
import { api } from './api.js';
import { el, put } from './dom.js';
import { filterForm, filtersIn, hashOf } from './filters.js';
import { LEVELS, bands, heat, percent, reach, shares, years } from './charts.js';

function card(label, value, kind = '', href = '') {
  return el('div', { class: 'card' }, el('b', { class: kind }, value), href ? el('a', { href }, label) : label);
}

function progress(findings, list) {
  const decided = findings.confirmed + findings.dismissed;
  const all = decided + LEVELS.reduce((sum, level) => sum + findings.open[level], 0);
  return el('div', { class: 'card wide' }, el('b', { class: 'ok' }, percent(decided, all)),
    el('label', { for: 'progress' }, t('progress')), el('progress', { id: 'progress', value: decided, max: Math.max(1, all) }),
    el('small', {}, `${decided} / ${all} ${t('decided_of')} · `, ['confirmed', 'dismissed'].map((d) => [el('a', { href: list({ decision: d }) }, `${t(d)} ${findings[d]}`), ' · ']), el('a', { href: list({ final: 'missing' }) }, t('final_missing'))));
}

export async function overview(params, _, view) {
  const [facets, o] = await Promise.all([api.get('facets'), api.get('overview', filtersIn(params))]);
  const filters = filtersIn(params);
  const list = (more) => hashOf('#/submissions', filters, more);
  const panel = (word, picture) => el('section', { class: 'panel', tabindex: '0', 'aria-label': t(word) }, el('h2', {}, t(word)), picture);
  const alarm = (status, kind) => card(t(status), o.submissions[status], o.submissions[status] ? kind : '', list({ status }));
  put(view, el('h1', {}, t('overview')), filterForm(facets, params, '#/'),
    el('div', { class: 'cards' },
      card(t('submissions'), o.submissions.total, '', list()), card(t('extracted'), o.submissions.extracted, 'ok', list({ status: 'extracted' })),
      alarm('partial', 'warning'), alarm('failed', 'error'), o.submissions.deferred > 0 && alarm('deferred', 'warning'),
      LEVELS.map((level) => card([`${t(level)} · `, el('span', { class: 'whole' }, t('open'))], o.findings.open[level], level, list({ severity: level, decision: 'open', sort: level, dir: 'desc' }))), progress(o.findings, list)),
    el('div', { class: 'panels' },
      panel('shares', shares(o.by_code, o.submissions.offices, filters)), panel('by_suggestion', suggestions(o.suggested, list)),
      panel('heat', heat(o.heat, o.issue_numbers, filters)), panel('scores', bands(o.scores)), panel('years', years(o.years, filters)),
      o.reach.length > 0 && panel('reach', reach(o.reach, filters))));
}

function suggestions(rows, list) {
  const count = (score) => rows.find((r) => r.suggested_score === score)?.submissions || 0;
  return el('table', {}, el('thead', {}, el('tr', {}, [100, 50, 0, '–'].map((h) => el('th', { scope: 'col', class: 'n' }, h)))),
    el('tbody', {}, el('tr', {}, [100, 50, 0, null].map((score) => el('td', { class: 'n' }, el('a', { href: list({ suggested: score ?? 'none' }) }, count(score)))))));
}

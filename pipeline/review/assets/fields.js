// Values of a report that are corrected one by one: the office, the year, the item, an issue's words, a score's grade,
// office and year.
import { t } from './words.js';
import { change, edit } from './change.js';
import { el } from './dom.js';
import { arabic } from './digits.js';

const NUMBERS = ['fiscal_year', 'rank'];

// A small button that corrects `name` of `row`; `path` is the row's in the interface. The page is shown anew afterwards:
// what was flagged may have changed with it.
export function corrector(s, row, name, path, label) {
  if (s.read_only) return false;
  return el('button', { type: 'button', class: 'act', 'aria-label': `${t('correct')} ${label}`, title: t('correct'), onclick: () => correct(row, name, path, label) }, '✎');
}

function correct(row, name, path, label) {
  edit(label, String(row[name] ?? ''), async (text) => {
    const field = row.fields[name];
    const saved = await change(`${path}/${name}`, () => ({ value: valueOf(name, text.trim()), key: field.key, version: field.version }), () => {});
    if (saved) dispatchEvent(new Event('hashchange'));
    return saved;
  }, row.fields[name].key, (text) => (valueOf(name, text.trim()) === undefined ? t('whole_number_wanted') : ''));
}

// null for nothing, undefined for what is no number where one is wanted.
function valueOf(name, text) {
  if (text === '') return null;
  if (!NUMBERS.includes(name)) return text;
  const figure = arabic(text);
  return /^\d+$/.test(figure) ? Number(figure) : undefined;
}

// What was read where a reviewer's value stands.
export function was(row, name) {
  const field = row.fields[name];
  return 'was' in field && el('small', { class: 'corrected' }, ` (${t('was')} ${field.was ?? '–'}${field.carried ? ` · ${t('carried')}` : ''})`);
}

export function facts(s) {
  const of = (name, label, shown) => el('span', {}, `${label}: ${shown ?? '–'} `, was(s, name), corrector(s, s, name, `submissions/${s.id}/facts`, label));
  return el('p', { class: 'bar facts' }, of('agency', t('office'), s.agency), of('fiscal_year', t('year'), s.fiscal_year), of('item_code', t('item'), s.item_code));
}

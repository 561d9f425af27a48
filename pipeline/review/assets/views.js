// Views of a list that are kept under a name: one's own, and those that a lead shares.
import { t } from './words.js';
import { api, session } from './api.js';
import { change, openDialog } from './change.js';
import { el } from './dom.js';
import { viewIn } from './filters.js';

// `page`: submissions or findings. Comes when it is there; the list does not wait for it.
export function savedViews(page, params) {
  const bar = el('p', { class: 'bar views' });
  fill(bar, page, params);
  return bar;
}

async function fill(bar, page, params) {
  const [views, me] = await Promise.all([api.get('views'), session()]).catch(() => [{ rows: [] }, { read_only: true }]);
  const leads = ['lead', 'admin'].includes(me.role);
  const mine = views.rows.filter((v) => v.page === page);
  const query = `${viewIn(params)}`;
  const remove = (v) => el('button', { type: 'button', class: 'act', 'aria-label': `${t('remove_view')} ${v.name}`, title: t('remove_view'),
    onclick: () => change(`views/${v.key}/remove`, () => ({}), () => fill(bar, page, params)) }, '×');
  bar.replaceChildren(...[
    mine.length > 0 && el('span', {}, `${t('views')}:`),
    ...mine.map((v) => el('span', {}, el('a', { href: `#/${v.page}${v.query && `?${v.query}`}`, 'aria-current': v.query === query ? 'true' : null }, v.name),
      v.shared === 1 && el('small', {}, ` (${t('shared_by')} ${v.owner})`), ' ', !me.read_only && (v.mine === 1 || leads) && remove(v))),
    !me.read_only && query && el('button', { type: 'button', id: 'save-view', onclick: () => ask(leads, page, query, () => fill(bar, page, params)) }, t('save_view'))].filter(Boolean));
}

function ask(leads, page, query, done) {
  const name = el('input', { id: 'view-name', maxlength: 60, required: true });
  const shared = el('input', { id: 'view-shared', type: 'checkbox' });
  const dialog = el('dialog', { 'aria-labelledby': 'view-title' }, el('form', { method: 'dialog' }, el('h2', { id: 'view-title' }, t('save_view')),
    el('p', {}, el('label', { for: 'view-name' }, `${t('view_name')} `), name),
    leads && el('p', {}, shared, ' ', el('label', { for: 'view-shared' }, t('share_view'))),
    el('p', { class: 'bar' }, el('button', { value: 'save', class: 'primary' }, t('save')), el('button', { value: '', formnovalidate: true }, t('cancel')))));
  openDialog(dialog, () => {
    change('views', () => ({ name: name.value.trim(), page, query, shared: shared.checked }), done);
  });
}

// Terms of the field that the database names by key: findings' codes, columns, layouts. They stand in
// data/messages/terms.json. A key that is not there shows as it is.
import terms from './termlist.js';

const named = (list) => (key, language) => (terms[list][key] ? terms[list][key][language === 'th' ? 0 : 1] : key);

export const codeName = named('code');
export const columnName = named('column_key');
// In the order of the lists.
export const columnKeys = Object.keys(terms.column_key);
export const layoutName = named('layout');
const subject = named('subject');
export const subjectName = (key, language) => (/^[EIO]IT$/.test(key) ? key : subject(key, language));  // reports use the letters

// A submission can match several layouts, comma-separated.
export const layoutNames = (keys, language) => (keys || '').split(',').filter(Boolean).map((key) => layoutName(key, language)).join(', ');

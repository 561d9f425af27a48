// The program's own interface, /api/v1 (openapi.json describes it).
import { t, language } from './words.js';

// Someone else changed the same thing since this page was loaded.
export class Stale extends Error {}
// What this page shows is no longer there: another reading, another file, another database.
export class Gone extends Error {}

let token = '';
let database = '';  // that this page was opened on

// What the server refuses it says in the page's language; that it is away the page says itself.
async function ask(path, options = {}) {
  try {
    return await fetch(path, { ...options, headers: { ...options.headers, 'Accept-Language': language() } });
  } catch {
    throw new Error(t('no_server'));
  }
}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  const served = response.headers.get('X-Prongsai-Database') || database;
  if (!database) database = served;
  if (served !== database) throw new Gone(body.error || '');
  if (response.status === 409) throw new Stale(body.error);
  if (response.status === 410) throw new Gone(body.error);
  if (response.status === 401) location.href = `login${location.hash}`;  // and back to where one was
  if (!response.ok) throw new Error(body.error || `HTTP ${response.status}`);
  return body;
}

// Who is asking and what they may do; asked for once.
let asked = null;
export const session = () => { asked ||= api.get('session'); return asked; };

async function csrf() {
  if (!token) token = (await answer(await ask('api/v1/session'))).csrf_token;
  return token;
}

async function send(path, body) {
  const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': await csrf() };
  return ask(`api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify({ ...body, database }) });
}

// A file to keep, from the same interface; refusals are errors like others.
export async function download(path, params) {
  const response = await ask(`api/v1/${path}${`${params}` ? `?${params}` : ''}`);
  if (!response.ok) return answer(response);
  const name = decodeURIComponent((response.headers.get('Content-Disposition') || '').split("''")[1] || path);
  const address = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  return null;
}

export const api = {
  async get(path, params) { return answer(await ask(`api/v1/${path}${params && `${params}` ? `?${params}` : ''}`)); },
  async post(path, body) {
    const response = await send(path, body);
    if (response.status !== 403) return answer(response);
    token = '';  // the server was started anew since this page was loaded: once more with a new session
    return answer(await send(path, body));
  },
};

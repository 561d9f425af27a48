// The states of the pages, dialogs too: a name, where it is, and what is done there. Tests and pictures walk through them.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { choose, startServer, sql } from './desk_server.mjs';

export const DB = 'work/states.db';

// A database of its own, beside the one that other tests change: one office over three years, and an address without an end.
// Returns the number of the report that has most to show.
function prepare() {
  for (const end of ['', '-wal', '-shm']) rmSync(`${DB}${end}`, { force: true });
  sql(`VACUUM INTO '${DB}'`);
  const report = sql("SELECT submission_id AS id FROM table_info WHERE role = 'issue_table' ORDER BY id LIMIT 1", DB)[0].id;
  sql(`UPDATE submission SET published_url = 'https://www.example.go.th/${'ita_'.repeat(40)}o34.pdf' WHERE id = ${report}`, DB);
  const score = (subject, year, value) => `INSERT INTO score (submission_id, subject, agency, fiscal_year, value, unit, page_no)
    SELECT ${report}, '${subject}', agency, ${year}, ${value}, 'points', 1 FROM submission WHERE id = ${report};`;
  sql([['ITA', 2565, 84.1], ['ITA', 2566, 90.25], ['IIT', 2565, 93.27], ['IIT', 2566, 92.9], ['EIT', 2565, 84.02], ['EIT', 2566, 92.9], ['OIT', 2565, 71.5], ['OIT', 2566, 88]]
    .map(([subject, year, value]) => score(subject, year, value)).join('\n'), DB);
  return report;
}

// A server of it, and a browser.
export async function begin() {
  const report = prepare();
  const server = await startServer([], '0', DB);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  return { report, url: server.url, browser, end: async () => { await browser.close(); await server.stop(); } };
}

const dialog = (page) => page.locator('dialog[open]').waitFor();
const officeOf = (report) => `#/office?name=${encodeURIComponent(sql(`SELECT agency FROM submission WHERE id = ${report}`, DB)[0].agency)}`;

export const states = (report) => [
  ['overview', ''],
  ['reports', '#/submissions'],
  ['reports, none left', '#/submissions?office=%E0%B9%84%E0%B8%A1%E0%B9%88%E0%B8%A1%E0%B8%B5'],
  ['findings', '#/findings'],
  ['causes', '#/findings?by=cause'],
  ['search', '#/search?q=2567'],
  ['history', '#/history'],
  ['reviewers', '#/reviewers'],
  ['second readings', '#/second'],
  ['office', officeOf(report)],
  ['no such page', '#/nowhere'],
  ['no such report', '#/s/999999'],
  ['letter', `report/${report}`],
  ['report', `#/s/${report}`],
  ['report: a finding chosen', `#/s/${report}`, async (page) => { await page.keyboard.press('j'); await page.locator('.finding[aria-current=true]').waitFor(); }],
  ['report: why', `#/s/${report}`, async (page) => { await page.keyboard.press('w'); await page.locator('details.why[open]').waitFor(); }],
  ['report: the text as read', `#/s/${report}?page=1`, async (page) => { await page.keyboard.press('t'); }],
  ['report: a cell is set right', `#/s/${report}`, async (page) => { await page.locator('.cells td[id] button').first().focus(); await page.keyboard.press('e'); await dialog(page); }],
  ['report: a column is set right', `#/s/${report}`, async (page) => { await page.locator('table.cells th button').first().click(); await dialog(page); }],
  ['report: a letter is marked', `#/s/${report}`, async (page) => { await page.locator('#mark-sent').click(); await dialog(page); }],
  ['menu', '', async (page) => { await page.locator('#menu summary').click(); await page.locator('#help').waitFor(); }],
  ['keys', '', async (page) => { await choose(page, 'help'); await dialog(page); }],
  ['a view is saved', '#/submissions?decision=open', async (page) => { await page.locator('#save-view').click(); await dialog(page); }],
  ['letters of a filter are marked', '#/submissions', async (page) => { await page.locator('#letters-sent').click(); await dialog(page); }],
  ['reports are assigned', '#/submissions', async (page) => { await page.locator('#assign').click(); await dialog(page); }],
  ['a sample is drawn', '#/submissions', async (page) => { await page.locator('#sample').click(); await dialog(page); }],
  ['many are decided', '#/findings', async (page) => { await page.locator('#bulk-dismissed').click(); await dialog(page); }],
];

// `desk`: what begin() gave.
export async function open(desk, path, language, width, more = {}) {
  const context = await desk.browser.newContext({ bypassCSP: true, viewport: { width, height: 900 }, ...more });  // axe is brought in as text
  context.setDefaultTimeout(60000);
  await context.addCookies([{ name: 'language', value: language, url: desk.url }]);
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(desk.url + path);
  await page.locator(path.startsWith('report/') ? 'body.letter' : 'main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

export async function close(page, name) {
  assert.deepEqual(page.problems, [], name);
  await page.context().close();
}

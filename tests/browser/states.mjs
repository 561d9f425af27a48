// The states of the pages, dialogs too: a name, where it is, and what is done there. Tests and pictures walk through them.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { choose, newDesk, startServer, sql } from './desk_server.mjs';

// One office over three years, and an address without an end.
// Returns the number of the report that has most to show.
function prepare(db) {
  const report = sql("SELECT submission_id AS id FROM table_info WHERE role = 'issue_table' ORDER BY id LIMIT 1", db)[0].id;
  sql(`UPDATE submission SET published_url = 'https://www.example.go.th/${'ita_'.repeat(40)}o34.pdf' WHERE id = ${report}`, db);
  const score = (subject, year, value) => `INSERT INTO score (submission_id, subject, agency, fiscal_year, value, unit, page_no)
    SELECT ${report}, '${subject}', agency, ${year}, ${value}, 'points', 1 FROM submission WHERE id = ${report};`;
  sql([['ITA', 2565, 84.1], ['ITA', 2566, 90.25], ['IIT', 2565, 93.27], ['IIT', 2566, 92.9], ['EIT', 2565, 84.02], ['EIT', 2566, 92.9], ['OIT', 2565, 71.5], ['OIT', 2566, 88]]
    .map(([subject, year, value]) => score(subject, year, value)).join('\n'), db);
  return report;
}

// A server of it, and a browser.
async function start(name) {
  const db = newDesk(name);
  const report = prepare(db);
  const server = await startServer([], '0', db);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  return { report, db, url: server.url, browser, end: async () => { await browser.close(); await server.stop(); } };
}

export const begin = (name = 'states') => start(name);

// A review that is under way: of the report every finding is decided, one is added, something is set right, the letter went.
async function beginBusy() {
  const desk = await start('busy');
  const page = await open(desk, `#/s/${desk.report}`, 'th', 1440);
  const put = (field, text) => page.locator(field).fill(text).then(() => page.locator('dialog button.primary').click());
  await page.getByRole('button', { name: 'แก้ไข ข้อจำกัด 1.1', exact: true }).click();
  await put('dialog textarea', 'ขาดบุคลากรที่มีความรู้ด้านเทคโนโลยีสารสนเทศ และงบประมาณที่ได้รับไม่เพียงพอ');
  await page.locator('td', { hasText: 'ขาดบุคลากรที่มีความรู้' }).first().waitFor();
  await page.getByRole('button', { name: 'เพิ่มข้อสังเกต' }).click();
  await page.getByRole('button', { name: 'ไม่ระบุตำแหน่ง' }).click();
  await put('#own-words', 'ผู้บริหารยังไม่ลงนามในรายงาน');
  await page.locator('.finding', { hasText: 'ผู้บริหารยังไม่ลงนามในรายงาน' }).waitFor();
  for (const [i, { id }] of sql(`SELECT id FROM finding WHERE submission_id = ${desk.report} AND status = 'open' ORDER BY id`, desk.db).entries()) {
    await page.locator(`#finding-${id} .bar button`).nth(i % 2).click();
    await page.locator(`#finding-${id} em`).waitFor();
  }
  await page.keyboard.press('k');
  await page.keyboard.press('m');
  await put('dialog textarea', 'สอบถามหน่วยงานแล้ว จะส่งหน้าที่มีลายมือชื่อเพิ่ม');
  await page.locator('.finding .note', { hasText: 'สอบถามหน่วยงานแล้ว' }).waitFor();
  await page.locator('#final').selectOption(await page.locator('#final').inputValue() === '50' ? '100' : '50');
  await page.locator('#status p', { hasText: 'บันทึกแล้ว' }).last().waitFor();
  await page.locator('#mark-sent').click();
  await put('#letter-number', 'ทท 0012/45');
  const letter = page.locator('p', { hasText: 'ทท 0012/45' }).locator('a');
  desk.letter = await letter.getAttribute('href');
  await close(page);
  return desk;
}

const dialog = (page) => page.locator('dialog[open]').waitFor();
const officeOf = (report, db) => `#/office?name=${encodeURIComponent(sql(`SELECT agency FROM submission WHERE id = ${report}`, db)[0].agency)}`;

const states = ({ report, db }) => [
  ['overview', ''],
  ['reports', '#/submissions'],
  ['reports, none left', '#/submissions?office=%E0%B9%84%E0%B8%A1%E0%B9%88%E0%B8%A1%E0%B8%B5'],
  ['findings', '#/findings'],
  ['causes', '#/findings?by=cause'],
  ['search', '#/search?q=2567'],
  ['history', '#/history'],
  ['reviewers', '#/reviewers'],
  ['second readings', '#/second'],
  ['office', officeOf(report, db)],
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

const place = async (page, word) => {
  await page.locator('.desk button').filter({ hasText: word }).first().click();
  await page.locator('.desk button').filter({ hasText: /^(ไม่ระบุตำแหน่ง|Without a place)$/ }).click();
  await dialog(page);
};

const busyStates = ({ report, letter }) => [
  ['login', 'login'],
  ['at work: reports', '#/submissions'],
  ['at work: history', '#/history'],
  ['at work: reviewers', '#/reviewers'],
  ['at work: report', `#/s/${report}`],
  ['at work: report, its log', `#/s/${report}`, async (page) => { await page.locator('details summary').last().click(); await page.locator('details[open] td').first().waitFor(); await page.locator('details summary').last().scrollIntoViewIfNeeded(); }],
  ['at work: report, a note', `#/s/${report}`, async (page) => { await page.keyboard.press('k'); await page.keyboard.press('m'); await dialog(page); }],
  ['at work: report, a finding is added', `#/s/${report}`, (page) => place(page, /^(เพิ่มข้อสังเกต|Add a finding)$/)],
  ['at work: report, a score is added', `#/s/${report}`, (page) => place(page, /^(เพิ่มคะแนน|Add a score)$/)],
  ['at work: letter', `report/${report}`],
  ['at work: letter that went', letter],
];

// How a desk is begun, and its states.
export const desks = [[begin, states], [beginBusy, busyStates]];

// `desk`: what begin() gave.
export async function open(desk, path, language, width, more = {}) {
  const context = await desk.browser.newContext({ bypassCSP: true, viewport: { width, height: 900 }, ...more });  // axe is brought in as text
  context.setDefaultTimeout(60000);
  await context.addCookies([{ name: 'language', value: language, url: desk.url }]);
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(desk.url + path);
  await page.locator(/^(report|letter)\//.test(path) ? 'body.letter' : 'main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

export async function close(page, name) {
  assert.deepEqual(page.problems, [], name);
  await page.context().close();
}

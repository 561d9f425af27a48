// What a day of reviewing meets: the place that one works at stays, what was typed stays, figures are typed in either script.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { newDesk, startServer, sql as ask } from './desk_server.mjs';
import { close, open as openAt } from './states.mjs';

const sql = (text) => ask(text, db);
let db;
let server;
let browser;
let report;

before(async () => {
  db = newDesk('workday');
  report = sql("SELECT submission_id AS id FROM table_info WHERE role = 'issue_table' ORDER BY id LIMIT 1")[0].id;
  server = await startServer([], '0', db);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(async () => { await browser?.close(); await server?.stop(); });

const open = (path) => openAt({ browser, url: server.url }, path, 'th', 1400);
const save = (page) => page.locator('dialog button.primary').click();
const chosen = (page) => page.locator('.finding[aria-current=true]').getAttribute('id');

test('a finding that is chosen stays chosen when a correction brings others or takes some away', async () => {
  const cell = sql(`SELECT id FROM cell WHERE submission_id = ${report} AND column_key = 'responsible' AND length(text) > 3 ORDER BY id LIMIT 1`)[0];
  const page = await open(`#/s/${report}`);
  await page.keyboard.press('k');  // the last one
  const last = await chosen(page);
  const before = await page.locator('.finding').count();
  await page.locator(`#cell-${cell.id} button`).dblclick();
  await page.locator('dialog textarea').fill('');
  await save(page);
  await page.locator('.finding').nth(before).waitFor();
  assert.equal(await chosen(page), last);
  await page.keyboard.press('c');
  await page.locator(`#${last} em.confirmed`).waitFor();
  const name = await page.locator(`#${last} .name`).innerText();
  await page.locator('#status p', { hasText: `บันทึกแล้ว: ยืนยันแล้ว · ${name}` }).waitFor();
  await page.keyboard.press('u');
  await page.locator(`#${last} em.confirmed`).waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await page.locator('.finding').nth(before).waitFor({ state: 'detached' });
  await close(page);
});

test('a correction leaves one where one was: page, size, place, what is chosen and what has the focus', async () => {
  const page = await open(`#/s/${report}`);
  await page.keyboard.press('k');
  const last = await chosen(page);
  await page.keyboard.press('g');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('+');
  const mend = page.getByRole('button', { name: 'แก้ไข ข้อจำกัด 1.1', exact: true });
  await mend.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  assert.ok(top > 0);
  await mend.focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog textarea').fill('ขาดบุคลากร');
  await page.keyboard.press('Control+Enter');
  await page.locator('td .corrected', { hasText: 'เดิมอ่านได้ว่า' }).waitFor();
  assert.equal(await page.locator('#page-no').inputValue(), '2');
  await page.locator('.sheet img[src*="/pages/2.png?dpi=165"]').waitFor();
  assert.equal(await chosen(page), last);
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - top) < 80, 'not at the top again');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'แก้ไข ข้อจำกัด 1.1');
  await page.keyboard.press('n');  // the next finding, looked at as closely
  await page.waitForURL(/finding=/);
  await page.locator('.sheet img[src*="dpi=165"]').waitFor();
  await page.keyboard.press('u');
  await page.locator('#status p', { hasText: 'เลิกทำแล้ว' }).waitFor();
  await close(page);
});

test('what is wrongly typed is told where it is typed, and stays; figures and codes may be Thai', async () => {
  const page = await open(`#/s/${report}`);
  const year = sql(`SELECT fiscal_year AS y FROM submission WHERE id = ${report}`)[0].y;
  await page.getByRole('button', { name: 'แก้ไข ปีงบประมาณ', exact: true }).click();
  await page.locator('dialog textarea').fill('ปี ๒๕๖๖');
  await save(page);
  assert.equal(await page.locator('dialog textarea').inputValue(), 'ปี ๒๕๖๖');
  assert.equal(await page.locator('dialog textarea').evaluate((node) => node.validationMessage), 'กรุณาใส่จำนวนเต็ม');
  await page.locator('dialog textarea').fill('๒๕๖๖');
  await save(page);
  await page.locator('.facts .corrected', { hasText: `เดิมอ่านได้ว่า ${year}` }).waitFor();
  assert.equal(sql(`SELECT fiscal_year AS y FROM submission WHERE id = ${report}`)[0].y, 2566);
  await page.keyboard.press('u');
  await page.locator('.facts .corrected').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'แก้ไข รหัสข้อ 1.1', exact: true }).click();
  await page.locator('dialog textarea').fill('ข้อ ๐๔, o11');
  await save(page);
  await page.locator('td', { hasText: 'O4, O11' }).locator('.corrected').waitFor();
  await page.keyboard.press('u');
  await page.locator('td .corrected').waitFor({ state: 'detached' });  // the page is there anew
  await page.getByRole('button', { name: 'เพิ่มคะแนน' }).click();
  await page.getByRole('button', { name: 'ไม่ระบุตำแหน่ง' }).click();
  await page.locator('#score-value').fill('๙๑.๕');
  await page.locator('#score-year').fill('๖๖');
  await save(page);
  assert.equal(await page.locator('#score-year').evaluate((node) => node.validationMessage), 'กรุณาใส่จำนวนเต็ม');
  await page.locator('#score-year').fill('๒๙๙๙');
  await save(page);
  await page.locator('dialog .told', { hasText: 'ปีงบประมาณ' }).waitFor();
  assert.equal(await page.locator('#score-value').inputValue(), '๙๑.๕', 'what was typed is not lost to a refusal');
  await page.locator('#score-year').fill('๒๕๖๖');
  await page.keyboard.press('Control+Enter');
  await page.locator('td .corrected', { hasText: 'ผู้ตรวจเพิ่ม' }).waitFor();
  assert.deepEqual(sql('SELECT value, fiscal_year AS y FROM score WHERE added IS NOT NULL'), [{ value: 91.5, y: 2566 }]);
  await page.keyboard.press('u');
  await page.locator('td .corrected', { hasText: 'ผู้ตรวจเพิ่ม' }).waitFor({ state: 'detached' });
  await close(page);
});

test('the score that is shown is the one that is saved: after a correction, on paper, and when the server is away', async () => {
  const cell = sql(`SELECT id FROM cell WHERE submission_id = ${report} AND length(text) > 30 ORDER BY id LIMIT 1`)[0];
  const page = await open(`#/s/${report}`);
  const saved = () => sql(`SELECT f.score FROM final_score f JOIN submission s ON s.sha256 = f.sha256 WHERE s.id = ${report}`)[0]?.score;
  await page.locator('#final').selectOption('100');
  await page.locator('#status p', { hasText: 'บันทึกแล้ว' }).waitFor();
  await page.locator(`#cell-${cell.id} button`).dblclick();
  await page.locator('dialog textarea').fill('ข้อความที่แก้แล้ว');
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith(`/submissions/${report}`)), save(page)]);
  await page.locator(`#cell-${cell.id} .corrected`).waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('#final').inputValue(), '100');
  await page.emulateMedia({ media: 'print' });
  assert.match(await page.locator('p', { has: page.locator('#final') }).innerText(), /100/);
  await page.emulateMedia({ media: 'screen' });
  await page.context().setOffline(true);
  await page.locator('#final').selectOption('50');
  await page.locator('#status .bad', { hasText: 'ติดต่อเครื่องแม่ข่ายไม่ได้' }).waitFor();
  assert.equal(await page.locator('#final').inputValue(), '100');
  await page.context().setOffline(false);
  assert.equal(saved(), 100);
  for (let step = 0; step < 2; step++) {
    await page.keyboard.press('Escape');
    await page.locator('#undo').click();
    await page.locator('#status p', { hasText: 'เลิกทำแล้ว' }).nth(step).waitFor();
  }
  assert.equal(saved(), undefined);
  await close(page);
});

test('from a report back to the list in the order and at the place that one came from', async () => {
  const page = await open('#/submissions?sort=file&dir=desc');
  await page.locator('main tbody a').first().click();
  await page.locator('.desk').waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/finding=/);
  await page.getByRole('link', { name: 'กลับไปยังรายการ' }).click();
  await page.waitForURL(/#\/submissions\?sort=file&dir=desc$/);
  await close(page);
});

test('the log leads to the finding that was decided', async () => {
  const page = await open(`#/s/${report}`);
  await page.keyboard.press('k');
  const last = await chosen(page);
  await page.keyboard.press('c');
  await page.locator(`#${last} em.confirmed`).waitFor();
  await page.goto(`${server.url}#/history`);
  await page.locator('#h-kind').waitFor();
  await page.locator('main tbody tr').first().getByRole('link').click();
  await page.locator(`#${last}[aria-current=true]`).waitFor();
  await page.locator('#undo').click();
  await page.locator(`#${last} em.confirmed`).waitFor({ state: 'detached' });
  await close(page);
});

test('no box lies on the picture of another page while its own is being painted', async () => {
  const page = await open(`#/s/${report}?page=1`);
  await page.locator('.sheet img').evaluate((image) => image.decode());
  const seen = () => page.locator('.sheet img').evaluate((image) => getComputedStyle(image).visibility);
  assert.equal(await seen(), 'visible');
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(/pages\/[2-9]\.png/, async (route) => { await held; await route.continue(); });
  await page.keyboard.press('k');
  await page.locator('.sheet .box').waitFor();
  assert.notEqual(await page.locator('#page-no').inputValue(), '1');
  assert.equal(await seen(), 'hidden');
  await page.keyboard.press('+');
  assert.equal(await seen(), 'hidden');
  const told = () => page.locator('.canvas').evaluate((node) => getComputedStyle(node, '::before').content);
  assert.equal(await told(), '"กำลังวาดหน้านี้…"', 'and it is said why');
  go();
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.sheet img')).visibility === 'visible');
  assert.equal(await told(), 'none');
  await close(page);
});

test('a box can be drawn on a page that one turns to after asking for it', async () => {
  const page = await open(`#/s/${report}?page=1`);
  await page.getByRole('button', { name: 'เพิ่มข้อสังเกต' }).click();
  await page.locator('.sheet').getByRole('button', { name: 'ถัดไป' }).click();
  await page.locator('.sheet img[src*="/pages/2.png"]').waitFor();
  await page.keyboard.press('r');  // it stays upright: the box is of the page as it was read
  const sheet = await page.locator('.sheet .cover').boundingBox();
  const { width, height } = sql(`SELECT width, height FROM page WHERE submission_id = ${report} AND page_no = 2`)[0];
  assert.ok(Math.abs(sheet.width / sheet.height - width / height) < 0.02);
  await page.mouse.move(sheet.x + sheet.width * 0.2, sheet.y + sheet.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(sheet.x + sheet.width * 0.6, sheet.y + sheet.height * 0.5, { steps: 4 });
  await page.mouse.up();
  await page.locator('#own-words').fill('ตารางนี้ไม่มีผู้รับผิดชอบ');
  await page.keyboard.press('Control+Enter');
  await page.locator('.finding', { hasText: 'ตารางนี้ไม่มีผู้รับผิดชอบ' }).waitFor();
  const own = sql('SELECT page_no, x0, y1 FROM finding WHERE own = 1')[0];
  assert.equal(own.page_no, 2);
  assert.ok(Math.abs(own.x0 / width - 0.2) < 0.01 && Math.abs(own.y1 / height - 0.5) < 0.01);
  await page.keyboard.press('u');
  await page.locator('.finding', { hasText: 'ตารางนี้ไม่มีผู้รับผิดชอบ' }).waitFor({ state: 'detached' });
  await close(page);
});

test('a double click corrects the cell that it is on, wherever on the screen that stands', async () => {
  const cells = sql(`SELECT id FROM cell WHERE submission_id = ${report} AND length(text) > 10 ORDER BY id`);
  const page = await open(`#/s/${report}`);
  for (const [id, block] of [[cells[2].id, 'end'], [cells[5].id, 'start']]) {
    const button = page.locator(`#cell-${id} button`);
    await button.evaluate((node, where) => node.scrollIntoView({ block: where }), block);
    if (block === 'start') await page.evaluate(() => scrollBy(0, -document.querySelector('header').offsetHeight));
    const at = await button.boundingBox();
    await page.mouse.dblclick(at.x + at.width / 2, at.y + at.height / 2);
    await page.locator('dialog textarea').waitFor();
    assert.equal(await page.locator('dialog textarea').inputValue(), sql(`SELECT text FROM cell WHERE id = ${id}`)[0].text);
    await page.keyboard.press('Escape');
  }
  await close(page);
});

test('a report with tables of thousands of cells is there at once, and its rows come with the page', async () => {
  const long = sql("SELECT id FROM submission WHERE source_path LIKE '%b_four_parts%'")[0].id;  // of two pages
  sql(`WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 23999) INSERT INTO cell (submission_id, table_no, row_no, col_no, column_key, text, raw_text, page_no, x0, y0, x1, y1, source, confidence)
    SELECT ${long}, 90, i / 6 + 1, i % 6 + 1, 'other', 'ช่องที่ ' || i, '', CASE i / 300 WHEN 0 THEN 1 WHEN 1 THEN 2 ELSE 3 END, 40, 100 + i % 600, 200, 110 + i % 600, 'text', 1 FROM n`);
  sql(`WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) INSERT INTO score (submission_id, subject, agency, fiscal_year, value, unit, page_no, quote)
    SELECT ${long}, 'ITA', 'โรงเรียนที่ ' || i, 2567, 80, 'points', 1, 'แถวของโรงเรียนที่ ' || i FROM n`);
  const page = await open(`#/s/${long}`);
  const quotes = page.locator('td.name', { hasText: 'แถวของโรงเรียนที่' });
  assert.ok(await quotes.count() <= 50);
  for (const shown of [1050, 2050]) {
    await page.locator('#more-scores').click();
    await page.waitForFunction((many) => document.querySelectorAll('#more-scores').length === 1 && [...document.querySelectorAll('td.name')].length >= many, shown);
  }
  await page.locator('#more-scores').click();
  await page.locator('#more-scores').waitFor({ state: 'detached' });
  assert.equal(await quotes.count(), 3000);
  await page.locator('.cells td[id]', { hasText: 'ช่องที่ 299' }).waitFor();
  assert.equal(await page.locator('.cells td[id]', { hasText: /^ช่องที่ 300$/ }).count(), 0);
  await page.getByText('แสดงเฉพาะแถวที่อยู่ในหน้าที่กำลังดู').waitFor();
  await page.keyboard.press(']');
  const cell = page.locator('.cells td[id]', { hasText: /^ช่องที่ 300$/ });
  await cell.waitFor();
  assert.equal(await page.locator('.cells td[id]', { hasText: /^ช่องที่ 299$/ }).count(), 0);
  await cell.locator('button').dblclick();
  await page.locator('dialog textarea').fill('แก้ในหน้าที่สอง');
  await save(page);
  await page.locator('.cells td[id]', { hasText: 'แก้ในหน้าที่สอง' }).waitFor();
  assert.equal(sql(`SELECT text FROM cell WHERE submission_id = ${long} AND corrected = 1`)[0].text, 'แก้ในหน้าที่สอง');
  await close(page);
});

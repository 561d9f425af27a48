// The evaluator's way through the desk, in Chromium. Places are compared with the database, not with the page itself.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startServer, sql } from './desk_server.mjs';

const EVIL = '<script>window.hit=1</script><img src=x onerror="window.hit=1">';
let server;
let browser;

before(async () => {
  // One report of a stranger who tries.
  sql(`UPDATE submission SET agency = 'สำนักงาน ${EVIL}' WHERE id = (SELECT max(id) FROM submission);
       UPDATE cell SET text = '${EVIL}' WHERE id = (SELECT max(id) FROM cell);
       UPDATE finding SET evidence = '${EVIL}', message_th = '${EVIL}' WHERE id = (SELECT max(id) FROM finding)`);
  server = await startServer();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(async () => { await browser?.close(); await server?.stop(); });

// A page that fails the test for any error of script or policy.
async function open(path = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  context.setDefaultTimeout(60000);  // a busy machine is no fault of the desk
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' && !/409|422/.test(message.text())) page.problems.push(message.text()); });
  await page.goto(server.url + path);
  await page.locator('h1').first().waitFor();
  return page;
}

async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

const shot = (page, name) => page.screenshot({ path: `shots/${name}.png` });
const openFinding = (where = '') => sql(`SELECT f.*, p.width, p.height FROM finding f JOIN page p ON p.submission_id = f.submission_id AND p.page_no = f.page_no WHERE f.status = 'open' AND x1 > x0 AND f.id <> (SELECT max(id) FROM finding) ${where} ORDER BY f.id LIMIT 1`)[0];

test('overview, filter, open a submission', async () => {
  const page = await open();
  const total = sql('SELECT count(*) AS n FROM submission')[0].n;
  assert.equal(await page.locator('.card b').first().innerText(), String(total));
  await shot(page, 'overview');
  await page.getByRole('link', { name: 'รายงาน', exact: true }).click();
  await page.locator('form.filters').waitFor();
  await page.locator('#f-layout').selectOption({ index: 1 });
  const layout = await page.locator('#f-layout').inputValue();
  await page.locator('form.filters button').click();
  await page.waitForURL(/layout=/);
  const expected = sql(`SELECT count(*) AS n FROM submission WHERE instr(',' || layout || ',', ',${layout},') > 0`)[0].n;
  await page.getByText(`${expected} รายการ`).waitFor();
  assert.equal(await page.locator('main tbody tr').count(), expected);
  await shot(page, 'submissions');
  await page.locator('main tbody a').first().click();
  await page.locator('.desk').waitFor();
  await close(page);
});

test('a finding lights up where it stands on the page', async () => {
  const finding = openFinding();
  const page = await open(`#/s/${finding.submission_id}?finding=${finding.id}`);
  const box = page.locator('.sheet .box');
  await box.waitFor();
  await page.locator('.sheet img').evaluate((i) => i.decode());
  const image = await page.locator('.sheet img').evaluate((i) => ({ w: i.naturalWidth, h: i.naturalHeight }));
  assert.ok(Math.abs(image.w / image.h - finding.width / finding.height) < 0.01, 'the picture is the whole page, upright');
  const [at, sheet] = await Promise.all([box.boundingBox(), page.locator('.sheet img').boundingBox()]);
  const near = (seen, wanted, what) => assert.ok(Math.abs(seen - wanted) < 0.03, `${what}: ${seen} and not ${wanted}`);
  near((at.x - sheet.x) / sheet.width, finding.x0 / finding.width, 'left');
  near((at.y - sheet.y) / sheet.height, finding.y0 / finding.height, 'top');
  near((at.x + at.width - sheet.x) / sheet.width, finding.x1 / finding.width, 'right');
  near((at.y + at.height - sheet.y) / sheet.height, finding.y1 / finding.height, 'bottom');
  await shot(page, 'submission');
  await close(page);
});

test('a click on the page opens its cell, a click on the cell lights the page', async () => {
  const cell = sql("SELECT * FROM cell WHERE text LIKE '____%' AND x1 - x0 > 40 AND y1 - y0 > 10 ORDER BY id LIMIT 1")[0];
  const page = await open(`#/s/${cell.submission_id}?page=${cell.page_no}`);
  await page.locator(`#cell-${cell.id} button`).click();
  await page.locator('.sheet .box').waitFor();
  assert.equal(await page.locator('td.lit').count(), 1);
  await page.evaluate(() => document.querySelectorAll('td.lit').forEach((n) => n.classList.remove('lit')));
  await page.locator('.place').first().dispatchEvent('click');
  assert.equal(await page.locator('td.lit').count(), 1);
  await close(page);
});

test('confirmed by keyboard, still confirmed after a restart, printed in the letter, taken back', async () => {
  const finding = openFinding();
  let page = await open(`#/s/${finding.submission_id}?finding=${finding.id}`);
  await page.locator(`#finding-${finding.id}[aria-current=true]`).waitFor();
  await page.keyboard.press('c');
  await page.locator(`#finding-${finding.id} em`).waitFor();
  const port = new URL(server.url).port;
  await server.stop();
  server = await startServer([], port);
  assert.equal(sql(`SELECT status FROM finding WHERE id = ${finding.id}`)[0].status, 'confirmed');
  // The page from before the restart goes on working.
  await page.keyboard.press('d');
  await page.locator(`#finding-${finding.id} em`, { hasText: 'ยกแล้ว' }).waitFor();
  await page.keyboard.press('u');
  await page.locator(`#finding-${finding.id} em`, { hasText: 'ยืนยันแล้ว' }).waitFor();
  await page.context().close();
  page = await open(`report/${finding.submission_id}`);
  assert.equal(await page.locator('tbody tr').count(), 1);
  assert.equal(await page.locator('tbody tr td').last().innerText(), String(finding.page_no));
  await shot(page, 'letter');
  await close(page);
});

test('the next open finding by one key', async () => {
  const page = await open();
  await page.keyboard.press('n');
  await page.locator('.finding[aria-current=true]').waitFor();
  const first = await page.locator('.finding[aria-current=true]').getAttribute('id');
  await page.keyboard.press('n');
  await page.locator(`.finding[aria-current=true]:not(#${first})`).waitFor();
  await close(page);
});

test('a corrected cell stays, with the reading behind it', async () => {
  const cell = sql("SELECT * FROM cell WHERE text LIKE '____%' AND id <> (SELECT max(id) FROM cell) ORDER BY id LIMIT 1")[0];
  const page = await open(`#/s/${cell.submission_id}`);
  const button = page.locator(`#cell-${cell.id} button`);
  await button.focus();
  await page.keyboard.press('e');
  await page.locator('dialog textarea').fill('ข้อความที่แก้แล้ว');
  await shot(page, 'correct');
  await page.locator('dialog button.primary').click();
  await page.locator(`#cell-${cell.id} .corrected`, { hasText: 'ข้อความที่แก้แล้ว' }).waitFor();
  await page.reload();
  await page.locator(`#cell-${cell.id} .corrected`, { hasText: 'ข้อความที่แก้แล้ว' }).waitFor();
  assert.equal(sql(`SELECT corrected_from FROM cell WHERE id = ${cell.id}`)[0].corrected_from, cell.text);
  await close(page);
});

test('Thai words of two letters are found', async () => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('งบ');
  await page.keyboard.press('Enter');
  await page.locator('main mark').first().waitFor();
  assert.equal(await page.locator('main mark').first().innerText(), 'งบ');
  await shot(page, 'search');
  await page.locator('main li a').first().click();
  await page.locator('.desk').waitFor();
  await close(page);
});

test('a report whose text is markup shows as text', async () => {
  const last = sql('SELECT max(id) AS id FROM submission')[0].id;
  const evil = sql('SELECT max(id) AS id, submission_id FROM finding')[0];
  for (const path of ['#/submissions', `#/s/${last}`, `#/s/${evil.submission_id}?finding=${evil.id}`, '#/search?q=script', `report/${last}`]) {
    const page = await open(path);
    await page.getByText('<script>', { exact: false }).first().waitFor();
    assert.equal(await page.evaluate(() => window.hit), undefined, path);
    await close(page);
  }
});

test('the slower of two reviewers is told', async () => {
  const finding = openFinding();
  const path = `#/s/${finding.submission_id}?finding=${finding.id}`;
  const [first, second] = [await open(path), await open(path)];
  for (const page of [first, second]) await page.locator(`#finding-${finding.id}[aria-current=true]`).waitFor();
  await first.keyboard.press('c');
  await first.locator(`#finding-${finding.id} em`).waitFor();
  await second.keyboard.press('d');
  await second.locator('#status .bad', { hasText: 'ผู้อื่นแก้ไข' }).waitFor();
  await second.locator(`#finding-${finding.id} em`, { hasText: 'ยืนยันแล้ว' }).waitFor();
  await shot(second, 'conflict');
  assert.equal(sql(`SELECT status FROM finding WHERE id = ${finding.id}`)[0].status, 'confirmed');
  await close(first);
  await close(second);
});

test('a narrow screen does not scroll sideways', async () => {
  const id = sql('SELECT min(id) AS id FROM submission')[0].id;
  for (const path of ['', '#/submissions', `#/s/${id}`, '#/search?q=งบ', `report/${id}`]) {
    const page = await open(path, { viewport: { width: 390, height: 844 } });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await shot(page, `mobile_${path.replace(/\W+/g, '_')}`);
    assert.ok(over <= 0, `${path}: ${over} px too wide`);
    await close(page);
  }
});

test('contrast, labels, names: no serious fault', async () => {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const id = sql('SELECT min(id) AS id FROM submission')[0].id;
  for (const path of ['', '#/submissions', `#/s/${id}`, '#/search?q=งบ', `report/${id}`]) {
    const page = await open(path, { bypassCSP: true });  // axe is brought in as text
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run());
    const serious = found.violations.filter((v) => ['serious', 'critical'].includes(v.impact));
    assert.deepEqual(serious.map((v) => `${path} ${v.id}: ${v.nodes[0].html}`), []);
    await close(page);
  }
});

test('read-only shows and offers no change', async () => {
  const other = await startServer(['--read-only']);
  const page = await browser.newPage();
  const finding = sql('SELECT id, submission_id FROM finding LIMIT 1')[0];
  await page.goto(`${other.url}#/s/${finding.submission_id}?finding=${finding.id}`);
  await page.locator(`#finding-${finding.id}`).waitFor();
  assert.equal(await page.locator('.finding .bar button:enabled').count(), 0);
  await page.close();
  await other.stop();
});

// The evaluator's way through the review app, in Chromium. Places are compared with the database, not with the page itself.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { choose, newDesk, resubmit, startServer, sql } from './desk_server.mjs';

const EVIL = '<script>window.hit=1</script><img src=x onerror="window.hit=1">';
// In the last report, which no other test corrects: a corrected report is judged anew.
const EVIL_FINDING = '(SELECT max(id) FROM finding WHERE submission_id = (SELECT max(id) FROM submission))';
let server;
let browser;

before(async () => {
  newDesk('desk');
  // One report of a stranger who tries.
  sql(`UPDATE submission SET agency = 'สำนักงาน ${EVIL}' WHERE id = (SELECT max(id) FROM submission);
       UPDATE cell SET text = '${EVIL}' WHERE id = (SELECT max(id) FROM cell);
       INSERT INTO text_search (rowid, text) SELECT 4 * id, text || char(10) FROM cell WHERE id = (SELECT max(id) FROM cell);
       UPDATE cell SET confidence = 0.5 WHERE id = (SELECT min(id) FROM cell);
       UPDATE finding SET evidence = '${EVIL}', message_th = '${EVIL}' WHERE id = ${EVIL_FINDING}`);
  server = await startServer();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(async () => { await browser?.close(); await server?.stop(); });

// A page that fails the test for any error of script or policy.
async function open(path = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  context.setDefaultTimeout(60000);  // a busy machine is no fault of the review app
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

const shot = (page, name) => page.screenshot({ path: `shots/${name.slice(0, 60)}.png` });
const officePath = (id) => `#/office?name=${encodeURIComponent(sql(`SELECT agency FROM submission WHERE id = ${id}`)[0].agency)}`;
const openFinding = (where = '') => sql(`SELECT f.*, p.width, p.height FROM finding f JOIN page p ON p.submission_id = f.submission_id AND p.page_no = f.page_no WHERE f.status = 'open' AND x1 > x0 AND f.id <> ${EVIL_FINDING} ${where} ORDER BY f.id LIMIT 1`)[0];

test('overview, filter, open a submission', async () => {
  const page = await open();
  const total = sql('SELECT count(*) AS n FROM submission')[0].n;
  assert.equal(await page.locator('.card b').first().innerText(), String(total));
  await shot(page, 'overview');
  const offices = sql("SELECT count(DISTINCT s.agency) AS n FROM finding f JOIN submission s ON s.id = f.submission_id WHERE f.code = 'wrong_year'")[0].n;
  await page.locator('svg a', { has: page.locator('title', { hasText: 'wrong_year' }) }).getByText(`(${offices})`).waitFor();
  await page.locator('header nav').getByRole('link', { name: 'รายงาน', exact: true }).click();
  await page.getByRole('heading', { name: 'รายงาน', exact: true }).waitFor();
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

test('the overview is narrowed by its filters, and the way through open findings with it', async () => {
  const page = await open();
  await page.locator('#f-code').selectOption('wrong_year');
  await page.locator('form.filters button').click();
  await page.waitForURL(/code=wrong_year/);
  const expected = sql("SELECT count(DISTINCT submission_id) AS n FROM finding WHERE code = 'wrong_year' AND status <> 'dismissed'")[0].n;
  await page.locator('.card b', { hasText: new RegExp(`^${expected}$`) }).first().waitFor();
  await page.keyboard.press('n');
  await page.locator('.finding[aria-current=true]').waitFor();
  const chosen = Number((await page.locator('.finding[aria-current=true]').getAttribute('id')).split('-')[1]);
  assert.equal(sql(`SELECT code FROM finding WHERE id = ${chosen}`)[0].code, 'wrong_year');
  await page.locator('main .note', { hasText: 'กำลังกรองตาม' }).waitFor();
  await close(page);
});

test('filters, order and place in the list stand in the address: kept by reloading, by going back, by a link passed on', async () => {
  const page = await open('#/submissions?decision=open&code=wrong_year');
  const expected = sql("SELECT count(DISTINCT submission_id) AS n FROM finding WHERE code = 'wrong_year' AND status = 'open'")[0].n;
  await page.getByText(`${expected} รายการ`).waitFor();
  await page.getByRole('link', { name: 'ปีงบประมาณ', exact: true }).click();
  await page.waitForURL(/sort=year&dir=desc/);
  await page.locator('th[aria-sort=descending]', { hasText: 'ปีงบประมาณ' }).waitFor();
  const years = (await page.locator('main tbody tr td:nth-child(3)').allInnerTexts()).filter(Boolean);
  assert.deepEqual(years, [...years].sort().reverse());
  const file = sql("SELECT source_path FROM submission WHERE id = (SELECT submission_id FROM finding WHERE code = 'wrong_year' AND status = 'open' LIMIT 1)")[0].source_path.split('/').pop();
  await page.locator('main td.file', { hasText: file }).first().waitFor();
  const address = page.url();
  await page.reload();
  await page.locator('th[aria-sort=descending]').waitFor();
  assert.equal(page.url(), address);
  await page.locator('main tbody a').first().click();
  await page.locator('.desk').waitFor();
  await page.reload();
  await page.locator('.desk').waitFor();
  await page.locator('main .note', { hasText: 'กำลังกรองตาม' }).waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/finding=\d+/);
  await page.locator('.finding[aria-current=true] .name[title=wrong_year]').waitFor();
  assert.match(page.url(), /code=wrong_year/);
  await page.goBack();
  await page.waitForURL((url) => !/finding=/.test(url.href));
  await page.goBack();
  await page.waitForURL(/#\/submissions/);
  await page.locator('th[aria-sort=descending]').waitFor();
  await shot(page, 'submissions-sorted');
  await close(page);
});

test('a card of the overview leads to what it counts', async () => {
  const page = await open();
  const card = page.locator('.card', { hasText: 'ผิดพลาด · ยังไม่ตรวจ' });
  await card.getByRole('link').click();
  await page.waitForURL(/severity=error&decision=open/);
  const expected = sql("SELECT count(DISTINCT submission_id) AS n FROM finding WHERE severity = 'error' AND status = 'open'")[0].n;
  await page.getByText(`${expected} รายการ`).waitFor();
  await close(page);
});

test('many findings are decided at one stroke, and taken back as one', async () => {
  const kind = sql(`SELECT severity, count(*) AS n, count(DISTINCT submission_id) AS reports FROM finding WHERE status = 'open' GROUP BY severity ORDER BY n DESC LIMIT 1`)[0];
  const left = () => sql(`SELECT count(*) AS n FROM finding WHERE status = 'open' AND severity = '${kind.severity}'`)[0].n;
  assert.ok(kind.n > 1);
  const cause = sql(`SELECT evidence FROM finding WHERE severity = '${kind.severity}' AND evidence IS NOT NULL LIMIT 1`)[0];
  const page = await open(`#/findings?by=cause&severity=${kind.severity}`);
  await page.locator('main tbody tr', { hasText: cause.evidence }).first().waitFor();
  await shot(page, 'causes');
  await page.getByRole('link', { name: 'ทีละข้อ' }).click();
  await page.waitForFunction(() => !location.hash.includes('by=cause'));
  await page.waitForLoadState('networkidle');  // the list by causes has the same button, and goes
  await page.locator('#bulk-dismissed', { hasText: `ยกทั้ง ${kind.n} ข้อ` }).click();
  await page.locator('dialog h2', { hasText: `${kind.n} ข้อ · ${kind.reports} รายงาน` }).waitFor();
  await page.locator('#bulk-note').fill('ชื่อเดิมของหน่วยงานเดียวกัน');
  await shot(page, 'bulk');
  await page.locator('dialog button.primary').click();
  await page.locator('#status p', { hasText: `ยกแล้ว ${kind.n} ข้อ` }).waitFor();
  assert.equal(left(), 0);
  await page.locator('#bulk-dismissed').waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await page.locator('#status p', { hasText: `เลิกทำแล้ว: ข้อสังเกต · ${kind.n} ข้อ` }).waitFor();
  assert.equal(left(), kind.n);
  await page.locator('#bulk-dismissed').waitFor();
  await shot(page, 'findings');
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
  const near = (seen, wanted, what) => assert.ok(Math.abs(seen - wanted) < 0.01, `${what}: ${seen} and not ${wanted}`);
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
  const { width, height } = sql(`SELECT width, height FROM page WHERE submission_id = ${cell.submission_id} AND page_no = ${cell.page_no}`)[0];
  const sheet = await page.locator('.sheet img').boundingBox();
  await page.mouse.click(sheet.x + (sheet.width * (cell.x0 + cell.x1)) / 2 / width, sheet.y + (sheet.height * (cell.y0 + cell.y1)) / 2 / height);
  await page.locator(`#cell-${cell.id}.lit`).waitFor();
  // Larger, the box goes with the page.
  await page.keyboard.press('+');
  const [box, larger] = await Promise.all([page.locator('.sheet .box').boundingBox(), page.locator('.sheet img').boundingBox()]);
  assert.ok(larger.width > 1.4 * sheet.width, 'the page grew');
  assert.ok(Math.abs((box.x - larger.x) / larger.width - cell.x0 / width) < 0.01, 'the box stays on its cell');
  await close(page);
});

test('a cell that was read with doubt is marked', async () => {
  const cell = sql('SELECT min(id) AS id, submission_id FROM cell')[0];
  const page = await open(`#/s/${cell.submission_id}`);
  await page.locator(`#cell-${cell.id} .low`).waitFor();
  assert.equal(await page.locator(`#cell-${cell.id}`).getAttribute('title'), 'ความเชื่อมั่น 0.50');
  await close(page);
});

test('a word that was read with doubt is marked in its cell and on the page', async () => {
  const cell = sql("SELECT c.*, p.width FROM cell c JOIN page p ON p.submission_id = c.submission_id AND p.page_no = c.page_no WHERE length(c.text) > 30 ORDER BY c.id LIMIT 1")[0];
  const word = Array.from(cell.text).slice(0, 6).join('');
  const [left, top] = [cell.x0 + 2, cell.y0 + 2];
  sql(`INSERT INTO doubtful_word (submission_id, text, page_no, x0, y0, x1, y1, source, confidence)
       VALUES (${cell.submission_id}, '${word}', ${cell.page_no}, ${left}, ${top}, ${left + 30}, ${top + 12}, 'ocr', 0.8)`);
  const page = await open(`#/s/${cell.submission_id}`);
  await page.locator(`#cell-${cell.id} button`).click();
  assert.equal(await page.locator(`#cell-${cell.id} mark.low`).first().innerText(), word);
  const sheet = await page.locator('.canvas').boundingBox();
  const boxes = await page.locator('.canvas .doubt').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().x));
  assert.ok(boxes.some((x) => Math.abs((x - sheet.x) / sheet.width - left / cell.width) < 0.005), 'no mark where the word stands');
  await shot(page, 'doubtful-word');
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

test('by keyboard alone, on a Thai layout too', async () => {
  const finding = openFinding();
  const page = await open(`#/s/${finding.submission_id}`);
  await page.keyboard.press('j');
  await page.locator('.finding[aria-current=true]').waitFor();
  const chosen = (await page.locator('.finding[aria-current=true]').getAttribute('id')).split('-')[1];
  const before = sql(`SELECT status FROM finding WHERE id = ${chosen}`)[0].status;
  // The key of c gives แ on a Thai keyboard.
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'แ', code: 'KeyC', bubbles: true })));
  await page.locator(`#finding-${chosen} em.confirmed`).waitFor();
  await page.keyboard.press('m');
  await page.keyboard.type('ดูหน้านี้');
  await page.keyboard.press('Control+Enter');
  await page.locator(`#finding-${chosen} .note`, { hasText: 'ดูหน้านี้' }).waitFor();
  await page.keyboard.press('s');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'final');
  await page.keyboard.press('ArrowDown');  // none → 100
  await page.locator('#status p', { hasText: 'บันทึกแล้ว' }).last().waitFor();
  await page.locator('main').focus();
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('u');
    await page.locator('#status p', { hasText: 'เลิกทำแล้ว' }).nth(step).waitFor();
  }
  assert.equal(sql(`SELECT status FROM finding WHERE id = ${chosen}`)[0].status, before);
  assert.equal(sql('SELECT count(*) AS n FROM final_score')[0].n, 0);
  await page.locator('#skip').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.keyboard.press('?');
  await page.locator('dialog[open] kbd').first().waitFor();
  await page.keyboard.press('Escape');
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

// A cell with words that no test has corrected yet.
const someCell = () => sql("SELECT * FROM cell WHERE text LIKE '____%' AND corrected = 0 AND id <> (SELECT max(id) FROM cell) ORDER BY id LIMIT 1")[0];

// Its words as a reviewer sets them right, in the page of its report.
async function correctCell(page, cell, words) {
  await page.locator(`#cell-${cell.id} button`).focus();
  await page.keyboard.press('e');
  await page.locator('dialog textarea').fill(words);
  await shot(page, 'correct');
  await page.locator('dialog button.primary').click();
  await page.locator(`#cell-${cell.id} .corrected`, { hasText: words }).waitFor();
}

test('a corrected cell stays, with the reading behind it', async () => {
  const cell = someCell();
  const page = await open(`#/s/${cell.submission_id}`);
  await correctCell(page, cell, 'ข้อความที่แก้แล้ว');
  await page.reload();
  await page.locator(`#cell-${cell.id} .corrected`, { hasText: 'ข้อความที่แก้แล้ว' }).waitFor();
  assert.equal(sql(`SELECT corrected_from FROM cell WHERE id = ${cell.id}`)[0].corrected_from, cell.text);
  await close(page);
});

test('who changed what, when and from what is there to read', async () => {
  const cell = someCell();
  const words = 'ข้อความที่แก้เพื่อดูประวัติ';
  const page = await open(`#/s/${cell.submission_id}`);
  await correctCell(page, cell, words);
  await page.goto(`${server.url}#/history`);
  await page.locator('#h-kind').waitFor();  // the report's own tables hold the words, too
  const row = page.locator('main tbody tr', { hasText: words }).first();
  await row.waitFor();
  assert.equal(await row.locator('td').nth(1).innerText(), 'tester');
  assert.match(await row.locator('td').nth(2).innerText(), /\.pdf$/m, 'which file');
  assert.equal(await row.locator('td').nth(4).innerText(), cell.text);
  await shot(page, 'history');
  await page.goto(`${server.url}#/s/${cell.submission_id}`);
  await page.locator('main details:not(.why) summary').click();
  await page.locator('details:not(.why) tbody tr', { hasText: words }).first().waitFor();
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

test('digits of either script, several words, file and year of each hit', async () => {
  const count = async (q) => {
    const page = await open(`#/search?q=${encodeURIComponent(q)}`);
    const [, found] = (await page.getByText(/^(> )?\d+ รายการ/).innerText()).match(/(\d+) รายการ/);
    if (q === 'ปีงบประมาณ 2567') {
      const marks = (await page.locator('main li').first().locator('mark').allInnerTexts()).join(' ');
      assert.match(marks, /ปีงบประมาณ/);
      assert.match(await page.locator('main li .where').first().innerText(), /2567 · O\d+ · \w+\.pdf/);
      await shot(page, 'search-words');
      await page.locator('main li a').first().click();
      await page.locator('.desk').waitFor();
    }
    await close(page);
    return Number(found);
  };
  const [arabic, thai] = [await count('2567'), await count('๒๕๖๗')];
  assert.ok(arabic > 0);
  assert.equal(arabic, thai);
  assert.ok(await count('ปีงบประมาณ 2567') > 0);
});

test('a report whose text is markup shows as text', async () => {
  const last = sql('SELECT max(id) AS id FROM submission')[0].id;
  const evil = sql(`SELECT id, submission_id FROM finding WHERE id = ${EVIL_FINDING}`)[0];
  for (const path of ['#/submissions', `#/s/${last}`, `#/s/${evil.submission_id}?finding=${evil.id}`, '#/search?q=script', `report/${last}`]) {
    const page = await open(path);
    await page.getByText('<script>', { exact: false }).first().waitFor();
    assert.equal(await page.evaluate(() => window.hit), undefined, path);
    await close(page);
  }
});

// The page that `collect` kept is untrusted, too: nothing of it runs or is fetched, here or anywhere.
test('where it was published: the clicks, the kept page as lines; what can be reached by province', async () => {
  const id = sql('SELECT max(id) AS id FROM submission')[0].id;
  const html = `<title>${EVIL}</title><p>before ${EVIL}<p><a href="/ita/o34.pdf">O34 มาตรการ</a><script src="https://evil.example/x.js"></script><p>&lt;script&gt;window.hit=1&lt;/script&gt;`;
  const sha256 = createHash('sha256').update(html).digest('hex');
  mkdirSync(`work/collected/objects/${sha256.slice(0, 2)}`, { recursive: true });
  writeFileSync(`work/collected/objects/${sha256.slice(0, 2)}/${sha256}`, html);
  const before = sql(`SELECT agency, published_url FROM submission WHERE id = ${id}`)[0];
  const url = 'https://office.example/ita/o34.pdf';
  const facts = { state: 'document', place: 'main_site', last_at: '2026-11-28T10:20:53Z', clicks: [['', 'https://office.example/'], ['ITA', 'https://office.example/ita'], [`O34 ${EVIL}`, url]] };
  sql(`UPDATE submission SET agency = 'สำนักงานศึกษาธิการจังหวัดริมธาร', published_url = '${url}', manifest_agency = 'a', manifest_fiscal_year = 2567, manifest_item_code = 'O34', publication = '${JSON.stringify(facts)}' WHERE id = ${id};
       INSERT INTO publication (item_key, office_key, agency, fiscal_year, item_code, published_url, folder, page_url, page_type, page_sha256, page_at, link_url) VALUES ('k', 'o', 'a', 2567, 'O34', '${url}', '${realpathSync('work/collected')}', 'https://office.example/ita', 'text/html; charset=utf-8', '${sha256}', '2026-11-28T10:20:53Z', '${url}')`);
  const page = await open(`#/s/${id}`);
  const outside = [];
  page.on('request', (request) => { if (!request.url().startsWith(server.url)) outside.push(request.url()); });
  await page.locator('.published', { hasText: 'ITA › O34 <script>' }).waitFor();
  await page.getByText('หน้าเว็บที่เก็บไว้').click();
  assert.equal(await page.locator('.lines mark').innerText(), 'O34 มาตรการ');
  await page.locator('.lines li', { hasText: '<script>window.hit=1</script>' }).waitFor();
  await page.locator('.kept', { hasText: sha256 }).waitFor();
  await shot(page, 'kept-page');
  assert.equal(await page.evaluate(() => window.hit), undefined);
  await page.goto(`${server.url}#/`);
  await page.locator('.reach tr', { hasText: 'ริมธาร' }).getByText('100 % (1)').waitFor();
  await shot(page, 'reach');
  assert.deepEqual(outside, []);
  await close(page);
  sql(`DELETE FROM publication; UPDATE submission SET agency = '${before.agency}', published_url = NULL, publication = NULL WHERE id = ${id}`);
});

test('page N, turned, larger and finer, its text beside it, the file and the published address', async () => {
  const { id, pages } = sql("SELECT id, pages FROM submission WHERE pages > 2 AND id <> (SELECT max(id) FROM submission) ORDER BY id LIMIT 1")[0];
  sql(`UPDATE submission SET published_url = 'https://www.example.go.th/ita/o34.pdf' WHERE id = ${id}`);
  const page = await open(`#/s/${id}`);
  const image = page.locator('.sheet img');
  await image.evaluate((i) => i.decode());
  const before = await image.evaluate((i) => i.naturalWidth);
  await page.keyboard.press('g');
  await page.keyboard.type(String(pages));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator(`.sheet img[src*="/pages/${pages}.png"]`).waitFor();
  await page.keyboard.press('t');
  const text = sql(`SELECT text FROM page WHERE submission_id = ${id} AND page_no = ${pages}`)[0].text;
  await page.locator('.read', { hasText: text.split('\n')[0].split('\t')[0] }).waitFor();
  await page.keyboard.press('r');
  await image.evaluate((i) => i.decode());
  const turned = await image.boundingBox();
  const size = sql(`SELECT width, height FROM page WHERE submission_id = ${id} AND page_no = ${pages}`)[0];
  assert.ok(Math.abs(turned.width / turned.height - size.height / size.width) < 0.02, 'the page lies on its side');
  await shot(page, 'turned');
  await page.keyboard.press('r'); await page.keyboard.press('r'); await page.keyboard.press('r');
  await page.keyboard.press('+');
  await page.locator('.sheet img[src*="dpi=165"]').waitFor();
  await image.evaluate((i) => i.decode());
  assert.ok(await image.evaluate((i) => i.naturalWidth) > 1.4 * before, 'painted anew');
  await shot(page, 'text-beside');
  const published = page.getByRole('link', { name: 'https://www.example.go.th/ita/o34.pdf' });
  assert.match(await published.getAttribute('rel'), /noreferrer/);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'ไฟล์ต้นฉบับ' }).click()]);
  assert.equal(readFileSync(await file.path()).subarray(0, 5).toString(), '%PDF-');
  sql(`UPDATE submission SET published_url = 'javascript:alert(1)' WHERE id = ${id}`);
  await page.reload();
  await page.locator('.file', { hasText: 'javascript:alert(1)' }).waitFor();
  assert.equal(await page.locator('.file a').count(), 0, 'only addresses of the web are links');
  sql(`UPDATE submission SET published_url = NULL WHERE id = ${id}`);
  await close(page);
});

test('a click on the page chooses a cell that its key corrects; keys can be turned off', async () => {
  const cell = sql("SELECT * FROM cell WHERE text LIKE '____%' AND x1 - x0 > 40 AND y1 - y0 > 10 ORDER BY id LIMIT 1")[0];
  const page = await open(`#/s/${cell.submission_id}?page=${cell.page_no}`);
  const { width, height } = sql(`SELECT width, height FROM page WHERE submission_id = ${cell.submission_id} AND page_no = ${cell.page_no}`)[0];
  const sheet = await page.locator('.sheet img').boundingBox();
  await page.mouse.click(sheet.x + (sheet.width * (cell.x0 + cell.x1)) / 2 / width, sheet.y + (sheet.height * (cell.y0 + cell.y1)) / 2 / height);
  await page.locator(`#cell-${cell.id}.lit`).waitFor();
  await page.keyboard.press('e');
  await page.locator('dialog[open] textarea').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.locator('#keys-on').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  assert.equal(await page.locator('.finding[aria-current=true]').count(), 0);
  await choose(page, 'help');
  await page.locator('#keys-on').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.locator('.finding[aria-current=true]').waitFor();
  await close(page);
});

test('a Thai face comes with the pages, for machines without one', async () => {
  const page = await open();
  const faces = await page.evaluate(async () => (await document.fonts.load('16px "Prongsai Thai"', 'ก')).map((face) => face.status));
  assert.deepEqual(faces, ['loaded']);
  await close(page);
});

test('dark pages: contrast holds; paper is white', async () => {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const id = sql('SELECT min(id) AS id FROM submission')[0].id;
  for (const path of ['', '#/submissions', '#/findings', `#/s/${id}`, officePath(id), '#/search?q=2567']) {
    const page = await open(path, { bypassCSP: true, colorScheme: 'dark' });
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run());
    const serious = found.violations.filter((v) => ['serious', 'critical'].includes(v.impact));
    await shot(page, `dark_${path.replace(/\W+/g, '_')}`);
    assert.deepEqual(serious.map((v) => `${path} ${v.id}: ${v.nodes[0].html}`), []);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.sheet').count() ? await page.locator('.sheet').isVisible() : false, false);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
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
  const long = `https://www.example.go.th/${'ita_'.repeat(40)}o34.pdf`;
  sql(`UPDATE submission SET published_url = '${long}' WHERE id = ${id}; UPDATE finding SET evidence = '${long}' WHERE id = (SELECT min(id) FROM finding WHERE submission_id = ${id})`);
  for (const path of ['', '#/submissions', '#/findings', '#/findings?by=cause', `#/s/${id}`, officePath(id), '#/search?q=งบ', `report/${id}`]) {
    const page = await open(path, { viewport: { width: 390, height: 844 } });
    await shot(page, `mobile_${path.replace(/\W+/g, '_')}`);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${path}: ${over} px too wide at ${width}`);
    }
    await close(page);
  }
});

test('contrast, labels, names: no serious fault', async () => {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const id = sql('SELECT min(id) AS id FROM submission')[0].id;
  for (const path of ['', '#/submissions', '#/findings', '#/findings?by=cause', `#/s/${id}`, '#/search?q=งบ', '#/history', officePath(id), `report/${id}`, 'login']) {
    const page = await open(path, { bypassCSP: true });  // axe is brought in as text
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run());
    const serious = found.violations.filter((v) => ['serious', 'critical'].includes(v.impact));
    assert.deepEqual(serious.map((v) => `${path} ${v.id}: ${v.nodes[0].html}`), []);
    await close(page);
  }
});

test('a year set right is judged at once, kept, and given back by undoing', async () => {
  const report = sql('SELECT id, fiscal_year FROM submission WHERE fiscal_year IS NOT NULL AND id <> (SELECT max(id) FROM submission) ORDER BY id LIMIT 1')[0];
  const count = () => sql(`SELECT count(*) AS n FROM finding WHERE submission_id = ${report.id} AND code = 'wrong_year'`)[0].n;
  const before = count();
  const page = await open(`#/s/${report.id}`);
  await page.getByRole('button', { name: 'แก้ไข ปีงบประมาณ', exact: true }).click();
  await page.locator('dialog textarea').fill('2560');
  await page.locator('dialog button.primary').click();
  await page.locator('.facts .corrected', { hasText: `เดิมอ่านได้ว่า ${report.fiscal_year}` }).waitFor();
  assert.ok(count() > before, 'the report names another year than it is of');
  assert.equal(await page.locator('.finding button.name[title=wrong_year]').count(), count());
  await shot(page, 'corrected-year');
  await page.keyboard.press('u');
  await page.locator('#status p', { hasText: 'เลิกทำแล้ว' }).waitFor();
  await page.locator('.facts .corrected').waitFor({ state: 'detached' });
  assert.equal(count(), before);
  await close(page);
});

test('a column set right is judged at once; a row or a table is left out and taken in again', async () => {
  const table = sql("SELECT * FROM table_info WHERE role = 'issue_table' ORDER BY id LIMIT 1")[0];
  const flagged = () => sql(`SELECT count(*) AS n FROM finding WHERE submission_id = ${table.submission_id} AND code = 'missing_column'`)[0].n;
  const out = () => sql('SELECT count(*) AS n FROM dismissed_cell')[0].n;
  const name = `ตารางที่ ${table.table_no}`;
  const page = await open(`#/s/${table.submission_id}`);
  const before = flagged();
  const panel = page.locator('table.cells', { has: page.locator('caption', { hasText: name }) });
  await panel.getByRole('button', { name: /แก้ไข คอลัมน์ จุดอ่อน/ }).click();
  await page.locator('dialog select').selectOption('other');
  await page.locator('dialog button.primary').click();
  await panel.locator('th .corrected', { hasText: 'เดิมอ่านได้ว่า จุดอ่อน' }).waitFor();
  assert.ok(flagged() > before, 'the form asks for the column');
  await shot(page, 'corrected-column');
  await page.keyboard.press('u');
  await panel.locator('th .corrected').waitFor({ state: 'detached' });
  assert.equal(flagged(), before);
  await panel.getByRole('button', { name: `ไม่ใช่ส่วนของรายงาน ${name} แถว 1` }).click();
  await panel.locator('tr.out').waitFor();
  assert.equal(out(), sql(`SELECT count(*) AS n FROM cell WHERE submission_id = ${table.submission_id} AND table_no = ${table.table_no} AND row_no = 1`)[0].n);
  await panel.getByRole('button', { name: `นำกลับเข้ารายงาน ${name} แถว 1` }).click();
  await panel.locator('tr.out').waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: `ไม่ใช่ส่วนของรายงาน ${name}`, exact: true }).click();
  await panel.locator('caption', { hasText: 'ไม่นับเป็นส่วนของรายงาน' }).waitFor();
  await shot(page, 'table-left-out');
  await page.locator('details summary', { hasText: 'ประวัติ' }).click();
  await page.locator('details td', { hasText: `${name} · ไม่ใช่ส่วนของรายงาน` }).first().waitFor();
  await page.keyboard.press('u');
  await panel.locator('tr.out').first().waitFor({ state: 'detached' });
  assert.equal(out(), 0);
  await close(page);
});

test('why a report was read so, behind one key', async () => {
  const report = sql('SELECT c.submission_id AS id, c.value, c.page_no FROM identity_candidate c JOIN submission s ON s.id = c.submission_id AND s.agency = c.value WHERE c.page_no > 0 ORDER BY c.id LIMIT 1')[0];
  const tables = sql(`SELECT columns FROM table_info WHERE submission_id = ${report.id} ORDER BY table_no`);
  const told = tables.flatMap((table) => JSON.parse(table.columns)).find((column) => column.because);
  const page = await open(`#/s/${report.id}`);
  await page.keyboard.press('w');
  const panel = page.locator('details.why[open]');
  await panel.waitFor();
  await panel.locator('table').nth(0).locator('b', { hasText: report.value }).first().waitFor();  // what was taken is set off
  await panel.getByRole('cell', { name: told.because, exact: true }).first().waitFor();
  await panel.getByRole('button', { name: `หน้า ${report.page_no}`, exact: true }).first().click();
  await page.locator('.sheet .box').waitFor();
  await shot(page, 'why');
  await page.keyboard.press('w');
  await panel.waitFor({ state: 'detached' });
  await close(page);
});

test('from the page to the first cell in a few Tabs; what j chooses has the focus; the log is narrowed', async () => {
  const { id } = sql('SELECT min(submission_id) AS id FROM cell')[0];
  const page = await open(`#/s/${id}`);
  await page.locator('.cells td[id] button').first().waitFor();
  await page.locator('main').focus();
  let tabs = 0;
  for (; tabs < 20 && !(await page.evaluate(() => document.activeElement.textContent === 'ไปยังตาราง')); tabs++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => document.activeElement.closest('.cells td[id]') !== null));
  assert.ok(tabs < 20, `${tabs} Tabs`);
  await page.keyboard.press('j');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), / · .* · /);
  await page.goto(`${server.url}#/history?kind=cell`);
  await page.locator('#h-kind').waitFor();
  const kinds = await page.locator('main tbody tr td:nth-child(4)').allInnerTexts();
  assert.ok(kinds.length > 0 && kinds.every((kind) => /ตาราง/.test(kind)), kinds.join());
  await choose(page, 'lang');
  await page.goto(`${server.url}#/submissions`);
  await page.locator('main td a[lang=th]').first().waitFor();
  await close(page);
});

test('a finding of one\'s own, with a box drawn on the page', async () => {
  const { id } = sql('SELECT min(id) AS id FROM submission')[0];
  const page = await open(`#/s/${id}?page=1`);
  await page.locator('.sheet img').evaluate((i) => i.decode());
  await page.getByRole('button', { name: 'เพิ่มข้อสังเกต' }).click();
  const sheet = await page.locator('.sheet .cover').boundingBox();
  const at = (x, y) => [sheet.x + sheet.width * x, sheet.y + sheet.height * y];
  await page.mouse.move(...at(0.2, 0.1));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.2), { steps: 4 });
  await page.mouse.up();
  await page.locator('#own-words').fill('ไม่มีลายมือชื่อผู้บริหาร');
  await shot(page, 'own-finding');
  await page.locator('dialog button.primary').click();
  await page.locator('.finding', { hasText: 'ไม่มีลายมือชื่อผู้บริหาร' }).waitFor();
  const own = sql('SELECT f.*, p.width, p.height FROM finding f JOIN page p ON p.submission_id = f.submission_id AND p.page_no = f.page_no WHERE f.own = 1')[0];
  assert.equal(own.status, 'confirmed');
  assert.ok(Math.abs(own.x0 / own.width - 0.2) < 0.01 && Math.abs(own.y1 / own.height - 0.2) < 0.01, 'the box is where it was drawn');
  await close(page);
});

test('a file that is replaced: the open page is refused, the review goes on', async () => {
  const finding = openFinding('AND f.submission_id <> (SELECT max(id) FROM submission)');
  const path = `#/s/${finding.submission_id}?finding=${finding.id}`;
  const page = await open(path);
  await page.locator(`#finding-${finding.id}[aria-current=true]`).waitFor();
  await page.keyboard.press('c');
  await page.locator(`#finding-${finding.id} em`).waitFor();
  resubmit(sql(`SELECT source_path FROM submission WHERE id = ${finding.submission_id}`)[0].source_path);
  await page.keyboard.press('d');
  await page.locator('#status .bad', { hasText: 'สิ่งที่หน้านี้แสดงไม่มีแล้ว' }).waitFor();
  await page.locator('.version').waitFor();
  await page.locator('.finding em.carried').first().waitFor();
  const now = sql(`SELECT id, status FROM finding WHERE submission_id = ${finding.submission_id} AND anchor = '${finding.anchor.replaceAll("'", "''")}'`)[0];
  assert.equal(now.status, 'confirmed');
  assert.notEqual(now.id, finding.id, 'a number never comes to mean a finding of another file');
  await shot(page, 'resubmission');
  page.problems = page.problems.filter((problem) => !/410/.test(problem));
  await close(page);
});

test('one office over two years, and the files of a filter', async () => {
  const [one, two] = sql('SELECT * FROM submission WHERE id <> (SELECT max(id) FROM submission) ORDER BY id LIMIT 2');
  const { id, agency, fiscal_year: year } = one;
  const again = 'ประชาชนยังไม่ทราบช่องทางการร้องเรียนของหน่วยงาน';
  sql(`UPDATE submission SET agency = '${agency}', fiscal_year = ${year - 1} WHERE id = ${two.id};
       INSERT INTO cell (id, submission_id, table_no, row_no, col_no, column_key, issue_no, text, page_no) SELECT 900000 + id, id, 90, 1, 1, 'weakness', 1, '${again}', 1 FROM submission WHERE agency = '${agency}'`);
  const page = await open(`#/s/${id}`);
  await page.getByRole('link', { name: 'ดูหน่วยงานนี้รายปี' }).click();
  await page.getByRole('heading', { name: 'ข้อความที่เหมือนกันทุกคำในหลายปี' }).waitFor();
  await page.locator('main td mark', { hasText: again }).first().waitFor();
  assert.equal(await page.locator('main tr', { hasText: again }).last().locator('a').count(), 2, 'a link to each year');
  await shot(page, 'office');
  await page.goto(`${server.url}#/submissions?office=${encodeURIComponent(agency)}`);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'XLSX' }).click()]);
  assert.match(file.suggestedFilename(), /^prongsai-.*\.xlsx$/);
  sql(`DELETE FROM cell WHERE id > 900000; UPDATE submission SET agency = '${two.agency}', fiscal_year = ${two.fiscal_year} WHERE id = ${two.id}`);
  await close(page);
});

test('what the server refuses is said in the page\'s language, and that it is away', async () => {
  const other = await startServer();
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${other.url}#/s/999999`);
  await page.locator('main .error', { hasText: 'ไม่มีรายงานนี้' }).waitFor();
  await choose(page, 'lang');
  await page.locator('main .error', { hasText: 'there is no such submission' }).waitFor();
  await choose(page, 'lang');
  await other.stop();
  await page.locator('header nav').getByRole('link', { name: 'รายงาน', exact: true }).click();
  await page.locator('main .error', { hasText: 'ติดต่อเครื่องแม่ข่ายไม่ได้' }).waitFor();
  await context.close();
});

test('a second desk on a taken port is refused', async () => {
  await assert.rejects(startServer([], new URL(server.url).port), /cannot listen on/);
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

// Several reviewers with accounts, in Chromium: a login that leads back, work that is assigned, notes that outlive a session.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { newDesk, startServer, sql } from './desk_server.mjs';

const PASSWORD = 'รหัสผ่านของการทดสอบ';
let db;
let server;
let browser;

const users = (...args) => execFileSync(process.env.PRONGSAI, ['users', ...args, '--db', db], { input: `${PASSWORD}\n`, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });

before(async () => {
  db = newDesk('accounts');
  users('add', 'หัวหน้า', '--role', 'lead');
  users('add', 'มานะ');
  users('add', 'ปิติ');
  users('add', 'ผู้ชม', '--role', 'reader');
  server = await startServer([], '0', db);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(async () => { await browser?.close(); await server?.stop(); });

async function enter(who, path = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(60000);
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(server.url + path);
  await login(page, who);
  await page.locator('main h1').waitFor();
  return page;
}

async function login(page, who) {
  await page.locator('#who').fill(who);
  await page.locator('#token').fill(PASSWORD);
  await page.locator('button.primary').click();
}

async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

const shot = (page, name) => page.screenshot({ path: `shots/${name}.png` });
const someFinding = () => sql("SELECT * FROM finding WHERE status = 'open' AND own = 0 AND page_no IS NOT NULL ORDER BY id LIMIT 1", db)[0];

test('a link into the review app is kept over the login, and so is a letter\'s', async () => {
  const finding = someFinding();
  const page = await enter('มานะ', `#/s/${finding.submission_id}?finding=${finding.id}`);
  await page.locator(`#finding-${finding.id}[aria-current=true]`).waitFor();
  await close(page);
  const other = await browser.newPage();
  await other.goto(`${server.url}report/${finding.submission_id}`);
  await shot(other, 'login');
  await login(other, 'มานะ');
  await other.waitForURL(/report\/\d+$/);
  await other.close();
});

for (const language of ['th', 'en']) {
  test(`the header takes one line at 1024 px for whoever has all of it (${language})`, async () => {
    const page = await enter('หัวหน้า', '', { viewport: { width: 1024, height: 768 } });
    await page.context().addCookies([{ name: 'language', value: language, url: server.url }]);
    await page.reload();
    await page.locator('#mine').waitFor();
    const tops = await page.evaluate(() => {
      document.getElementById('second').hidden = false;
      const parts = [...document.querySelectorAll('header > *, header nav a, .tools > *')].map((part) => part.getBoundingClientRect());
      return parts.map((part) => Math.round(part.top + part.height / 2));
    });
    assert.ok(Math.max(...tops) - Math.min(...tops) < 10, `${tops}`);
    await shot(page, `header_${language}`);
    await page.locator('#menu summary').click();
    await shot(page, `menu_${language}`);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#logout').isVisible(), false);
    await close(page);
  });
}

test('a wrong password is told, and logged', async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.locator('#who').fill('มานะ');
  await page.locator('#token').fill('not the password');
  await page.locator('button.primary').click();
  await page.locator('#failed').waitFor();
  assert.match(users('log'), /REFUSED มานะ/);
  await page.close();
});

test('a lead assigns what a filter leaves, and the reviewer finds it as her own', async () => {
  const lead = await enter('หัวหน้า', '#/submissions?decision=open');
  const count = sql("SELECT count(DISTINCT submission_id) AS n FROM finding WHERE status = 'open'", db)[0].n;
  await lead.locator('#assign', { hasText: `มอบหมาย ${count} รายงาน` }).click();
  await lead.getByLabel(/^มานะ/).check();
  await shot(lead, 'assign');
  await lead.locator('dialog button.primary').click();
  await lead.locator('main td', { hasText: 'มานะ' }).first().waitFor();
  assert.equal(sql("SELECT count(*) AS n FROM assignment WHERE reviewer = 'มานะ' AND assigned_by = 'หัวหน้า'", db)[0].n, count);
  await lead.locator('#save-view').click();
  await lead.locator('#view-name').fill('ที่ยังไม่ตรวจ');
  await lead.locator('#view-shared').check();
  await lead.locator('dialog button.primary').click();
  await lead.locator('.views a[aria-current=true]', { hasText: 'ที่ยังไม่ตรวจ' }).waitFor();
  await shot(lead, 'saved-view');
  await lead.goto(`${server.url}#/reviewers`);
  await lead.getByRole('heading', { name: 'ผู้ตรวจ' }).waitFor();
  await lead.getByRole('row', { name: 'มานะ' }).waitFor();
  await shot(lead, 'reviewers');
  await close(lead);
  const page = await enter('มานะ');
  await page.locator('#mine').click();
  await page.getByText(`${count} รายการ`).waitFor();
  assert.equal(await page.locator('#assign').count(), 0, 'only leads assign');
  await page.keyboard.press('n');
  await page.waitForURL(/assigned=.*decision=open|decision=open.*assigned=/);
  await page.locator('.finding[aria-current=true]').waitFor();
  await close(page);
});

test('a note that is being typed outlives the session', async () => {
  const finding = someFinding();
  const page = await enter('มานะ', `#/s/${finding.submission_id}?finding=${finding.id}`);
  await page.locator(`#finding-${finding.id}[aria-current=true]`).waitFor();
  await page.keyboard.press('m');
  await page.keyboard.type('ตรวจกับหน่วยงานแล้ว');
  sql('DELETE FROM session', `${db}.accounts`);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/login/);
  await login(page, 'มานะ');
  await page.locator(`#finding-${finding.id}[aria-current=true] .draft`).waitFor();
  await page.keyboard.press('m');
  assert.equal(await page.locator('dialog textarea').inputValue(), 'ตรวจกับหน่วยงานแล้ว');
  await shot(page, 'draft');
  await page.keyboard.press('Control+Enter');
  await page.locator(`#finding-${finding.id} .note`, { hasText: 'ตรวจกับหน่วยงานแล้ว' }).waitFor();
  await page.locator(`#finding-${finding.id} .draft`).waitFor({ state: 'detached' });
  await close(page);
});

test('a lead takes back what another decided; a reader changes nothing', async () => {
  const finding = someFinding();
  const page = await enter('มานะ', `#/s/${finding.submission_id}?finding=${finding.id}`);
  await page.locator(`#finding-${finding.id}[aria-current=true]`).waitFor();
  await page.keyboard.press('d');
  await page.locator(`#finding-${finding.id} em.dismissed`).waitFor();
  await close(page);
  const lead = await enter('หัวหน้า', '#/history');
  await lead.locator('main tbody tr', { hasText: 'การมอบหมาย' }).first().waitFor();
  await lead.keyboard.press('u');
  await lead.locator('#status p', { hasText: /เลิกทำแล้ว: การมอบหมาย · \d+ รายงาน/ }).waitFor();
  await lead.keyboard.press('u');
  await lead.locator('#status p', { hasText: 'ไม่มีสิ่งที่จะเลิกทำ' }).waitFor();
  await lead.locator('main tbody tr', { hasText: 'ยกแล้ว' }).first().getByRole('button', { name: 'เลิกทำ' }).click();
  await lead.locator('main tbody tr', { hasText: 'หัวหน้า' }).first().waitFor();
  assert.equal(sql(`SELECT status FROM finding WHERE id = ${finding.id}`, db)[0].status, 'open');
  await close(lead);
  const reader = await enter('ผู้ชม', `#/s/${finding.submission_id}?finding=${finding.id}`);
  await reader.locator(`#finding-${finding.id}`).waitFor();
  assert.equal(await reader.locator('.finding .bar button:enabled').count(), 0);
  await close(reader);
});

test('a view that a lead shares is everybody\'s', async () => {
  const page = await enter('มานะ', '#/submissions');
  await page.locator('.views a', { hasText: 'ที่ยังไม่ตรวจ' }).click();
  await page.waitForURL(/decision=open/);
  assert.equal(await page.locator('.views button.act').count(), 0, 'only its owner and leads remove it');
  await close(page);
});

test('a letter is sent when all is decided, kept as it went, and shows in the list', async () => {
  const { submission_id: id } = someFinding();
  const page = await enter('หัวหน้า', `#/s/${id}`);
  await page.locator('#mark-sent').click();
  await page.locator('dialog .warning', { hasText: 'ยังไม่ได้ตรวจ' }).waitFor();
  assert.equal(await page.locator('dialog button.primary').isDisabled(), true, 'a draft cannot be sent');
  await page.keyboard.press('Escape');
  for (const { id: finding } of sql(`SELECT id FROM finding WHERE submission_id = ${id} AND status = 'open'`, db)) {
    await page.locator(`#finding-${finding} .bar button`).first().click();
    await page.locator(`#finding-${finding} em.confirmed`).waitFor();
  }
  await page.locator('#mark-sent').click();
  await page.locator('#letter-number').fill('ทท 0012/45');
  await shot(page, 'mark-sent');
  await page.locator('dialog button.primary').click();
  await page.locator('p.ok', { hasText: 'ทท 0012/45' }).getByRole('link', { name: 'ส่งแล้ว' }).click();
  await page.locator('body.letter', { hasText: 'บันทึกว่าส่งแล้วโดย หัวหน้า' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'เอกสาร Word' }).click()]);
  assert.equal(readFileSync(await file.path()).subarray(0, 2).toString(), 'PK');
  await page.goto(`${server.url}#/history`);
  await page.locator('main td', { hasText: /^ส่งแล้ว · ทท 0012\/45 · \d+ [ก-ฮ.]+ 25\d\d$/ }).first().waitFor();
  await page.goto(`${server.url}#/submissions?letter=sent`);
  await page.getByText('1 รายการ').waitFor();
  await page.locator('main tbody td', { hasText: /^ส่งแล้ว$/ }).waitFor();
  await close(page);
});

test('the finished letters of a filter are marked as sent at one stroke, counted before, taken back as one', async () => {
  const { submission_id: id } = someFinding();
  const findings = sql(`SELECT id FROM finding WHERE submission_id = ${id} AND status = 'open'`, db);
  const sent = () => sql('SELECT count(*) AS n FROM letter WHERE withdrawn_at IS NULL', db)[0].n;
  const before = sent();
  const page = await enter('หัวหน้า', `#/s/${id}`);
  for (const finding of findings) {
    await page.locator(`#finding-${finding.id} .bar button`).first().click();
    await page.locator(`#finding-${finding.id} em.confirmed`).waitFor();
  }
  await page.goto(`${server.url}#/submissions`);
  await page.locator('#letters-sent').click();
  const told = await page.locator('dialog h2').innerText();
  const count = Number(told.match(/(\d+) ฉบับ/)[1]);
  assert.ok(count >= 1, told);
  await shot(page, 'letters-sent');
  await page.locator('dialog button.primary').click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  assert.equal(sent(), before + count);
  await page.locator('#letters-sent').click();
  await page.locator('dialog h2', { hasText: ': 0 ฉบับ' }).waitFor();
  assert.equal(await page.locator('dialog[open] button.primary').isDisabled(), true, 'none is left');
  await page.keyboard.press('Escape');
  await page.locator('#undo').click();
  await page.locator('#status p', { hasText: 'เลิกทำแล้ว' }).first().waitFor();
  assert.equal(sent(), before);
  for (const left of findings.keys()) {  // as it was, for the tests that follow
    const open = () => sql(`SELECT count(*) AS n FROM finding WHERE submission_id = ${id} AND status = 'open'`, db)[0].n;
    await page.locator('#undo').click();
    for (let tries = 0; open() <= left && tries < 1000; tries++) await page.waitForTimeout(50);
    assert.equal(open(), left + 1);
  }
  await close(page);
});

test('a sample is read a second time, blind, and agreement is shown', async () => {
  const lead = await enter('หัวหน้า', '#/submissions?decision=done');
  await lead.locator('#sample').click();
  await lead.locator('#share').fill('100');
  await lead.getByLabel('ปิติ', { exact: true }).check();
  await shot(lead, 'draw-sample');
  await lead.locator('dialog button.primary').click();
  await lead.locator('#status p', { hasText: /สุ่มแล้ว \d+ รายงาน/ }).waitFor();
  await close(lead);
  const { id } = sql("SELECT s.id FROM submission s JOIN second_reading r ON r.sha256 = s.sha256 WHERE r.reviewer = 'ปิติ'", db)[0];
  const other = await enter('ปิติ');
  await other.locator('#second').click();
  await other.locator('h1', { hasText: 'การอ่านครั้งที่สอง' }).waitFor();  // the list of before may still stand there
  await other.locator('main tbody a').first().click();
  await other.locator('.second').waitFor();
  assert.equal(await other.locator('.finding em').count(), 0, 'nothing of the first reading');
  const findings = sql(`SELECT id, status FROM finding WHERE submission_id = ${id} AND own = 0`, db);
  await shot(other, 'second-reading');
  for (const [i, finding] of findings.entries()) {
    await other.locator(`#finding-${finding.id} .bar button`).nth(i ? 0 : 1).click();
    await other.locator(`#finding-${finding.id} em`).waitFor();
  }
  await other.locator('#finish-second').click();
  await other.getByRole('heading', { name: 'ความเห็นตรงกัน' }).waitFor();
  await other.locator('main tbody tr', { hasText: 'ทั้งหมด' }).first().waitFor();
  assert.deepEqual(sql(`SELECT status FROM finding WHERE submission_id = ${id} AND own = 0`, db).map((f) => f.status), findings.map((f) => f.status), 'the first reading stands');
  await shot(other, 'agreement');
  await close(other);
});

test('the new pages: no serious fault, nothing too wide', async () => {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  for (const path of ['#/reviewers', '#/second', '#/submissions', '#/history']) {
    const page = await enter('หัวหน้า', path, { bypassCSP: true, viewport: { width: 390, height: 844 } });
    await page.locator('main h1').waitFor();
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run());
    assert.deepEqual(found.violations.filter((v) => ['serious', 'critical'].includes(v.impact)).map((v) => `${path} ${v.id}: ${v.nodes[0].html}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), path);
    await shot(page, `narrow_${path.replace(/\W+/g, '_')}`);
    await close(page);
  }
});

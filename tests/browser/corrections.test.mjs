// What was set right and added, through a reload and through a report's next version.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { newDesk, resubmit, startServer, sql as ask } from './desk_server.mjs';

const sql = (text) => ask(text, db);
let db;
let server;
let browser;

before(async () => {
  db = newDesk('corrections', ['a_seven_issues']);
  server = await startServer([], '0', db);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(async () => { await browser?.close(); await server?.stop(); });

async function open(path) {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
  page.setDefaultTimeout(60000);
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(server.url + path);
  await page.locator('h1').first().waitFor();
  return page;
}

async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

const shot = (page, name) => page.screenshot({ path: `shots/${name}.png`, fullPage: true });
const save = (page) => page.locator('dialog button.primary').click();
const report = () => sql('SELECT id FROM submission')[0];
const newFinding = async (page) => {
  await page.getByRole('button', { name: 'เพิ่มข้อสังเกต' }).click();
  await page.getByRole('button', { name: 'ไม่ระบุตำแหน่ง' }).click();
};

test('what is typed outlives a reload: a finding of one\'s own, the note of a bulk decision', async () => {
  const page = await open(`#/s/${report().id}`);
  await newFinding(page);
  await page.locator('#own-words').fill('ไม่มีลายมือชื่อ');
  await page.reload();
  await newFinding(page);
  assert.equal(await page.locator('#own-words').inputValue(), 'ไม่มีลายมือชื่อ');
  await page.locator('dialog .warning', { hasText: 'ยังไม่ได้บันทึก' }).waitFor();
  await save(page);
  await page.locator('.finding', { hasText: 'ไม่มีลายมือชื่อ' }).waitFor();
  await newFinding(page);
  assert.equal(await page.locator('#own-words').inputValue(), '', 'saved: nothing waits');
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}#/findings`);
  await page.locator('#bulk-dismissed').click();
  await page.locator('#bulk-note').fill('ชื่อเดิมของหน่วยงาน');
  await page.reload();
  await page.locator('#bulk-confirmed').click();
  assert.equal(await page.locator('#bulk-note').inputValue(), '', 'another decision');
  await page.keyboard.press('Escape');
  await page.locator('#bulk-dismissed').click();
  assert.equal(await page.locator('#bulk-note').inputValue(), 'ชื่อเดิมของหน่วยงาน');
  await page.keyboard.press('Escape');
  await close(page);
});

test('whose score it is, of what and of which year; a score added and taken out', async () => {
  const { id } = report();
  const score = sql(`SELECT * FROM score WHERE submission_id = ${id} ORDER BY id LIMIT 1`)[0];
  const now = () => sql(`SELECT * FROM score WHERE id = ${score.id}`)[0];
  const page = await open(`#/s/${id}`);
  await page.getByRole('button', { name: /^แก้ไข หน่วยงาน ./ }).first().click();
  await page.locator('dialog textarea').fill('เทศบาลเมืองธารทิพย์');
  await save(page);
  await page.locator('td .corrected', { hasText: 'เดิมอ่านได้ว่า' }).first().waitFor();
  assert.equal(now().agency, 'เทศบาลเมืองธารทิพย์');
  await page.getByRole('button', { name: /^แก้ไข เรื่อง/ }).first().click();
  await page.locator('#subject').selectOption('indicator');
  await page.locator('#subject-no').fill('3');
  await shot(page, 'score-subject');
  await save(page);
  await page.locator('td .corrected').nth(1).waitFor();
  assert.deepEqual([now().subject, now().subject_no], ['indicator', '3']);
  await page.getByRole('button', { name: 'เพิ่มคะแนน' }).click();
  await page.getByRole('button', { name: 'ไม่ระบุตำแหน่ง' }).click();
  await page.locator('#score-value').fill('91.5');
  await page.locator('#score-year').fill('2566');
  await save(page);
  await page.locator('td .corrected', { hasText: 'ผู้ตรวจเพิ่ม' }).waitFor();
  assert.equal(sql('SELECT value FROM score WHERE added IS NOT NULL')[0].value, 91.5);
  await shot(page, 'score-added');
  await page.getByRole('button', { name: /^นำออก/ }).click();
  await page.locator('td .corrected', { hasText: 'ผู้ตรวจเพิ่ม' }).waitFor({ state: 'detached' });
  await page.goto(`${server.url}#/history`);
  await page.locator('tr', { hasText: 'เพิ่มคะแนน' }).locator('td', { hasText: /91\.5 · 2566 · / }).first().waitFor();
  await page.locator('tr', { hasText: 'เรื่อง · ' }).locator('td', { hasText: /^ตัวชี้วัดที่ 3$/ }).first().waitFor();
  await close(page);
});

test('corrections go on to the next version; a finding of one\'s own waits there for a word', async () => {
  const { id } = report();
  const cell = sql(`SELECT id, table_no, row_no, col_no FROM cell WHERE submission_id = ${id} AND length(text) > 30 ORDER BY id LIMIT 1`)[0];
  const page = await open(`#/s/${id}`);
  await page.locator(`#cell-${cell.id} button`).dblclick();
  await page.locator('dialog textarea').fill('ข้อความที่แก้แล้ว');
  await save(page);
  await page.locator(`#cell-${cell.id} .corrected`).waitFor();
  resubmit(sql('SELECT source_path FROM submission')[0].source_path);
  await page.reload();
  const carried = page.locator('td[id]', { has: page.locator('.corrected', { hasText: 'ข้อความที่แก้แล้ว' }) });
  assert.match(await carried.getAttribute('title'), /ยกมาจากฉบับก่อน/);
  const waits = page.locator('#waiting tbody tr', { hasText: 'ไม่มีลายมือชื่อ' });
  await waits.waitFor();
  await shot(page, 'waiting');
  await waits.getByRole('button', { name: /^เก็บไว้/ }).click();
  await page.locator('#waiting details summary').click();
  await waits.getByRole('button', { name: /^ใช้/ }).click();
  await page.locator('.finding', { hasText: 'ไม่มีลายมือชื่อ' }).waitFor();
  assert.equal(sql('SELECT count(*) AS n FROM waiting_correction')[0].n, 0);
  await close(page);
});

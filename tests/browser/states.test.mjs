// Every state of the pages, dialogs too, in both languages: axe finds nothing, nothing is wider than 320 px, and a machine
// without a Thai font shows Thai. Needs no other test before it.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startServer, sql } from './desk_server.mjs';

const DB = 'work/states.db';
let server;
let browser;
let report;

before(async () => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${DB}${end}`, { force: true });
  sql(`VACUUM INTO '${DB}'`);
  report = sql("SELECT submission_id AS id FROM table_info WHERE role = 'issue_table' ORDER BY id LIMIT 1", DB)[0].id;
  sql(`UPDATE submission SET published_url = 'https://www.example.go.th/${'ita_'.repeat(40)}o34.pdf' WHERE id = ${report}`, DB);
  server = await startServer([], '0', DB);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(async () => { await browser?.close(); await server?.stop(); });

const dialog = (page) => page.locator('dialog[open]').waitFor();
const office = () => `#/office?name=${encodeURIComponent(sql(`SELECT agency FROM submission WHERE id = ${report}`, DB)[0].agency)}`;

// A name, where it is, and what is done there.
const states = () => [
  ['overview', ''],
  ['reports', '#/submissions'],
  ['reports, none left', '#/submissions?office=%E0%B9%84%E0%B8%A1%E0%B9%88%E0%B8%A1%E0%B8%B5'],
  ['findings', '#/findings'],
  ['causes', '#/findings?by=cause'],
  ['search', '#/search?q=2567'],
  ['history', '#/history'],
  ['reviewers', '#/reviewers'],
  ['second readings', '#/second'],
  ['office', office()],
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
  ['keys', '', async (page) => { await page.locator('#help').click(); await dialog(page); }],
  ['a view is saved', '#/submissions?decision=open', async (page) => { await page.locator('#save-view').click(); await dialog(page); }],
  ['letters of a filter are marked', '#/submissions', async (page) => { await page.locator('#letters-sent').click(); await dialog(page); }],
  ['reports are assigned', '#/submissions', async (page) => { await page.locator('#assign').click(); await dialog(page); }],
  ['a sample is drawn', '#/submissions', async (page) => { await page.locator('#sample').click(); await dialog(page); }],
  ['many are decided', '#/findings', async (page) => { await page.locator('#bulk-dismissed').click(); await dialog(page); }],
];

async function open(path, language, width) {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 } });  // axe is brought in as text
  context.setDefaultTimeout(60000);
  await context.addCookies([{ name: 'language', value: language, url: server.url }]);
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(server.url + path);
  await page.locator(path.startsWith('report/') ? 'body.letter' : 'main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function close(page, name) {
  assert.deepEqual(page.problems, [], name);
  await page.context().close();
}

for (const language of ['th', 'en']) {
  test(`axe finds nothing in any state (${language})`, async () => {
    const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
    for (const [name, path, act] of states()) {
      const page = await open(path, language, 1440);
      if (act) await act(page);
      await page.screenshot({ path: `shots/state_${language}_${name.replace(/\W+/g, '_')}.png` });
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run());
      assert.deepEqual(found.violations.map((v) => `${name}: ${v.id}: ${v.nodes[0].html.slice(0, 200)}`), []);
      await close(page, name);
    }
  });

  test(`320 px are enough for every state (${language})`, async () => {
    for (const [name, path, act] of states()) {
      const page = await open(path, language, 320);
      if (act) await act(page);
      const wide = await page.evaluate(() => {
        const open = document.querySelector('dialog[open]');
        return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth,
          open ? Math.ceil(open.getBoundingClientRect().right) - document.documentElement.clientWidth : 0);
      });
      assert.ok(wide <= 0, `${name}: ${wide} px too wide`);
      await close(page, name);
    }
  });
}

// A face of the machine that has Latin letters and no Thai ones, alone in its folder.
function machineWithoutThai() {
  const faces = (what) => execFileSync('fc-list', [what, '--format', '%{file}\n'], { encoding: 'utf8' }).split('\n');
  const thai = new Set(faces(':lang=th'));
  const face = faces(':lang=en').find((file) => /\.ttf$/.test(file) && !thai.has(file));
  mkdirSync('work/fonts', { recursive: true });
  copyFileSync(face, 'work/fonts/only.ttf');
  writeFileSync('work/fonts.conf', `<?xml version="1.0"?><fontconfig><dir>${process.cwd()}/work/fonts</dir><cachedir>${process.cwd()}/work/fontcache</cachedir></fontconfig>`);
  return { ...process.env, FONTCONFIG_FILE: `${process.cwd()}/work/fonts.conf` };
}

test('a machine without a Thai font shows Thai', async () => {
  const bare = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'], env: machineWithoutThai() });
  const page = await bare.newPage();
  await page.goto(server.url);
  await page.locator('main h1').waitFor();
  await page.evaluate(() => document.fonts.ready);
  const look = (family, letter) => page.evaluate(([f, l]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 60 });
    const pen = canvas.getContext('2d');
    pen.font = `40px ${f}`;
    pen.fillText(l, 5, 45);
    return canvas.toDataURL();
  }, [family, letter]);
  const pages = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  assert.equal(await look('sans-serif', 'ก'), await look('sans-serif', 'ข'), 'the machine itself has boxes for both');
  const letters = [...'กขคงจชซญดตถทธนบปผพฟมยรลวสหอ'];
  const seen = new Set();
  for (const letter of letters) seen.add(await look(pages, letter));
  assert.equal(seen.size, letters.length, 'each letter has a look of its own');
  await page.screenshot({ path: 'shots/no_thai_font.png' });
  await bare.close();
});

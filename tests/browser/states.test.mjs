// Every state of the pages, dialogs too, in both languages: axe finds nothing, nothing is wider than 320 px, and a machine
// without a Thai font shows Thai.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { close, desks, open } from './states.mjs';

const begun = [];  // desks, each with its states

before(async () => { for (const [begin, states] of desks) { const desk = await begin(); begun.push([desk, states(desk)]); } });
after(() => Promise.all(begun.map(([desk]) => desk.end())));

async function each(language, width, look) {
  for (const [desk, states] of begun) {
    for (const [name, path, act] of states) {
      const page = await open(desk, path, language, width);
      if (act) await act(page);
      await look(page, name);
      await close(page, name);
    }
  }
}

for (const language of ['th', 'en']) {
  test(`axe finds nothing in any state, and nothing stands there that is no word (${language})`, async () => {
    const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
    await each(language, 1440, async (page, name) => {
      assert.equal(/^(true|false|null|undefined|NaN)$/m.test(await page.locator('body').innerText()), false, `${name}: a value that is no word`);
      await page.screenshot({ path: `shots/state_${language}_${name.replace(/\W+/g, '_')}.png` });
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run());
      assert.deepEqual(found.violations.map((v) => `${name}: ${v.id}: ${v.nodes[0].html.slice(0, 200)}`), []);
    });
  });

  test(`320 px are enough for every state (${language})`, async () => {
    await each(language, 320, async (page, name) => {
      const wide = await page.evaluate(() => {
        const open = document.querySelector('dialog[open]');
        const menu = document.querySelector('#menu[open] .choices');
        return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth,
          menu ? Math.ceil(-menu.getBoundingClientRect().left) : 0,
          open ? Math.ceil(open.getBoundingClientRect().right) - document.documentElement.clientWidth : 0);
      });
      assert.ok(wide <= 0, `${name}: ${wide} px too wide`);
    });
  });
}

// A face of the machine that has Latin letters and no Thai ones, alone in its folder.
function machineWithoutThai() {
  const faces = (what) => execFileSync('fc-list', [what, '--format', '%{file}\n'], { encoding: 'utf8' }).split('\n');
  const thai = new Set(faces(':lang=th'));
  const face = faces(':lang=en').find((file) => /\.(ttf|otf)$/.test(file) && !thai.has(file));
  mkdirSync('work/fonts', { recursive: true });
  copyFileSync(face, 'work/fonts/only.ttf');
  writeFileSync('work/fonts.conf', `<?xml version="1.0"?><fontconfig><dir>${process.cwd()}/work/fonts</dir><cachedir>${process.cwd()}/work/fontcache</cachedir></fontconfig>`);
  return { ...process.env, FONTCONFIG_FILE: `${process.cwd()}/work/fonts.conf` };
}

test('a machine without a Thai font shows Thai', async () => {
  const bare = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'], env: machineWithoutThai() });
  const page = await bare.newPage();
  await page.goto(begun[0][0].url);
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

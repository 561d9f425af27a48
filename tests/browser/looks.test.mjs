// How the pages look where that is more than taste: what hides what, what stands on paper, what can be read.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { choose, sql } from './desk_server.mjs';
import { begin, close, open } from './states.mjs';

let desk;

before(async () => { desk = await begin('looks'); });
after(() => desk?.end());

const see = (path, width = 1440, language = 'th', more = {}) => open(desk, path, language, width, more);
const deskOf = (width, language) => see(`#/s/${desk.report}`, width, language);
const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

for (const language of ['th', 'en']) {
  test(`the header takes one line at 1024 px (${language})`, async () => {
    const page = await see('', 1024, language);
    const tops = await page.locator('header > *').evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top + part.getBoundingClientRect().height / 2)));
    assert.ok(Math.max(...tops) - Math.min(...tops) < 10, `${tops}`);
    await close(page);
  });
}

for (const language of ['th', 'en']) {
  test(`no head of a table lies on its neighbour (${language})`, async () => {
    for (const path of ['#/submissions', '#/findings', '#/history', `#/s/${desk.report}`, '#/reviewers']) {
      for (const width of [1440, 1024]) {
        const page = await see(path, width, language);
        const wide = await page.locator('main th').evaluateAll((heads) => heads.filter((head) => {
          const text = document.createRange();
          text.selectNodeContents(head);
          return text.getBoundingClientRect().right > head.getBoundingClientRect().right + 0.5;
        }).map((head) => head.textContent));
        assert.deepEqual(wide, [], `${path} ${width}`);
        await close(page);
      }
    }
  });
}

test('names of offices in the list take two lines at most at 1024 px', async () => {
  for (const language of ['th', 'en']) {
    const page = await see('#/submissions', 1024, language);
    const lines = await page.locator('td.office a').evaluateAll((names) => names.map((name) => name.getClientRects().length));
    assert.ok(lines.length > 0 && Math.max(...lines) <= 2, `${language}: ${lines}`);
    await close(page);
  }
});

for (const language of ['th', 'en']) {
  test(`words of the list and of a report's tables keep their room at 1024 px (${language})`, async () => {
    const report = await deskOf(1024, language);
    const narrow = await report.locator('.cells td[id]').evaluateAll((cells) => cells.filter((cell) => cell.textContent.length > 12 && cell.getBoundingClientRect().width < 95).map((cell) => cell.textContent));
    assert.deepEqual(narrow, []);
    await close(report);
    const list = await see('#/submissions', 1024, language);
    const lines = (of) => list.locator(of).evaluateAll((cells) => cells.map((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return new Set([...text.getClientRects()].map((at) => Math.round(at.top))).size;
    }));
    const [states, layouts] = [await lines('td.state'), await lines('td.layout')];
    assert.ok(states.length > 0 && states.every((n) => n === 1) && layouts.every((n) => n <= 3), `${states} ${layouts}`);
    await close(list);
  });
}

test('where the filters leave nothing that is said, with a way out; a page that is not there leads on', async () => {
  for (const path of ['#/submissions', '#/findings', '#/findings?by=cause']) {
    const page = await see(`${path}${path.includes('?') ? '&' : '?'}office=${encodeURIComponent('ไม่มีหน่วยงานนี้')}`);
    assert.equal(await page.locator('main table').count(), 0, path);
    await page.locator('.none-left', { hasText: 'ไม่มีรายการที่ตรงกับตัวกรอง' }).getByRole('link', { name: 'ล้าง' }).click();
    await page.locator('main tbody tr').first().waitFor();
    assert.ok(page.url().endsWith(path), page.url());
    await close(page);
  }
  const page = await see('#/s/999999');
  await page.getByRole('link', { name: 'กลับไปยังรายการ' }).click();
  await page.locator('main tbody tr').first().waitFor();
  await close(page);
});

test('help begins at its beginning on a small screen, too', async () => {
  const page = await see('', 320, 'en', { viewport: { width: 320, height: 640 } });
  await choose(page, 'help');
  await page.locator('#keys[open]').waitFor();
  assert.deepEqual(await page.evaluate(() => [document.getElementById('keys').scrollTop, document.activeElement.id]), [0, 'keys-title']);
  await close(page);
});

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
  test(`a dialog leaves the place in sight that it is about (${width} px)`, async () => {
    const page = await see(`#/s/${desk.report}`, width, 'th', { viewport: { width, height } });
    await page.locator('.cells td[id] button').first().focus();  // as Tab does: that lights the place
    await page.keyboard.press('e');
    const dialog = await page.locator('dialog[open]').boundingBox();
    const lit = await page.locator('.sheet .box').boundingBox();
    assert.ok(apart(dialog, lit), `${JSON.stringify(dialog)} covers ${JSON.stringify(lit)}`);
    assert.ok(lit.y >= 0 && lit.y + lit.height <= height, 'and it is on the screen');
    await close(page);
  });
}

test('Escape leaves the final score, and the keys work again', async () => {
  const page = await deskOf(1440);
  await page.keyboard.press('s');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'final');
  await page.keyboard.press('j');
  assert.equal(await page.locator('.finding[aria-current=true]').count(), 0, 'a field keeps its keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.locator('.finding[aria-current=true]').waitFor();
  await close(page);
});

test('one office over the years: an axis with its values, years in their distance, names that do not lie on each other', async () => {
  sql(`UPDATE score SET fiscal_year = 2562 WHERE submission_id = ${desk.report} AND subject IN ('ITA', 'IIT', 'EIT', 'OIT') AND fiscal_year = 2565`, desk.db);
  const path = `#/office?name=${encodeURIComponent(sql(`SELECT agency FROM submission WHERE id = ${desk.report}`, desk.db)[0].agency)}`;
  for (const width of [1440, 320]) {
    const page = await see(path, width);
    const texts = await page.locator('svg.score-lines text').evaluateAll((all) => all.map((node) => [node.textContent, node.getBoundingClientRect().toJSON()]));
    const words = texts.map(([text]) => text);
    for (const value of ['คะแนน (เต็ม 100)', 'ปีงบประมาณ', '100', '90', '80', '70', '2562', '2563', '2564', '2565', '2566', 'IIT 92.9', 'EIT 92.9', 'OIT 88'])
      assert.ok(words.includes(value), `${value} in ${words}`);
    for (const [i, [, a]] of texts.entries()) for (const [text, b] of texts.slice(i + 1)) assert.ok(apart(a, b), `${words[i]} lies on ${text} (${width} px)`);
    assert.ok(texts.every(([, at]) => at.height > 11), 'large enough to be read');
    await close(page);
  }
});

test('year over year: means as the title says, with an axis and a legend', async () => {
  const page = await see('');
  const words = await page.locator('svg.years text').allTextContents();
  for (const word of ['ผิดพลาด', 'ควรตรวจ', 'ข้อมูล', '0', '2567']) assert.ok(words.includes(word), `${word} in ${words}`);
  const [{ reports, errors }] = sql("SELECT count(DISTINCT s.id) AS reports, sum(f.severity = 'error' AND f.status <> 'dismissed') AS errors FROM submission s LEFT JOIN finding f ON f.submission_id = s.id WHERE s.fiscal_year = 2567", desk.db);
  const row = page.locator('svg.years + table tbody tr', { hasText: '2567' });
  assert.equal(await row.locator('td').nth(2).innerText(), `${(errors / reports).toFixed(1)} (${errors})`);
  await page.locator('svg.years').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'shots/years.png' });
  await close(page);
});

test('printed, a report shows what was found, decided and given, and nothing to press', async () => {
  const [first, second] = sql(`SELECT id FROM finding WHERE submission_id = ${desk.report} ORDER BY id`, desk.db);
  sql(`UPDATE finding SET status = 'confirmed', note = 'เห็นด้วย' WHERE id = ${first.id}; UPDATE finding SET status = 'open' WHERE id = ${second.id}`, desk.db);
  const page = await deskOf(1440);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator(':is(header, .sheet, #status):visible').count(), 0);
  const pressed = ['✎', 'แก้ไข', 'ยืนยัน', 'ยกข้อสังเกต', 'เปิดใหม่', 'บันทึก', 'เพิ่มข้อสังเกต', 'บันทึกว่าส่งแล้ว', 'ไม่ใช่ส่วนของรายงาน'];
  assert.deepEqual((await page.locator('main button:visible').allTextContents()).filter((text) => pressed.includes(text.trim())), []);
  assert.equal(await page.locator('main select:visible').count(), 0);
  const shown = await page.locator('main').innerText();
  for (const words of ['พิมพ์เมื่อ', 'tester', 'เห็นด้วย', 'คะแนนที่แนะนำ']) assert.ok(shown.includes(words), words);
  assert.equal(await page.locator(`#finding-${first.id} em`).innerText(), 'ยืนยันแล้ว');
  assert.equal(await page.locator(`#finding-${second.id} .head .paper`).innerText(), 'ยังไม่ตรวจ', 'what is open says so on paper');
  const tag = await page.locator('.finding .tag').first().evaluate((node) => [getComputedStyle(node).color, getComputedStyle(node).borderTopStyle]);
  assert.deepEqual(tag, ['rgb(0, 0, 0)', 'solid'], 'printers leave backgrounds out');
  await close(page);
});

for (const language of ['th', 'en']) {
  test(`a printed list lies across the sheet, and no column is cut off (${language})`, async () => {
    const page = await see('#/submissions', 1440, language);
    const sheets = [...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    assert.ok(sheets.length > 0 && sheets.every(([, width, height]) => Number(width) > Number(height)), `${sheets.map(([all]) => all)}`);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: Math.floor((297 - 30) / 25.4 * 96), height: 900 });
    const list = await page.locator('main .panel').last().evaluate((panel) => [panel.querySelector('table').getBoundingClientRect().right, panel.getBoundingClientRect().right]);
    assert.ok(list[0] <= list[1] + 1, `${list}`);
    const heads = await page.locator('main thead th').evaluateAll((all) => all.map((head) => Math.round(head.getBoundingClientRect().height / parseFloat(getComputedStyle(head).lineHeight))));
    assert.ok(Math.max(...heads) <= 2, `heads of ${heads} lines`);
    await close(page);
  });
}

for (const language of ['th', 'en']) {
  test(`help is in the page's language and tells each key (${language})`, async () => {
    const page = await see('', 1440, language);
    await choose(page, 'help');
    const help = page.locator('#keys');
    const words = (await help.locator('li, td:last-child, h2, h3, label, button').allInnerTexts()).filter((text) => text.length > 1);
    assert.ok(words.length > 20, `${words}`);
    for (const text of words) assert.equal(/[ก-๙]/.test(text), language === 'th', text);
    for (const key of ['n', 'c', 'd', 'm', 'j / k', 'e', 's', 'w', '[ / ]', 'g', '+ / -', 'r', 't', 'u', '/', '?'])
      assert.equal(await help.locator('kbd', { hasText: new RegExp(`^${key.replace(/[[\]+?/]/g, '\\$&')}$`) }).count(), 1, key);
    await close(page);
  });
}

test('a button that cannot be pressed looks so', async () => {
  const page = await deskOf(1440);
  const ink = (of) => of.evaluate((node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]);
  const live = await ink(page.locator('.finding button.primary').first());
  await page.locator('#mark-sent').click();
  const save = page.locator('dialog button.primary');
  assert.equal(await save.isDisabled(), true, 'the letter is a draft');
  assert.notDeepEqual(await ink(save), live);
  await page.keyboard.press('Escape');
  await page.goto(`${desk.url}#/submissions`);
  await page.locator('#assign').click();
  await page.locator('dialog[open]').waitFor();
  const anybody = await page.locator('dialog input').count();  // who worked in tests before
  assert.equal(await page.locator('dialog button.primary').isDisabled(), anybody === 0, 'nobody to assign to, nothing to take back');
  await close(page);
});

test('both fields of the login are as wide as it; words of the log stand whole', async () => {
  for (const width of [1440, 1024, 320]) {
    const page = await see('login', width);
    const [name, secret] = await page.locator('form input').evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().width));
    assert.equal(name, secret, `${width} px`);
    await close(page);
  }
  const [finding] = sql(`SELECT id FROM finding WHERE submission_id = ${desk.report} AND status = 'open' ORDER BY id`, desk.db);
  const page = await deskOf(1440);
  await page.locator(`#finding-${finding.id} .bar button`).first().click();
  await page.locator(`#finding-${finding.id} em.confirmed`).waitFor();
  await page.goto(`${desk.url}#/history`);
  await page.locator('#h-kind').waitFor();
  const lines = (of) => page.locator(of).first().evaluate((node) => {
    const text = document.createRange();
    text.selectNodeContents(node);
    return new Set([...text.getClientRects()].map((at) => Math.round(at.top))).size;
  });
  assert.deepEqual([await lines('main tbody tr button'), await lines('main thead th:nth-child(2)'), await lines('main tbody td.office a') <= 2], [1, 1, true]);
  await page.locator('#undo').click();
  await page.locator('#status p', { hasText: 'เลิกทำแล้ว' }).waitFor();
  await close(page);
});

test('what the English page says of a draft is English', async () => {
  const page = await deskOf(1440, 'en');
  await page.locator('#mark-sent').click();
  const words = await page.locator('dialog .warning').innerText();
  assert.match(words, /^Findings that are still open and not in this letter: \d+$/);
  await close(page);
});

// Pictures of every state of the pages to be looked at: both languages, three widths, light and dark, and as printed.
// PICTURES=1 tests/browser/run writes them to build/browser/pictures; ONLY='words of names' picks states.
import { mkdirSync, rmSync } from 'node:fs';
import { close, desks, open } from './states.mjs';

const wanted = new RegExp(process.env.ONLY || '');
if (!process.env.ONLY) rmSync('pictures', { recursive: true, force: true });
mkdirSync('pictures', { recursive: true });

async function take(desk, [name, path, act]) {
  const file = name.replace(/\W+/g, '_');
  for (const language of ['th', 'en']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [width, height] of [[1440, 900], [1024, 768], [320, 640]]) {
        const page = await open(desk, path, language, width, { colorScheme, viewport: { width, height } });
        if (act) await act(page);
        await page.waitForLoadState('networkidle');
        await page.waitForFunction(() => !document.querySelector('.canvas[data-wait]'));
        await page.screenshot({ path: `pictures/${file}_${language}_${colorScheme}_${width}.png` });
        if (width === 1440 && colorScheme === 'light' && !act) await page.pdf({ path: `pictures/${file}_${language}.pdf`, preferCSSPageSize: true });
        await close(page, name);
      }
    }
  }
}

for (const [begin, states] of desks) {
  const desk = await begin();
  for (const state of states(desk)) if (wanted.test(state[0])) await take(desk, state);
  await desk.end();
}

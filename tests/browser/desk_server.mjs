// The program under test, and questions to its database that do not go through it.
import { spawn, spawnSync, execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

export const DB = 'work/desk.db';

export async function startServer(options = [], port = '0', db = DB) {
  const child = spawn(process.env.PRONGSAI, ['review', '--db', db, '--port', port, '--who', 'tester', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
      const found = said.match(/http:\/\/\S+:\d+\//);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`prongsai review ended (${code}): ${said}`)));
  });
  return { url, stop: () => new Promise((resolve) => { child.on('exit', resolve); child.kill('SIGTERM'); }) };
}

// A choice of the frame's menu.
export async function choose(page, id) {
  await page.locator('#menu summary').click();
  await page.locator(`#${id}`).click();
}

export function sql(text, db = DB) {
  const out = execFileSync('sqlite3', ['-json', '-cmd', '.timeout 5000', db, text], { encoding: 'utf8' });
  return out.trim() ? JSON.parse(out) : [];
}

// Reads a folder into its database `desk.db`. `cwd`: from where paths are told.
export function ingest(place, cwd = '.') {
  const run = spawnSync(process.env.PRONGSAI, ['ingest', place, '--db', `${place}/desk.db`, '--model', 'none', '--progress', 'none', '--jobs', '1'], { cwd, encoding: 'utf8' });
  if (![0, 3].includes(run.status)) throw new Error(`prongsai ingest ended (${run.status}): ${run.stderr}`);
}

// The same report with other bytes under its path, read as an office's second submission would be. Paths in the
// database are those that tests/browser/run gave, from the root of the project.
export function resubmit(file) {
  const root = '../..';
  appendFileSync(`${root}/${file}`, '\n% sent again\n');
  ingest('build/browser/work', root);
}

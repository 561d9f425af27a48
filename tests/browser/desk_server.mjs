// The program under test, and questions to its database that do not go through it.
import { spawn, spawnSync, execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { appendFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';

export const DB = 'work/desk/desk.db';

const SAMPLES = ['a_seven_issues', 'b_four_parts', 'e_results'];

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

// Reads a folder into its database `desk.db`.
export function ingest(place) {
  const run = spawnSync(process.env.PRONGSAI, ['ingest', place, '--db', `${place}/desk.db`, '--model', 'none', '--progress', 'none', '--jobs', '1'], { encoding: 'utf8' });
  if (![0, 3].includes(run.status)) throw new Error(`prongsai ingest ended (${run.status}): ${run.stderr}`);
}

// Reports and a database of a test's own, so that none meets what another changed. Returns the path of the database.
export function newDesk(name, samples = SAMPLES) {
  const place = `work/${name}`;
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const sample of samples) cpSync(`../../data/samples/${sample}.pdf`, `${place}/${sample}.pdf`);
  ingest(place);
  return `${place}/desk.db`;
}

// The same report with other bytes under its path, read as an office's second submission would be.
export function resubmit(file) {
  appendFileSync(file, '\n% sent again\n');
  ingest(dirname(file));
}

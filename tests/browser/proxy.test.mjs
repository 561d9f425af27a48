// The review app behind nginx and behind Caddy, with https and under a path, as docs/proxy.md sets them up. What is not installed is
// left out, and said.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { chromium } from 'playwright-core';
import { choose, newDesk, startServer, sql } from './desk_server.mjs';

const HOST = 'ita.example.test';
const PASSWORD = 'รหัสผ่านของการทดสอบ';
let frontPort;  // one that is free when its front is begun: other tests may run on this machine
const has = (program) => { try { execFileSync('which', [program]); return true; } catch { return false; } };
const place = `${process.cwd()}/work/proxy`;
let db;
let browser;

before(async () => {
  db = newDesk('proxy');
  execFileSync(process.env.PRONGSAI, ['users', 'add', 'มานะ', '--db', db], { input: `${PASSWORD}\n` });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`] });
});
after(async () => { await browser?.close(); });

// The sections of docs/proxy.md, with ports of the test and a certificate of its own.
function section(language) {
  const text = readFileSync('../../docs/proxy.md', 'utf8');
  return text.split('```' + language + '\n')[1].split('```')[0];
}

// What docs/proxy.md says for a host of its own: without the path.
const withoutPath = (text) => text.replace('location /review/', 'location /').replace(/^location = .*$/m, '').replace(/:8080\/;.*$/m, ':8080;')
  .replace(/^.*redir .*$/m, '').replace(/handle_path \/review\/\* \{\s*(.*?)\s*\}/s, '$1');

const setUp = {
  nginx(port, shape) {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${HOST}`, '-keyout', `${place}/key.pem`, '-out', `${place}/cert.pem`], { stdio: 'ignore' });
    const locations = shape(section('nginx')).replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${place}/${name};`).join(' ');
    writeFileSync(`${place}/nginx.conf`, `pid ${place}/nginx.pid; error_log stderr; daemon off;\nevents {}\nhttp { access_log off; ${temporary}\nserver { listen 127.0.0.1:${frontPort} ssl; server_name ${HOST}; ssl_certificate ${place}/cert.pem; ssl_certificate_key ${place}/key.pem;\n${locations}\n} }\n`);
    return ['nginx', ['-e', 'stderr', '-c', `${place}/nginx.conf`, '-p', place]];
  },
  caddy(port, shape) {
    const site = shape(section('caddy')).replace('ita.example.go.th {', `https://${HOST}:${frontPort} {\n    tls internal\n    bind 127.0.0.1`).replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`);
    writeFileSync(`${place}/Caddyfile`, `{\n  admin off\n  skip_install_trust\n  auto_https disable_redirects\n}\n${site}`);
    return ['caddy', ['run', '--config', `${place}/Caddyfile`, '--adapter', 'caddyfile']];
  },
};

async function listens(port) {
  for (let tries = 0; tries < 200; tries++) {
    const there = await new Promise((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on ${port}`);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Calls `act` with a page's context and the review app's address, served under `path` through `program`.
async function behind(program, path, act) {
  frontPort = await freePort();
  const base = `https://${HOST}:${frontPort}${path}`;
  const server = await startServer(['--base-url', base], '0', db);
  const [command, args] = setUp[program](new URL(server.url).port, path ? (text) => text : withoutPath);
  const front = spawn(command, args, { stdio: 'ignore', env: { ...process.env, HOME: place, XDG_DATA_HOME: place, XDG_CONFIG_HOME: place } });
  try {
    await listens(frontPort);
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    context.setDefaultTimeout(60000);
    await act(context, base);
    await context.close();
  } finally {
    const ended = new Promise((resolve) => front.on('exit', resolve));
    front.kill('SIGTERM');
    await Promise.all([ended, server.stop()]);
  }
}

async function login(page) {
  await page.locator('#who').fill('มานะ');
  await page.locator('#token').fill(PASSWORD);
  await page.locator('button.primary').click();
}

const someFinding = () => sql("SELECT * FROM finding WHERE own = 0 AND page_no IS NOT NULL ORDER BY status <> 'open', id LIMIT 1", db)[0];
const cookieOf = async (context) => {
  const { secure, httpOnly, sameSite, path } = (await context.cookies()).find((one) => one.name.startsWith('prongsai_'));
  return [secure, httpOnly, sameSite, path];
};

for (const program of ['nginx', 'caddy']) {
  const skip = !has(program) && `${program} is not installed`;
  test(`under a path behind ${program}, with https`, { skip }, () => behind(program, '/review', async (context, base) => {
    const page = await context.newPage();
    const finding = someFinding();
    await page.goto(`${base}/#/s/${finding.submission_id}?finding=${finding.id}`);
    await login(page);
    await page.locator(`#finding-${finding.id}[aria-current=true]`).waitFor();
    assert.ok(page.url().startsWith(`${base}/#`), page.url());
    assert.deepEqual(await cookieOf(context), [true, true, 'Strict', '/review/']);
    await page.locator('.sheet img').evaluate((i) => i.decode());
    const way = program === 'nginx' ? ['c', 'confirmed'] : ['d', 'dismissed'];
    await page.keyboard.press(way[0]);
    await page.locator(`#finding-${finding.id} em.${way[1]}`).waitFor();
    await page.getByRole('link', { name: 'หนังสือแจ้งหน่วยงาน' }).click();
    await page.waitForURL(`${base}/report/${finding.submission_id}`);
    assert.notEqual(await page.evaluate(() => document.styleSheets.length), 0);
    await page.getByRole('link', { name: 'กลับไปยังรายงาน' }).click();
    await page.locator('.desk').waitFor();
    await page.goto(`${base}/#/submissions`);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'JSON Lines' }).or(page.getByRole('link', { name: 'JSON Lines' })).click()]);
    assert.ok((await file.path()).length > 0);
    await choose(page, 'logout');
    await page.waitForURL(`${base}/login`);
    await page.goto(`${base}/report/${finding.submission_id}`);
    await page.waitForURL(/\/review\/login\?to=/);
    await page.goto(`${base}`);  // without its slash
    await page.waitForURL(`${base}/login`);
  }));

  test(`on a host of its own behind ${program}, with https`, { skip }, () => behind(program, '', async (context, base) => {
    const page = await context.newPage();
    const finding = someFinding();
    await page.goto(`${base}/report/${finding.submission_id}`);
    await login(page);
    await page.waitForURL(`${base}/report/${finding.submission_id}`);
    assert.deepEqual(await cookieOf(context), [true, true, 'Strict', '/']);
    await page.goto(`${base}/#/s/${finding.submission_id}?finding=${finding.id}`);
    await page.locator('.sheet img').evaluate((i) => i.decode());
  }));
}

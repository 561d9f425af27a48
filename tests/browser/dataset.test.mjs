// The exported data package in others' hands: a library of the Frictionless world reads every row of every table.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import datapackage from 'datapackage';
import { newDesk } from './desk_server.mjs';

const { Package } = datapackage;

test('a data package is valid, and all its rows have their types, own keys and the rows they refer to', async () => {
  execFileSync(process.env.PRONGSAI, ['export', '--db', newDesk('dataset'), '--format', 'datapackage', '--out', 'work/dataset/package']);
  const data = await Package.load('work/dataset/package/datapackage.json', { basePath: 'work/dataset/package', strict: false });
  assert.ok(data.valid);
  const rows = {};
  for (const resource of data.resources) {
    assert.ok(resource.tabular, resource.name);
    rows[resource.name] = (await resource.read({ relations: true, keyed: true })).length;
    assert.ok(resource.schema.primaryKey.length > 0, resource.name);
  }
  assert.equal(rows.submission, 3);
  for (const name of ['finding', 'cell', 'score', 'paragraph', 'codebook']) assert.ok(rows[name] > 0, name);
});

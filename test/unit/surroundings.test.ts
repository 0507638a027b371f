import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfText } from '../../src/document/surroundings.ts';

const kinds = {
  'HTTP headers': [
    'HTTP/1.1 200 OK',
    'HTTP/2 503',
    'Content-Type: application/json',
    'etag: "1"',
    'X-Request-Id: 7',
    'Date: Tue, 05 Mar 2024 08:00:00 GMT\r\nServer: nginx\r\nCache-Control: no-store',
    'Date: today\nSet-Cookie: a\nx-rate-limit: 1',
  ],
  HTML: ['<!DOCTYPE html>', '<html lang="en">', '<body>'],
  XML: ['<?xml version="1.0"?>', '<htmlx>'],
  'code fence': ['```json', '~~~'],
  'terminal colours': ['\u001b[32m{', '\u009b[0m'],
  Python: ["{'status': 'FAILED'}", '[None]', 'BackupResponse(status=1)', "[({ 'a'", 'datetime.datetime(2024, 1, 1)'],
  'Format-Table': ['jobId status\r\n----- ------\r\n1     FAILED', 'jobId status\n ---- ------'],
  'Format-List': ['status : FAILED', 'tenant   : acme'],
  'PowerShell message': [
    'WARNING: cut',
    'VERBOSE: x',
    'DEBUG: x',
    'PS C:\\> Get-Backup',
    'PS>Get-Backup',
    '\n\n  WARNING: x',
  ],
  other: [
    'see HTTP/1.1 200',
    'HTTP/1.1 20',
    'Name: x\nTenant: y',
    '7: x\netag: y',
    'my content-type: x',
    'a <html>',
    'x ```',
    '[32m',
    'NoneOf(them)',
    'jobId status\n-----',
    ' : FAILED',
    'WARNINGS: x',
    'a WARNING: x',
    'a PS C:\\> x',
    'PS C:\\',
  ],
} as const;

test('the kind of a text that is not JSON is told by how it starts', () => {
  for (const [kind, texts] of Object.entries(kinds))
    for (const text of texts) assert.equal(kindOfText(text), kind, JSON.stringify(text));
});

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { toPowerShell } from '../../src/features/copy-as-powershell.ts';
import { readRecords } from '../../src/features/paste/read-records.ts';
import { runs } from '../support/runs.ts';
import '../support/seed.ts';

/*
 * Compares our reading of PowerShell with the grammar of tree-sitter, which knows the whole language: both must agree on
 * where a parameter's value starts and ends. Its WebAssembly runs without a native build.
 */

let parser: Parser;

before(async () => {
  // V8 would spend many seconds to optimize the grammar, which these few texts do not need.
  setFlagsFromString('--liftoff-only');
  await Parser.init();
  parser = new Parser();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  parser.setLanguage(await Language.load(grammar));
});

function parse(text: string): Node {
  const tree = parser.parse(text);
  assert.ok(tree);
  assert.ok(!tree.rootNode.hasError, text);
  return tree.rootNode;
}

/** The parameters of the first call in a text, each with its value, as tree-sitter divides them. */
function parametersOf(text: string): string[] {
  const [command] = parse(text).descendantsOfType('command');
  const elements = command?.namedChildren.find(({ type }) => type === 'command_elements')?.namedChildren ?? [];
  const parts = elements.filter(({ type }) => type !== 'command_argument_sep');
  return parts.flatMap(({ type, text: name }, at) =>
    type === 'command_parameter' ? [`${name} ${parts[at + 1]?.text ?? ''}`] : [],
  );
}

function recordIn(text: string): object {
  const reading = readRecords(text);
  assert.ok('records' in reading, `${text}\n${JSON.stringify(reading)}`);
  return JSON.parse(reading.records[0] ?? '');
}

/** Both agree on the parameters if these, read one by one, make the same record. */
function assertSameParameters(text: string): void {
  const parts = parametersOf(text).map((part) => recordIn(`Initialize-BackupResponse ${part}`));
  assert.deepEqual(Object.assign({}, ...parts), recordIn(text));
}

const parts = ["'", "''", '’', '‛', '"', '“', '`', '`n', '$', '$x', '$(Get-Date)', '\n', "\n'@\n", ';', '|', ')', '}'];
const strings = fc
  .array(fc.oneof(fc.constantFrom(...parts, ' -Name ', '–', 'é', '🚀'), fc.string({ maxLength: 3 })), { maxLength: 8 })
  // After an escape in a string, this grammar takes a number sign for the start of a comment.
  .map((chosen) => chosen.join('').replaceAll('#', ''));
const records = fc.record({
  jobId: strings,
  fileExists: fc.boolean(),
  options: fc.record({
    includeTypes: fc.array(strings, { maxLength: 3 }),
    objectOptions: fc.record({ ROLE: fc.record({ includedNames: fc.array(strings, { maxLength: 3 }) }) }),
  }),
  name: strings,
  totalObjectCount: fc.integer(),
});

test('a copied call has the parameters that tree-sitter finds', () => {
  fc.assert(
    fc.property(records, (record) => assertSameParameters(toPowerShell(JSON.stringify(record)))),
    { numRuns: runs(100) },
  );
});

const call = 'Initialize-BackupResponse';

for (const text of [
  `${call} -JobId 'it''s' -Name "a \`"b\`" ""c"" \`$x" -FileExists $true`,
  `${call} \`\n  -JobId a-b \`\n  -TotalObjectCount 9223372036854775807`,
  `${call} -Name @"\nsay "x"\n"@ -Tenant @'\n$x\n'@`,
  `${call} -Options @{ includeTypes = @('ROLE', 'SOURCE'); objectOptions = @{ ROLE = @{ includedNames = 'a','b' } } } -Name x`,
  `${call} -Options (Initialize-BackupOptions -IncludeTypes 'ROLE', 'SOURCE' -ObjectOptions @{ ROLE = @{\n includedNames = @('a'\n'b') } }) -Name x`,
]) {
  test(`a pasted call has the parameters that tree-sitter finds: ${JSON.stringify(text)}`, () =>
    assertSameParameters(text));
}

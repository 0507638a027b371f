import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeAll, idle, languageStatus, messagesDuring, openAtCursor } from './editor.ts';

const records = Array.from({ length: 400 }, (_, at) => `{"jobId":"${at}","fileExists":true,"totalObjectCount":1E400}`);
const format = () => vscode.commands.executeCommand('backupResponse.formatOnePerLine');

suite('Format as One Record per Line', () => {
  teardown(closeAll);

  for (const [what, before, after] of [
    ['a list', `[${records.join(',')}]\r\n`, `[\r\n${records.join(',\r\n')}\r\n]\r\n`],
    ['a page', `{"items":[${records.join(', ')}],"total":400}`, `{"items":[\n${records.join(',\n ')}\n],"total":400}`],
  ] as const) {
    test(`adds line breaks to ${what}, keeps the cursor in its record, and is one undo step`, async () => {
      const place = before.indexOf('"77"');
      const { document } = await openAtCursor(`${before.slice(0, place)}|${before.slice(place)}`);
      await idle();
      ok(
        (await languageStatus()).includes(
          'Many records on a line: VS Code is slow here [Format as One Record per Line]',
        ),
      );
      await format();
      equal(document.getText(), after);
      const { active } = vscode.window.activeTextEditor?.selection ?? {};
      ok(active && document.lineAt(active.line).text.startsWith('"77"', active.character));
      await idle();
      ok(!(await languageStatus()).some((item) => item.startsWith('Many records')));
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), before);
    });
  }

  test('changes nothing where a record may end elsewhere, and says why', async () => {
    const broken = `[${records.join(',').replace('"77"', '"77')}]`;
    const { document } = await openAtCursor(`${broken}|`);
    await idle();
    const [said = ''] = await messagesDuring(format);
    ok(said.startsWith('The file has a syntax error.'), said);
    equal(document.getText(), broken);
  });
});

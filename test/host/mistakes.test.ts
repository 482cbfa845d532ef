import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, diagnosticsOf, unsaved } from './support';

const python = `import asyncio
import time


async def bake(dish: str) -> str:
    time.sleep(0.5)
    return dish


async def taste(dish: str) -> None:
    await asyncio.sleep(0.1)


async def cook(dish: str) -> None:
    ready = asyncio.run(bake(dish))
    taste(ready)


asyncio.run(cook("lasagne"))
`;

const typescript = `import { readFileSync } from 'node:fs';

async function recipe(path: string): Promise<string> {
  return readFileSync(path, 'utf8');
}

export async function cook(): Promise<void> {
  recipe('lasagne');
}
`;

describe('mistakes while typing', () => {
  before(activated);

  it('are flagged in unsaved Python, link to their page, and vanish with their fix', async () => {
    const document = await unsaved('python', python);
    const found = await diagnosticsOf(document, 3);
    assert.deepEqual(found.map(mistakeOf).sort(), ['blocking-call', 'missing-await', 'nested-runner']);
    for (const { code } of found) {
      assert.ok(typeof code === 'object');
      const page = await vscode.workspace.fs.readFile(code.target);
      assert.match(Buffer.from(page).toString(), /^# /);
    }
    const missing = found.find((one) => mistakeOf(one) === 'missing-await');
    assert.ok(missing);
    const actions = await actionsAt(document, missing.range);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, `No preferred fix among ${actions.map(({ title }) => title).join(', ')}.`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /await taste\(ready\)/);
    await diagnosticsOf(document, 2);
  });

  it('are flagged in unsaved TypeScript and mended all at once', async () => {
    const document = await unsaved('typescript', typescript);
    await diagnosticsOf(document, 2);
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('asyncTutor');
    const [fixAll] = await actionsAt(document, everything, kind);
    assert.ok(fixAll?.edit);
    assert.ok(await vscode.workspace.applyEdit(fixAll.edit));
    assert.match(document.getText(), /await recipe\('lasagne'\)/);
    await diagnosticsOf(document, 0);
  });

  it('offer an explanation beside the fix', async () => {
    const document = await unsaved('python', python);
    const [first] = await diagnosticsOf(document, 3);
    assert.ok(first);
    const titles = (await actionsAt(document, first.range)).map(({ title }) => title);
    assert.ok(titles.includes('Explain: Blocking call in async code'), titles.join(', '));
  });

  it('are mended by who asks before they are shown', async () => {
    const document = await unsaved('python', python);
    const [fix] = await actionsAt(document, document.lineAt(15).range);
    assert.equal(fix?.isPreferred, true, fix?.title);
  });

  it('come while typing, also in a half-written file', async () => {
    const document = await unsaved(
      'python',
      'import time\n\n\nasync def wait():\n    pass\n\n\ndef broken(:\n',
    );
    await diagnosticsOf(document, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(4, 4, 4, 8), 'time.sleep(1)');
    await vscode.workspace.applyEdit(edit);
    const [found] = await diagnosticsOf(document, 1);
    assert.equal(found?.range.start.line, 4);
  });

  it('go when the setting turns them off', async () => {
    const document = await unsaved('python', python);
    await diagnosticsOf(document, 3);
    const settings = vscode.workspace.getConfiguration('asyncTutor');
    await settings.update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
    await diagnosticsOf(document, 0);
    await settings.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Global);
    await diagnosticsOf(document, 3);
  });
});

function mistakeOf({ code }: vscode.Diagnostic): string {
  assert.ok(typeof code === 'object');
  return String(code.value);
}

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind?.value);
}

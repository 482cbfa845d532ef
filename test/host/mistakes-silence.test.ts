import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, diagnosticsOf, unsaved, until } from './support';

const python = `import time


async def nap():
    time.sleep(1)
`;
const typescript = `async function save(): Promise<void> {}

export async function main(): Promise<void> {
  save();
}
`;

describe('mistakes that are not to be told', () => {
  const settings = () => vscode.workspace.getConfiguration('asyncTutor.mistakes');
  const set = (name: string, value: unknown) =>
    settings().update(name, value, vscode.ConfigurationTarget.Global);

  before(activated);

  afterEach(async () => {
    for (const name of ['severity', 'exclude', 'coveredByLinter']) {
      await set(name, undefined);
    }
  });

  it('are louder, quieter or off as the settings say', async () => {
    const document = await unsaved('python', python);
    await diagnosticsOf(document, 1);
    const severityOnce = async (wanted: string, severity: vscode.DiagnosticSeverity) => {
      await set('severity', { 'blocking-call': wanted });
      await until(wanted, async () => {
        const [one] = await diagnosticsOf(document, 1);
        return one?.severity === severity ? one : undefined;
      });
    };
    await severityOnce('error', vscode.DiagnosticSeverity.Error);
    await severityOnce('hint', vscode.DiagnosticSeverity.Hint);
    await set('severity', { 'blocking-call': 'off' });
    await diagnosticsOf(document, 0);
    await severityOnce('very loud', vscode.DiagnosticSeverity.Warning);
  });

  it('are those of files that a glob names', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'tests', 'nap.py');
    await vscode.workspace.fs.writeFile(file, Buffer.from(python));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    await diagnosticsOf(document, 1);
    await set('exclude', { 'tests/**': ['missing-await', 'blocking-call'] });
    await diagnosticsOf(document, 0);
    await set('exclude', { 'test/**': true, 'tests/*.ts': true });
    await diagnosticsOf(document, 1);
    await set('exclude', { '**/nap.*': true });
    await diagnosticsOf(document, 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, 'tests'), { recursive: true });
  });

  it('are those that the learner’s own linter tells', async () => {
    const document = await unsaved('typescript', typescript);
    await diagnosticsOf(document, 1);
    await set('coveredByLinter', ['typescript-eslint']);
    await diagnosticsOf(document, 0);
  });

  for (const [language, text] of Object.entries({ python, typescript })) {
    it(`are those that a comment ignores, which the lightbulb offers last, in ${language}`, async () => {
      const document = await unsaved(language, text);
      const [found] = await diagnosticsOf(document, 1);
      assert.ok(found);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        found.range,
      );
      const ours = actions.filter(({ title }) => /await|Explain|Ignore/i.test(title));
      const ignore = ours.at(-1);
      assert.match(ignore?.title ?? '', /^Ignore `[a-z-]+` on this line$/);
      assert.ok(ignore?.edit && ignore.isPreferred !== true);
      assert.ok(ours.find(({ isPreferred }) => isPreferred));
      await vscode.workspace.applyEdit(ignore.edit);
      assert.match(
        document.getText(),
        /async-tutor(: ignore\[blocking-call\]|-disable-next-line missing-await)\n/,
      );
      await diagnosticsOf(document, 0);
    });
  }

  it('are only those that exist: a slip in a comment is told', async () => {
    const document = await unsaved('python', python.replace('(1)', '(1)  # async-tutor: ignore[blocking]'));
    const found = await diagnosticsOf(document, 2);
    const slip = found.find(({ message }) => message.includes('`blocking`'));
    assert.equal(slip?.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(document.getText(slip.range), 'blocking');
  });
});

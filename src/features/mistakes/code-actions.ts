import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  Disposable,
  languages,
  l10n,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type TextDocument,
} from 'vscode';
import { catalogue } from '../../core/mistakes/catalogue';
import type { Finding, Fix, TextEdit } from '../../core/mistakes/finding';
import { editorLanguages, type CommandId } from '../ids';
import type { Checking } from './checking';
import { fixAllEdits } from './fix-all';
import { rangeIn, type Found } from './found';
import { editsOfParts, rangeInUnit, unitOf } from './units';

/** `editor.codeActionsOnSave` and "Fix All" know our fixes by this kind. */
const fixAllKind = CodeActionKind.SourceFixAll.append('asyncTutor');

/**
 * The lightbulb: the fixes of each finding, the page that explains it, and last a comment that silences it; and all
 * preferred fixes at once, also on save.
 */
export function register(found: Found, checking: Checking): Disposable {
  const provider: CodeActionProvider = {
    async provideCodeActions(document, range, context) {
      if (context.triggerKind === CodeActionTriggerKind.Invoke && !found.isCurrent(document)) {
        await checking.check(document);
      }
      const findings = found.of(document);
      const here = findings.filter((finding) => rangeIn(document, finding).intersection(range) !== undefined);
      const offers = wants(context, CodeActionKind.QuickFix)
        ? await Promise.all(here.map((one) => offersFor(document, one, context, checking)))
        : [];
      return [
        ...offers.flatMap(({ fixes }) => fixes),
        ...offers.map(({ explain }) => explain),
        ...offers.flatMap(({ ignore }) => ignore),
        ...(wants(context, fixAllKind) ? await fixAll(document, checking) : []),
      ];
    },
  };
  const providedCodeActionKinds = [CodeActionKind.QuickFix, fixAllKind];
  return languages.registerCodeActionsProvider(Object.keys(editorLanguages), provider, {
    providedCodeActionKinds,
  });
}

function wants({ only }: CodeActionContext, kind: CodeActionKind): boolean {
  return only === undefined ? kind !== fixAllKind : only.contains(kind) || kind.contains(only);
}

interface Offers {
  readonly fixes: readonly CodeAction[];
  readonly explain: CodeAction;
  readonly ignore: readonly CodeAction[];
}

async function offersFor(
  document: TextDocument,
  finding: Finding,
  context: CodeActionContext,
  checking: Checking,
): Promise<Offers> {
  const range = rangeIn(document, finding);
  const diagnostics = context.diagnostics.filter((diagnostic) => diagnostic.range.isEqual(range));
  const { mistake } = finding;
  const action = (title: string): CodeAction =>
    Object.assign(new CodeAction(title, CodeActionKind.QuickFix), { diagnostics });
  const explain = action(l10n.t('Explain: {0}', catalogue[mistake].title));
  const command: CommandId = 'asyncTutor.explainMistake';
  explain.command = { command, title: explain.title, arguments: [mistake] };
  const fix = ({ title, preferred, edits }: Fix) =>
    Object.assign(action(title), {
      edit: editOf(edits.map((edit) => [document, edit])),
      isPreferred: preferred,
    });
  const silencing = await ignoreEdit(document, finding, checking);
  const ignore = () => action(l10n.t('Ignore `{0}` on this line', mistake));
  return {
    fixes: finding.fixes.map(fix),
    explain,
    ignore: silencing ? [Object.assign(ignore(), { edit: editOf(silencing) })] : [],
  };
}

async function fixAll(document: TextDocument, checking: Checking): Promise<CodeAction[]> {
  const edits = await fixAllEdits(document, checking);
  if (edits.length === 0) {
    return [];
  }
  const action = new CodeAction(l10n.t('Fix all async mistakes that have one right fix'), fixAllKind);
  action.edit = editOf(edits);
  return [action];
}

/** What was asked for a finding; a change of its document brings new findings. */
const ignoring = new WeakMap<Finding, Promise<Placed | undefined>>();

/** The edit that silences a finding by a comment; asked once, not at every move of the cursor. */
function ignoreEdit(
  document: TextDocument,
  finding: Finding,
  checking: Checking,
): Promise<Placed | undefined> {
  const asked = ignoring.get(finding) ?? askToIgnore(document, finding, checking);
  ignoring.set(finding, asked);
  return asked;
}

async function askToIgnore(
  document: TextDocument,
  finding: Finding,
  { client }: Checking,
): Promise<Placed | undefined> {
  const unit = unitOf(document);
  const edit = unit && (await client.ignore(unit.source, rangeInUnit(unit, document, finding)));
  return edit && editsOfParts(unit, [edit]);
}

type Placed = readonly (readonly [TextDocument, TextEdit])[];

function editOf(edits: Placed): WorkspaceEdit {
  const change = new WorkspaceEdit();
  for (const [document, edit] of edits) {
    change.replace(document.uri, rangeIn(document, edit), edit.newText);
  }
  return change;
}

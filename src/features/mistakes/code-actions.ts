import {
  CodeAction,
  CodeActionKind,
  Disposable,
  languages,
  l10n,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type TextDocument,
} from 'vscode';
import { catalogue } from '../../core/mistakes/catalogue';
import { editsOf, selectFixes } from '../../core/mistakes/apply';
import type { Finding, Fix, TextEdit } from '../../core/mistakes/finding';
import { editorLanguages, type CommandId } from '../ids';
import { rangeIn } from './diagnostics';
import type { Found } from './found';

/** `editor.codeActionsOnSave` and "Fix All" know our fixes by this kind. */
export const fixAllKind = CodeActionKind.SourceFixAll.append('asyncTutor');

/** The lightbulb: a fix for each finding, all preferred fixes at once, and the page that explains the mistake. */
export function register(found: Found): Disposable {
  const provider: CodeActionProvider = {
    provideCodeActions(document, range, context) {
      const findings = found.of(document);
      const here = findings.filter((finding) => rangeIn(document, finding).intersection(range) !== undefined);
      return [
        ...(wants(context, CodeActionKind.QuickFix)
          ? here.flatMap((one) => actionsFor(document, one, context))
          : []),
        ...(wants(context, fixAllKind) ? fixAll(document, findings) : []),
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

function actionsFor(document: TextDocument, finding: Finding, context: CodeActionContext): CodeAction[] {
  const range = rangeIn(document, finding);
  const diagnostics = context.diagnostics.filter((diagnostic) => diagnostic.range.isEqual(range));
  const explain = new CodeAction(
    l10n.t('Explain: {0}', l10n.t(catalogue[finding.mistake].title)),
    CodeActionKind.QuickFix,
  );
  explain.diagnostics = diagnostics;
  explain.command = {
    command: 'asyncTutor.explainMistake' satisfies CommandId,
    title: explain.title,
    arguments: [finding.mistake],
  };
  return [...finding.fixes.map((fix) => fixAction(document, fix, diagnostics)), explain];
}

function fixAction(document: TextDocument, fix: Fix, diagnostics: CodeAction['diagnostics']): CodeAction {
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  action.edit = editOf(document, fix.edits);
  action.isPreferred = fix.preferred;
  if (diagnostics !== undefined) {
    action.diagnostics = diagnostics;
  }
  return action;
}

function fixAll(document: TextDocument, findings: readonly Finding[]): CodeAction[] {
  const edits = editsOf(selectFixes(findings));
  if (edits.length === 0) {
    return [];
  }
  const action = new CodeAction(l10n.t('Fix all async mistakes that have one right fix'), fixAllKind);
  action.edit = editOf(document, edits);
  return [action];
}

function editOf(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const change = new WorkspaceEdit();
  for (const edit of edits) {
    change.replace(document.uri, rangeIn(document, edit), edit.newText);
  }
  return change;
}

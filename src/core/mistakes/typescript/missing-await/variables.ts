import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe, quoted } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { writtenBy } from '../semantics/inside';
import { holdsNoPromise } from '../semantics/plain';
import { isPromise, isSureCall, promiseKind } from '../semantics/promises';
import { isWrite, referencesTo } from '../semantics/references';
import { bare, dressed } from '../semantics/scopes';
import { isAlwaysPromise } from '../semantics/equality';
import type { Misuse } from '../semantics/use';
import { useOf } from '../semantics/uses';
import { misuseMessage } from './messages';

interface Mention {
  readonly node: ts.Identifier;
  readonly misuse: Misuse;
}

/** Variables and parameters that hold a promise and are used as if they held its value, or never. */
export function variableFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.flatMap((node) =>
    (ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name)
      ? findingsFor(analysis, node, node.name)
      : [],
  );
}

function findingsFor(
  analysis: Analysis,
  declaration: ts.VariableDeclaration | ts.ParameterDeclaration,
  name: ts.Identifier,
): readonly RuleFinding[] {
  if (isExported(declaration) || holdsNoPromise(analysis, declaration)) {
    return [];
  }
  const symbol = analysis.checker.getSymbolAtLocation(name);
  const type = analysis.checker.getTypeAtLocation(name);
  if (symbol === undefined) {
    return [];
  }
  const maker = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (maker !== undefined && !isSureCall(analysis, bare(maker))) {
    return [];
  }
  if (promiseKind(analysis, type) === undefined) {
    return ts.isVariableDeclaration(declaration) && isUntyped(declaration)
      ? assignedLater(analysis, symbol)
      : [];
  }
  const mentions = referencesTo(analysis, symbol);
  const reads = mentions.filter((mention) => !isWrite(mention));
  const source = ts.isVariableDeclaration(declaration) ? sourceOf(declaration) : undefined;
  if (reads.length === 0) {
    return source !== undefined && mentions.length === 0 ? unused(analysis, name, source) : [];
  }
  const uses = reads.map((node) => ({ node, use: useOf(analysis, node) }));
  const misused = uses.flatMap(({ node, use }) =>
    use.kind === 'misuse' && !isExpando(analysis, node, use.misuse) ? [{ node, misuse: use.misuse }] : [],
  );
  const isKept = misused.length < uses.length;
  const wrong = misused.filter(({ node, misuse }) => !isKept || isWrongAnyway(analysis, node, misuse));
  const [first, ...others] = wrong;
  if (first === undefined) {
    return [];
  }
  const isPlain = uses.every(({ use, node }) => use.kind !== 'promise' || isReturned(node));
  return source !== undefined && isPlain && mentions.length === reads.length
    ? [atSource(analysis, source, [first, ...others], !isKept)]
    : wrong.map((mention) => atMention(analysis, mention));
}

/** A promise may be tested or printed for what it is where more is done with it; only one that is never empty is tested in vain. */
function isWrongAnyway(analysis: Analysis, node: ts.Node, { kind }: Misuse): boolean {
  return kind === 'condition' ? isAlwaysPromise(analysis, node) : kind !== 'print';
}

function isReturned(node: ts.Node): boolean {
  return ts.isReturnStatement(dressed(node).parent);
}

/** Whether a variable's type is what it is given later. */
function isUntyped({ type, initializer, parent }: ts.VariableDeclaration): boolean {
  return type === undefined && initializer === undefined && ts.isVariableStatement(parent.parent);
}

/** A variable that is declared first and given a promise once, and is looked into as if it held the value. */
function assignedLater(analysis: Analysis, symbol: ts.Symbol): readonly RuleFinding[] {
  const mentions = referencesTo(analysis, symbol);
  const [write, ...rewrites] = mentions.filter(isWrite);
  const source =
    write !== undefined && ts.isBinaryExpression(write.parent) ? bare(write.parent.right) : undefined;
  if (source === undefined || rewrites.length > 0 || !ts.isCallExpression(source)) {
    return [];
  }
  if (!isPromise(analysis, analysis.checker.getTypeAtLocation(source))) {
    return [];
  }
  const uses = mentions
    .filter((mention) => !isWrite(mention))
    .map((node) => ({ node, use: useOf(analysis, node) }));
  const misused = uses.flatMap(({ node, use }) =>
    use.kind === 'misuse' && use.misuse.kind === 'property' ? [{ node, misuse: use.misuse }] : [],
  );
  const [first, ...others] = misused;
  const isKept = uses.some(({ use }) => use.kind === 'promise');
  return first === undefined || isKept
    ? []
    : [atSource(analysis, source, [first, ...others], misused.length === uses.length)];
}

function isExported(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0;
}

/** The expression that makes the promise a variable starts with, when its type is not written down. */
function sourceOf(declaration: ts.VariableDeclaration): ts.Expression | undefined {
  const source = declaration.initializer === undefined ? undefined : bare(declaration.initializer);
  const isMaker =
    source !== undefined &&
    (ts.isCallExpression(source) || ts.isNewExpression(source) || ts.isTaggedTemplateExpression(source));
  const isUsing = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Using) !== 0;
  return isMaker && declaration.type === undefined && !isUsing ? source : undefined;
}

function unused(analysis: Analysis, name: ts.Identifier, source: ts.Expression): readonly RuleFinding[] {
  if (name.text.startsWith('_') || !isPromise(analysis, analysis.checker.getTypeAtLocation(source))) {
    return [];
  }
  const message = l10n.t(
    '{0} holds the promise of {1}, and nobody ever awaits it: the program goes on before it is done, and an error in it is not caught here.',
    quoted(name.text),
    describe(source),
  );
  return [{ start: source.getStart(), end: source.end, message, fixes: awaiting(analysis, source, true) }];
}

function atSource(
  analysis: Analysis,
  source: ts.Expression,
  [first, ...others]: readonly [Mention, ...Mention[]],
  sure: boolean,
): RuleFinding {
  return {
    start: source.getStart(),
    end: source.end,
    message: misuseMessage(quoted(first.node.text), first.misuse),
    fixes: awaiting(analysis, source, sure),
    related: [first, ...others].map(({ node }) => ({
      start: node.getStart(),
      end: node.end,
      message: l10n.t('{0} is used as a value here', quoted(node.text)),
    })),
  };
}

function atMention(analysis: Analysis, { node, misuse }: Mention): RuleFinding {
  return {
    start: node.getStart(),
    end: node.end,
    message: misuseMessage(quoted(node.text), misuse),
    fixes: ts.isShorthandPropertyAssignment(node.parent) ? [] : awaiting(analysis, node, true),
  };
}

function awaiting(analysis: Analysis, expression: ts.Expression, preferred: boolean): readonly Fix[] {
  return awaitingFix(analysis, expression, l10n.t('Add await'), awaitEdits(expression), preferred);
}

/** Whether JavaScript code has hung a property of its own on the promise somewhere in the file. */
function isExpando(analysis: Analysis, node: ts.Identifier, misuse: Misuse): boolean {
  return (
    misuse.kind === 'property' &&
    (analysis.identifiers.get(misuse.name) ?? []).some(({ parent }) => {
      const access = ts.isPropertyAccessExpression(parent) ? parent : undefined;
      return access?.expression.getText() === node.text && writtenBy(access.parent) === access;
    })
  );
}

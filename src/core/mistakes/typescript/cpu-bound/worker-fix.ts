import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { awaitEdits } from '../edits/await';
import { importEdits } from '../edits/imports';
import { insert, replace, sorted } from '../edits/text';
import { helperOf } from '../semantics/calls';
import { contains } from '../semantics/inside';
import { canAwait } from '../semantics/scopes';

const runner = 'runInWorker';

/** Offers to run a call in a worker thread, where its function needs nothing but its arguments. */
export function workerFixes(analysis: Analysis, call: ts.CallExpression): readonly Fix[] {
  const helper = helperOf(analysis, call);
  const isPlain = ts.isIdentifier(call.expression) && call.questionDotToken === undefined;
  if (helper === undefined || !isPlain || !canAwait(analysis, call)) {
    return [];
  }
  if (!isSelfContained(analysis, helper) || !call.arguments.every((value) => canBeSent(analysis, value))) {
    return [];
  }
  const [first] = call.arguments;
  const place = first?.getStart() ?? call.end - 1;
  const start = call.expression.getStart();
  const head = replace(
    start,
    place,
    `${runner}(${call.expression.getText()}${first === undefined ? '' : ', '}`,
  );
  const isThere = analysis.identifiers.has(runner);
  const worker = isThere
    ? []
    : importEdits(analysis, { module: 'node:worker_threads', name: 'Worker' }, undefined).edits;
  const { text } = analysis.sourceFile;
  const added = isThere
    ? []
    : [insert(text.length, `${text.endsWith('\n') ? '' : '\n'}\n${source(analysis)}`)];
  const edits = sorted([...worker, ...awaitEdits(call), head, ...added]);
  return [{ title: l10n.t('Run it in a worker thread'), preferred: false, edits }];
}

/** Whether a function's text alone can run elsewhere: it names nothing of this file but itself. */
function isSelfContained(analysis: Analysis, helper: ts.FunctionLikeDeclaration): boolean {
  const isOpen = contains(helper, (node) => {
    if (node.kind === ts.SyntaxKind.ThisKeyword) {
      return true;
    }
    const symbol =
      ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent)
        ? analysis.checker.getSymbolAtLocation(node)
        : undefined;
    const declaration = symbol?.declarations?.[0];
    const isHere = declaration?.getSourceFile() === analysis.sourceFile;
    const isInside =
      declaration !== undefined && helper.pos <= declaration.pos && declaration.end <= helper.end;
    const isItself = declaration === helper && ts.isFunctionDeclaration(helper);
    return isHere && !isInside && !isItself;
  });
  return !isOpen && ts.isFunctionDeclaration(helper) && helper.parent === analysis.sourceFile;
}

function canBeSent(analysis: Analysis, value: ts.Expression): boolean {
  const sent = ts.TypeFlags.NumberLike | ts.TypeFlags.StringLike | ts.TypeFlags.BooleanLike;
  return (analysis.checker.getTypeAtLocation(value).flags & sent) !== 0;
}

function source({ javascript }: Analysis): string {
  const head = javascript
    ? `function ${runner}(work, ...values) {`
    : `function ${runner}<Values extends unknown[], Result>(
  work: (...values: Values) => Result,
  ...values: Values
): Promise<Result> {`;
  return `/** Runs a function that needs nothing but its arguments in a thread of its own. */
${head}
  const source = \`const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage((\${work.toString()})(...workerData));\`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData: values });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
`;
}

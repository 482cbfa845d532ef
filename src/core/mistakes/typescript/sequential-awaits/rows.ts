import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, RuleFinding } from '../../finding';
import { inARow } from '../../in-a-row';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { replace } from '../edits/text';
import { boundSymbols, mentions } from '../semantics/names';
import { bare, canAwait } from '../semantics/scopes';
import { independentCall, type Knowledge } from './independent';

const plainConst: number = ts.NodeFlags.Const;

/** One statement of a row: `const name = await call()`, or `await call()`. */
interface Step {
  readonly statement: ts.Statement;
  readonly awaited: ts.AwaitExpression;
  readonly call: ts.CallExpression;
  readonly by: Knowledge;
  /** Whether the statement takes what is awaited as it is, and no part of it. */
  readonly isWhole: boolean;
  readonly variable?: ts.VariableDeclaration;
}

/** Statements in a row, each of which awaits a call that needs nothing of those before. */
export function rowFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.flatMap((node) => {
    const isList = ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseOrDefaultClause(node);
    return isList ? rowsIn(analysis, node.statements).flatMap((row) => findingFor(analysis, row)) : [];
  });
}

function rowsIn(analysis: Analysis, statements: readonly ts.Statement[]): readonly (readonly Step[])[] {
  const rows: Step[][] = [];
  let row: Step[] = [];
  for (const statement of statements) {
    const step = stepOf(analysis, statement);
    if (step === undefined || !goesWith(analysis, row, step)) {
      row = [];
    }
    if (step !== undefined) {
      row.push(step);
      if (row.length === 2) {
        rows.push(row);
      }
    }
  }
  return rows;
}

function stepOf(analysis: Analysis, statement: ts.Statement): Step | undefined {
  const list = ts.isVariableStatement(statement) ? statement.declarationList : undefined;
  const [variable, ...others] = list?.declarations ?? [];
  const isConst = list !== undefined && (list.flags & ts.NodeFlags.BlockScoped) === plainConst;
  const expression = ts.isExpressionStatement(statement)
    ? statement.expression
    : isConst && others.length === 0
      ? variable?.initializer
      : undefined;
  const awaited = variable === undefined ? expression : awaitedIn(expression);
  if (awaited === undefined || !ts.isAwaitExpression(awaited)) {
    return undefined;
  }
  const found = independentCall(analysis, awaited.expression);
  const isWhole = awaited === expression;
  return found === undefined
    ? undefined
    : { statement, awaited, isWhole, ...found, ...(variable === undefined ? {} : { variable }) };
}

/** The await whose result is all that an expression looks into: `(await load()).name`, `JSON.parse(await read())`. */
function awaitedIn(expression: ts.Expression | undefined): ts.Expression | undefined {
  const node = expression === undefined ? undefined : bare(expression);
  if (node === undefined || ts.isAwaitExpression(node)) {
    return node;
  }
  if (ts.isCallExpression(node)) {
    return node.expression.getText() === 'JSON.parse' && node.arguments.length === 1
      ? awaitedIn(node.arguments[0])
      : undefined;
  }
  return ts.isPropertyAccessExpression(node) ? awaitedIn(node.expression) : undefined;
}

/** Whether a step needs nothing of a row, and is of its kind: all bring something, or all do the same for others. */
function goesWith(analysis: Analysis, row: readonly Step[], step: Step): boolean {
  const isBringing = step.variable !== undefined;
  const isAlike = row.every(
    ({ variable, call, by }) =>
      (variable !== undefined) === isBringing &&
      call.getText() !== step.call.getText() &&
      (isBringing ||
        (by === 'code' &&
          step.by === 'code' &&
          call.expression.getText() === step.call.expression.getText())),
  );
  const before = new Set(
    row.flatMap(({ variable }) => (variable === undefined ? [] : boundSymbols(analysis, variable.name))),
  );
  return isAlike && !mentions(analysis, step.call, before);
}

function findingFor(analysis: Analysis, row: readonly Step[]): readonly RuleFinding[] {
  const [first] = row;
  if (first === undefined || row.length < 2 || !canAwait(analysis, first.statement)) {
    return [];
  }
  const message = inARow(row.map(({ call }) => describe(call)));
  const related = row.slice(1).map(({ call }) => ({
    start: call.getStart(),
    end: call.end,
    message: l10n.t('This could have started as well'),
  }));
  const { awaited } = first;
  return [{ start: awaited.getStart(), end: awaited.end, message, fixes: togetherFixes(row), related }];
}

/** One `Promise.all` for the row, where nothing stands between its statements and no type is written. */
function togetherFixes(row: readonly Step[]): readonly Fix[] {
  const [first] = row;
  const last = row.at(-1);
  const text = first?.statement.getSourceFile().text ?? '';
  const between = row.slice(1).map(({ statement }) => text.slice(statement.pos, statement.getStart()));
  const isOther = row.some(({ variable, isWhole }) => variable?.type !== undefined || !isWhole);
  if (first === undefined || last === undefined || isOther || between.some((gap) => gap.trim() !== '')) {
    return [];
  }
  const newline =
    /\r?\n[ \t]*/.exec(text.slice(first.statement.pos, first.statement.getStart()))?.[0] ?? '\n';
  const indent = newline.replace(/^\r?\n/, '');
  const calls = row.map(({ call }) => call.getText());
  const names = row.map(({ variable }) => variable?.name.getText() ?? '');
  const head = first.variable === undefined ? '' : `const [${names.join(', ')}] = `;
  const short = `[${calls.join(', ')}]`;
  const isShort = indent.length + head.length + short.length < 80 && !short.includes('\n');
  const list = isShort ? short : `[\n${calls.map((call) => `${indent}  ${call},\n`).join('')}${indent}]`;
  const end = last.statement.getText().endsWith(';') ? ';' : '';
  const code = `${head}await Promise.all(${list})${end}`;
  return [
    {
      title: l10n.t('Await them together with Promise.all'),
      preferred: false,
      edits: [replace(first.statement.getStart(), last.statement.end, code)],
    },
  ];
}

import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, TextRange } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { insert, replace } from '../edits/text';
import { bare } from '../semantics/scopes';
import { isFromLibrary } from '../semantics/promises';
import { busyWaitOf } from './busy-wait';
import { synchronousTwin } from './twins';
import { twinFixes } from './twin-fix';

/** Something that keeps the event loop from running, where it is written. */
export interface Blocker extends TextRange {
  /** What blocks, to begin a sentence with. */
  readonly subject: string;
  readonly fixes: () => readonly Fix[];
}

/** What blocks at a node, or undefined. */
export function blockerOf(analysis: Analysis, node: ts.Node): Blocker | undefined {
  if (ts.isCallExpression(node)) {
    return blockingCallOf(analysis, node);
  }
  const wait = busyWaitOf(analysis, node);
  return wait === undefined
    ? undefined
    : {
        ...wait,
        fixes: () =>
          wait.edit === undefined
            ? []
            : awaitingFix(analysis, node, l10n.t('Wait with a timer'), [wait.edit]),
      };
}

function blockingCallOf(analysis: Analysis, call: ts.CallExpression): Blocker | undefined {
  const place = { start: call.getStart(), end: call.end, subject: describe(call) };
  if (isAtomicsWait(analysis, call)) {
    return { ...place, fixes: () => atomicsFixes(analysis, call) };
  }
  const builtin = synchronousTwin(analysis, call);
  return builtin === undefined ? undefined : { ...place, fixes: () => twinFixes(analysis, call, builtin) };
}

function isAtomicsWait(analysis: Analysis, call: ts.CallExpression): boolean {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'wait') {
    return false;
  }
  const symbol = analysis.checker.getSymbolAtLocation(callee.expression);
  return symbol?.name === 'Atomics' && isFromLibrary(analysis, symbol);
}

function atomicsFixes(analysis: Analysis, call: ts.CallExpression): readonly Fix[] {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) {
    return [];
  }
  const type = analysis.checker.getTypeAtLocation(callee.expression);
  if (analysis.checker.getPropertyOfType(type, 'waitAsync') === undefined) {
    return [];
  }
  const edits = [
    ...awaitEdits(call),
    replace(callee.name.getStart(), callee.name.end, 'waitAsync'),
    insert(call.end, '.value'),
  ];
  return awaitingFix(analysis, call, l10n.t('Await Atomics.waitAsync'), edits, false);
}

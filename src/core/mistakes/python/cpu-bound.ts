import * as l10n from '@vscode/l10n';
import type { RuleFinding } from '../finding';
import { relatedPlace } from './blocking-call';
import { isTestCode, isUncertain } from './flow/context';
import type { Work } from './flow/work';
import { toExecutor } from './fixes/executor';
import type { Rule, RuleContext } from './rule';
import { calleeText, type SyntaxNode } from './syntax/node';

/** Long calculations in async code, written there or in a helper that it calls. */
export const cpuBound: Rule = (context) =>
  [...context.model.functions.values()].flatMap((info) =>
    info.isAsync && !isTestCode(context.model, info.node)
      ? context.calculations
          .in(info.node)
          .filter(({ node }) => !isUncertain(node))
          .map((work) => finding(work, context))
      : [],
  );

function finding(work: Work, context: RuleContext): RuleFinding {
  const { node, what, through } = work;
  const [helper] = through;
  const { path } = context.model;
  return {
    start: node.start,
    end: headerEnd(node),
    message: l10n.t(
      "{0} keeps the event loop's thread busy ({1}): until it is done, no other task can run.",
      subject(node),
      what,
    ),
    fixes: toExecutor(node, context),
    related:
      helper === undefined
        ? []
        : [
            relatedPlace(
              helper.node,
              l10n.t('`{0}` calculates here.', helper.name),
              path,
              context.infer.model(helper.node).path,
            ),
          ],
  };
}

/** A loop is underlined up to its colon. */
function headerEnd(node: SyntaxNode): number {
  const last = node.children.find(({ field }) => field === 'right' || field === 'condition');
  return node.type.endsWith('_statement') ? (last?.end ?? node.end) : node.end;
}

function subject(node: SyntaxNode): string {
  switch (node.type) {
    case 'call':
      return `\`${calleeText(node)}(...)\``;
    case 'for_statement':
      return l10n.t('This `for` loop');
    case 'while_statement':
      return l10n.t('This `while` loop');
    default:
      return l10n.t('This comprehension');
  }
}

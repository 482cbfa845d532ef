import { child, textOf, type SyntaxNode } from '../syntax/node';

/** True unless every way through a block certainly ends in a `return` or `raise`. */
export function mayReachEnd(block: SyntaxNode | undefined): boolean {
  const last = block?.children.at(-1);
  switch (last?.type) {
    case 'return_statement':
    case 'raise_statement':
      return false;
    case 'with_statement':
      return mayReachEnd(child(last, 'body'));
    case 'while_statement':
      return !/^while\s+(?:True|1)\s*:/.test(textOf(last)) || /\bbreak\b/.test(textOf(last));
    case 'if_statement': {
      const branches = last.children.flatMap(
        (part) => child(part, 'consequence') ?? child(part, 'body') ?? [],
      );
      const complete = last.children.some(({ type }) => type === 'else_clause');
      return !complete || [child(last, 'consequence'), ...branches].some(mayReachEnd);
    }
    case 'try_statement':
      return mayTryReachEnd(last);
    default:
      return true;
  }
}

function mayTryReachEnd(statement: SyntaxNode): boolean {
  const blockOf = (part: SyntaxNode): SyntaxNode | undefined =>
    part.children.find(({ type }) => type === 'block');
  const of = (type: string): readonly SyntaxNode[] => statement.children.filter((part) => part.type === type);
  const [end] = of('finally_clause');
  if (end !== undefined && !mayReachEnd(blockOf(end))) {
    return false;
  }
  const [otherwise] = of('else_clause');
  const body =
    mayReachEnd(child(statement, 'body')) && (otherwise === undefined || mayReachEnd(blockOf(otherwise)));
  return body || of('except_clause').some((clause) => mayReachEnd(blockOf(clause)));
}

/** False for a statement after one that leaves its block. */
export function isReached(statement: SyntaxNode): boolean {
  const block = statement.parent?.children ?? [];
  return !block.some(
    ({ type, start }) => start < statement.start && /^(?:return|raise|continue|break)_statement$/.test(type),
  );
}

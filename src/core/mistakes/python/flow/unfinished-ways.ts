import { child, contains, textOf, type SyntaxNode } from '../syntax/node';
import { mayReachEnd } from '../semantics/exits';

/** Where code that has an item may get to without having reported it done. */
interface Ways {
  /** What lets it come to the end of the statements, if anything does. */
  readonly falls: SyntaxNode | undefined;
  /** The `continue` it may come to. */
  readonly continues: SyntaxNode | undefined;
}

/** Tells whether a statement reports an item somewhere: in a loop or a `match` that may well be each time. */
type Reports = (node: SyntaxNode) => boolean;

/** Exceptions that end the whole task. */
const endings = /\b(?:Cancelled\w*|KeyboardInterrupt|GeneratorExit|SystemExit)\b/;
/** Those and what an attempt to take an item raises itself. */
const ofTaking = new RegExp(`${endings.source}|\\b(?:QueueEmpty|Empty|QueueShutDown|Timeout\\w*)\\b`);

const closed: Ways = { falls: undefined, continues: undefined };

/**
 * What lets a round of the loop around `taking` end without a report: a `continue`, an `except` clause or a branch.
 * Undefined when every way reports or leaves the loop, and where that cannot be told.
 */
export function wayAround(taking: SyntaxNode, reports: Reports): SyntaxNode | undefined {
  let node = taking;
  let ways: Ways = { falls: taking, continues: undefined };
  for (let block = node.parent; block !== undefined; block = node.parent) {
    if (block.type === 'block') {
      const place = block.children.indexOf(node);
      ways = after(ways, block.children.slice(place + 1), reports);
    }
    switch (block.type) {
      case 'while_statement':
      case 'for_statement':
        return node.field === 'body' ? (ways.continues ?? ways.falls) : undefined;
      case 'try_statement': {
        const left = leaving(block, taking, ways, reports);
        if (left === undefined) {
          return undefined;
        }
        ways = left;
        break;
      }
      case 'block':
      case 'with_statement':
        break;
      default:
        return undefined;
    }
    node = block;
  }
  return undefined;
}

/** Goes on behind the `try` whose body takes the item; undefined where a failed attempt goes the same way. */
function leaving(statement: SyntaxNode, taking: SyntaxNode, ways: Ways, reports: Reports): Ways | undefined {
  const body = child(statement, 'body');
  if (body === undefined || !contains(body, taking)) {
    return undefined;
  }
  const handlers = statement.children.filter(({ type }) => type === 'except_clause');
  const failing = handlers.filter((one) => catches(one, ofTaking));
  if (failing.some((handler) => mayReachEnd(blockOf(handler)) && ways.falls !== undefined)) {
    return undefined;
  }
  const next = body.children[body.children.findIndex((part) => contains(part, taking)) + 1];
  const risks = next !== undefined && !(reports(next) && past(next, next, reports).falls === undefined);
  return through(statement, ways, risks ? handlers.filter((one) => !catches(one, ofTaking)) : [], reports);
}

function catches(handler: SyntaxNode, names: RegExp): boolean {
  const caught = child(handler, 'value');
  return caught !== undefined && names.test(textOf(caught));
}

/** What follows the body of a `try`: handlers, `else` and `finally`. */
function through(statement: SyntaxNode, body: Ways, handlers: readonly SyntaxNode[], reports: Reports): Ways {
  const clause = (type: string): readonly SyntaxNode[] =>
    statement.children.flatMap((part) => (part.type === type ? (blockOf(part)?.children ?? []) : []));
  const end = clause('finally_clause');
  if (end.some((part) => reports(part))) {
    return closed;
  }
  const calm = after(body, clause('else_clause'), reports);
  const caught = handlers.map((handler) => inside(blockOf(handler), handler, reports));
  return either([calm, ...caught]);
}

/** Goes on with the statements that come next. */
function after(ways: Ways, statements: readonly SyntaxNode[], reports: Reports): Ways {
  let { falls, continues } = ways;
  for (const statement of statements) {
    if (falls === undefined) {
      break;
    }
    const next = past(statement, falls, reports);
    falls = next.falls;
    continues ??= next.continues;
  }
  return { falls, continues };
}

function inside(block: SyntaxNode | undefined, why: SyntaxNode, reports: Reports): Ways {
  return after({ falls: why, continues: undefined }, block?.children ?? [], reports);
}

function past(statement: SyntaxNode, why: SyntaxNode, reports: Reports): Ways {
  switch (statement.type) {
    case 'return_statement':
    case 'raise_statement':
    case 'break_statement':
      return closed;
    case 'continue_statement':
      return { falls: undefined, continues: statement };
    case 'if_statement':
      return branches(statement, why, reports);
    case 'with_statement':
      return inside(child(statement, 'body'), why, reports);
    case 'try_statement': {
      const body = child(statement, 'body');
      const [first] = body?.children ?? [];
      const risks = first !== undefined && !reports(first);
      const handlers = statement.children.filter(
        (part) => part.type === 'except_clause' && risks && !catches(part, endings),
      );
      return through(statement, inside(body, why, reports), handlers, reports);
    }
    default:
      return reports(statement) ? closed : { falls: why, continues: undefined };
  }
}

function branches(statement: SyntaxNode, why: SyntaxNode, reports: Reports): Ways {
  const condition = child(statement, 'condition');
  if (condition !== undefined && reports(condition)) {
    return closed;
  }
  const reported = reports(statement);
  const reason = reported ? statement : why;
  const parts = statement.children.filter(({ type }) => /^(?:elif|else)_clause$/.test(type));
  const blocks = [child(statement, 'consequence'), ...parts.map(blockOf)];
  const complete = parts.some(({ type }) => type === 'else_clause');
  return either([
    ...blocks.map((block) => inside(block, reason, reports)),
    ...(complete ? [] : [{ falls: reason, continues: undefined }]),
  ]);
}

function either(all: readonly Ways[]): Ways {
  return {
    falls: all.find(({ falls }) => falls !== undefined)?.falls,
    continues: all.find(({ continues }) => continues !== undefined)?.continues,
  };
}

function blockOf(part: SyntaxNode): SyntaxNode | undefined {
  return part.children.find(({ type }) => type === 'block');
}

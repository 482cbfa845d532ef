import { libraryCallees } from '../analysis';
import { blocking, connecting, fileWork, inThread, type Blocking } from '../library/blocking';
import type { Inference } from '../semantics/infer';
import { every } from '../semantics/values';
import { readsOf } from './variables';
import { argumentsOf, child, closest, keyword, positional, textOf, type SyntaxNode } from '../syntax/node';

/** What a call blocks on, when it is certain that it does. */
export function blockingOf(call: SyntaxNode, infer: Inference): Blocking | undefined {
  const paths = libraryCallees(call, infer);
  const found = paths.map((path) => entryOf(path, call));
  const [first] = found;
  const exempt = paths.some((path) => doesNotWait(path, call, infer));
  return first === undefined || found.includes(undefined) || exempt ? undefined : first;
}

/** What a call on an open file waits for, unless the code around it opened a file itself and that is told already. */
export function fileWorkOf(call: SyntaxNode, infer: Inference): Blocking | undefined {
  const [path, ...others] = libraryCallees(call, infer);
  const entry = path === undefined || others.length > 0 ? undefined : fileWork.get(path);
  if (entry === undefined) {
    return undefined;
  }
  const model = infer.model(call);
  const own = model.nodes.of(model.functionAround(call)?.node ?? call.tree.root);
  const opens = own.some((node) => node.type === 'call' && blockingOf(node, infer)?.waits === entry.waits);
  return opens ? undefined : entry;
}

const whenConnecting: Blocking = {
  waits: 'server',
  instead: inThread,
  threadable: true,
};

function entryOf(path: string, call: SyntaxNode): Blocking | undefined {
  return connecting.has(path) && argumentsOf(call).length > 0 ? whenConnecting : blocking.get(path);
}

/** Calls that can block, told here not to. */
function doesNotWait(path: string, call: SyntaxNode, infer: Inference): boolean {
  const [first] = positional(call);
  const zero = (node: SyntaxNode | undefined): boolean =>
    node !== undefined && /^(0|0\.0|False)$/.test(textOf(node));
  const around = infer.model(call).functionAround(call)?.node ?? call.tree.root;
  if (path.startsWith('socket.socket.')) {
    const reach = isMadeHere(call, around, infer) ? textOf(around) : call.tree.text;
    return /\.(setblocking\((False|0)|settimeout\(0)|NONBLOCK/.test(reach);
  }
  if (path.startsWith('concurrent.futures.')) {
    return /\.done\(\)|add_done_callback|as_completed|futures\.wait\(/.test(textOf(around));
  }
  if (ofPaths.test(path)) {
    return first === undefined || !isPathLike(first, infer);
  }
  if (path.endsWith('getaddrinfo') || path.endsWith('getnameinfo')) {
    return textOf(call).includes('NUMERIC');
  }
  if (path.startsWith('socket.gethostby')) {
    const branch = closest(call, branches);
    return (
      branch !== undefined && /localhost|127\.0\.0\.1/.test(textOf(child(branch, 'condition') ?? branch))
    );
  }
  if (path === 'queue.Queue.get' && isLookedAt(call, around)) {
    return true;
  }
  if (path.endsWith('.join')) {
    return argumentsOf(call).length > 0;
  }
  if (path === 'select.select') {
    return zero(positional(call)[3]);
  }
  return (
    (waitsAsLongAsTold.test(path) && zero(first)) ||
    zero(keyword(call, 'block')) ||
    zero(keyword(call, 'timeout'))
  );
}

/** Calls that read and write memory as well as files. */
const ofPaths = /^(?:pandas\.(?:read_|DataFrame\.to_)(?!sql)|zipfile\.ZipFile$|tarfile\.open$)/;

/** Texts, what is made of them, and variables that are called a path: what is read from memory has another name. */
function isPathLike(node: SyntaxNode, infer: Inference): boolean {
  if (node.type === 'binary_operator') {
    return node.children.some((part) => isPathLike(part, infer));
  }
  return (
    node.type === 'string' ||
    (node.type === 'identifier' && /(?:path|filename)$/i.test(textOf(node))) ||
    every(infer.evaluate(node), (value) => value.kind === 'object' && value.path === 'pathlib.Path')
  );
}

/** True for a method of a socket that the same function makes and hands to nobody. */
function isMadeHere(call: SyntaxNode, around: SyntaxNode, infer: Inference): boolean {
  const callee = child(call, 'function');
  const object = callee && child(callee, 'object');
  const [binding, ...others] =
    object?.type === 'identifier'
      ? (infer.model(object).scopeOf(object).bindingsOf(textOf(object)) ?? [])
      : [];
  return (
    binding?.kind === 'assignment' &&
    others.length === 0 &&
    binding.scope.node === around &&
    binding.value?.type === 'call' &&
    libraryCallees(binding.value, infer).join(' ') === 'socket.socket' &&
    readsOf(binding.node, infer).every(({ parent }) => parent?.type === 'attribute')
  );
}

const branches = new Set(['if_statement']);

/** True for a queue that the code around asks how full it is: then it takes what is there. */
function isLookedAt(call: SyntaxNode, around: SyntaxNode): boolean {
  const queue = textOf(child(child(call, 'function') ?? call, 'object') ?? call);
  const reach = queue.startsWith('self.') ? call.tree.text : textOf(around);
  return ['empty', 'qsize'].some((method) => reach.includes(`${queue}.${method}()`));
}

const waitsAsLongAsTold = /^(?:time\.sleep|subprocess\.Popen\.|queue\.|threading\.|multiprocessing\.)/;

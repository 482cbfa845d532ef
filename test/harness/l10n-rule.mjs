// ESLint: text for people goes through `l10n.t`, whole and literal, so that the exporter finds it for translators.

/** Members that hold what people read, wherever they are set. */
const members =
  /^(?:message|title|label|tooltip|detail|placeHolder|prompt|text|description|why|mend|reason|subject|html|contentText|ariaLabel|openLabel|saveLabel)$/;
/** Functions and classes whose texts people read. */
const callees =
  /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|MarkdownString|appendMarkdown|TreeItem|Diagnostic|DiagnosticRelatedInformation|CodeAction|appendLine|speak|fail|awaitingFix|relatedPlace|button)$/;
const variables = /^(?:message|title|label|tooltip|sentence)$/;

/** Words as people write them: one that begins a sentence, or two in a row. A single small one is a name of ours. */
const words = /(?:^|[\s(“"…*_])(?:[A-Z][a-z]+(?=$|[\s,;:!?.)”"…*_])|[a-z]{2,} [a-z]{2,})/;
const markup = /`[^`]*`|\$\([\w~-]+\)|https?:\S+|\]\(command:\S*|&\w+;/g;

/** @param {string} text */
const saysSomething = (text) => words.test(text.replace(markup, ''));

/**
 * What a callee, a key or a variable is called.
 * @param {import('estree').Node} node
 * @returns {string}
 */
function nameOf(node) {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return nameOf(node.property);
    case 'Literal':
      return String(node.value);
    default:
      return '';
  }
}

/**
 * The texts that an expression may be, with its branches and its pieces.
 * @param {import('estree').Node | null | undefined} node
 * @returns {readonly string[]}
 */
function textsOf(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.cooked ?? '');
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(textsOf);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [node.left, node.right].flatMap(textsOf);
    case 'ArrayExpression':
      return node.elements.flatMap(textsOf);
    case 'ArrowFunctionExpression':
      return textsOf(node.body);
    default:
      return [];
  }
}

/** @type {import('eslint').Rule.RuleModule} */
export const translatable = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      untranslated: 'Say this through `l10n.t`: "{{text}}".',
      computed: '`l10n.t` takes one literal: the exporter reads nothing else.',
    },
  },
  create(context) {
    /** @param {import('estree').Node | null | undefined} node */
    const look = (node) => {
      const text = textsOf(node).find(saysSomething);
      if (node && text !== undefined) {
        context.report({ node, messageId: 'untranslated', data: { text: text.trim() } });
      }
    };
    /** @param {import('estree').CallExpression | import('estree').NewExpression} node */
    const call = ({ callee, arguments: given }) => {
      const isTranslation = callee.type === 'MemberExpression' && nameOf(callee.object) === 'l10n';
      if (isTranslation && nameOf(callee) === 't') {
        const [first] = given;
        const isPlain =
          first?.type === 'Literal' || (first?.type === 'TemplateLiteral' && first.quasis.length === 1);
        if (!isPlain) {
          context.report({ node: first ?? callee, messageId: 'computed' });
        }
      } else if (callees.test(nameOf(callee))) {
        given.forEach(look);
      }
    };
    return {
      CallExpression: call,
      NewExpression: call,
      Property({ key, value, parent }) {
        if (parent.type === 'ObjectExpression' && members.test(nameOf(key))) {
          look(value);
        }
      },
      AssignmentExpression({ left, right }) {
        if (left.type === 'MemberExpression' && members.test(nameOf(left))) {
          look(right);
        }
      },
      VariableDeclarator({ id, init }) {
        if (variables.test(nameOf(id))) {
          look(init);
        }
      },
    };
  },
};

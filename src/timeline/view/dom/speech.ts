import { element } from './element';

/** Writes a sentence into a node; what stands in backticks becomes code. Text never becomes markup. */
export function speak<Node extends HTMLElement>(node: Node, sentence: string): Node {
  const parts = sentence.split(/`([^`]+)`/);
  node.replaceChildren(
    ...parts.flatMap((text, index): (string | HTMLElement)[] =>
      text === '' ? [] : [index % 2 === 1 ? element('code', { text }) : text],
    ),
  );
  return node;
}

/** The sentence for places that know no code, such as what is read aloud. */
export function plain(sentence: string): string {
  return sentence.replaceAll('`', '');
}

import { say } from '../say';
import type { StringId } from '../../strings';
import { button, element } from './element';

const keys: readonly (readonly [keys: string, what: StringId])[] = [
  ['↑ ↓', 'help.rows'],
  ['← →', 'help.spans'],
  [say('keys.ends'), 'help.ends'],
  [say('keys.corners'), 'help.corners'],
  [say('keys.pages'), 'help.pages'],
  [say('keys.enter'), 'help.enter'],
  ['+ −', 'help.zoom'],
  ['z', 'help.zoomSpan'],
  ['0', 'help.fit'],
  [', .', 'help.steps'],
  ['p', 'help.play'],
  [say('keys.escape'), 'help.escape'],
  ['?', 'help.help'],
];

const hands: readonly (readonly [hands: StringId, what: StringId])[] = [
  ['help.wheel', 'help.wheelWhat'],
  ['help.drag', 'help.dragWhat'],
  ['help.box', 'help.boxWhat'],
  ['help.double', 'help.zoomSpan'],
];

/** The dialog that lists what keys and pointer do. */
export class Help {
  readonly node = element('dialog', { class: 'help', attributes: { 'aria-labelledby': 'help-title' } });

  constructor() {
    const title = element('h2', { text: say('help.title'), attributes: { id: 'help-title' } });
    const table = element('table');
    const add = (head: HTMLElement, what: StringId) => {
      const name = element('th', { attributes: { scope: 'row' } }, head);
      table.append(element('tr', {}, name, element('td', { text: say(what) })));
    };
    for (const [key, what] of keys) {
      add(element('kbd', { text: key }), what);
    }
    for (const [hand, what] of hands) {
      add(element('span', { text: say(hand) }), what);
    }
    const close = button(say('help.close'), () => {
      this.node.close();
    });
    this.node.append(title, table, close);
  }

  open(): void {
    if (!this.node.open) {
      this.node.showModal();
    }
  }
}

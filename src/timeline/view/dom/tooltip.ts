import { element } from './element';

/** The text beside the pointer or the focused span. Screen readers get the same from the grid. */
export class Tooltip {
  readonly node = element('div', { class: 'tooltip', attributes: { 'aria-hidden': 'true' } });

  constructor() {
    this.node.hidden = true;
  }

  /** Shows lines near a point of the page, inside the window; without lines it hides. */
  show(lines: readonly string[], x: number, y: number): void {
    this.node.hidden = lines.length === 0;
    if (this.node.hidden) {
      return;
    }
    this.node.replaceChildren(...lines.map((text) => element('div', { text, attributes: { dir: 'auto' } })));
    const { width, height } = this.node.getBoundingClientRect();
    const left = Math.max(4, Math.min(x + 14, window.innerWidth - width - 4));
    const below = y + 18;
    const top = below + height + 4 <= window.innerHeight ? below : Math.max(4, y - height - 12);
    this.node.style.transform = `translate(${left}px, ${top}px)`;
  }

  hide(): void {
    this.node.hidden = true;
  }
}

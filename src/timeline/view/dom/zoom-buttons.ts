import { say } from '../say';
import { button, element } from './element';

interface Zoomable {
  zoom(factor: number): void;
  fit(): void;
}

const factor = 1.6;

/** The buttons left of the axis. */
export function zoomButtons(view: Zoomable): HTMLElement {
  const make = (text: string, label: string, act: () => void) =>
    button(text, act, {
      class: 'small',
      attributes: { 'aria-label': label, title: `${label} (${say('picture.zoomHint')})` },
    });
  return element(
    'div',
    { class: 'zoom' },
    make('−', say('picture.zoomOut'), () => {
      view.zoom(1 / factor);
    }),
    make('+', say('picture.zoomIn'), () => {
      view.zoom(factor);
    }),
    make(say('picture.fit'), say('picture.fitLabel'), () => {
      view.fit();
    }),
  );
}

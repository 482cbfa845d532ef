import type { Ink } from './draw/draw';
import { publish, readPalette } from './draw/palette';
import { canvasBrushes } from './draw/patterns';

/** Calls `use` with the theme's colours, now and whenever the theme or the screen's resolution changes. */
export function followTheme(use: (ink: Ink) => void): void {
  const read = () => {
    const palette = readPalette(document.body);
    publish(palette, document.documentElement);
    use({ palette, brushes: canvasBrushes(palette, window.devicePixelRatio) });
  };
  const watchResolution = () => {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const onChange = () => {
      read();
      watchResolution();
    };
    query.addEventListener('change', onChange, { once: true });
  };
  new MutationObserver(read).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  new MutationObserver(read).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class'],
  });
  watchResolution();
  read();
}

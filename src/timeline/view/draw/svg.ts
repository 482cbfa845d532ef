import type { Palette } from './palette';
import { brushesOf, tileSize } from './patterns';
import { drawScene, sceneWidth, type Scene } from './scene';
import { escaped, SvgPen } from './svg-pen';

/** The page as an SVG file that stands alone. */
export function svgOf(scene: Scene, palette: Palette): string {
  const patterns: string[] = [];
  const brushes = brushesOf(palette, (name, tile, colour) => {
    const pen = new SvgPen();
    tile(pen, colour);
    const box = `width="${tileSize}" height="${tileSize}" patternUnits="userSpaceOnUse"`;
    patterns.push(`<pattern id="${name}" ${box}>${pen.elements}</pattern>`);
    return `url(#${name})`;
  });
  const ink = { palette, brushes };
  const height = drawScene(new SvgPen(), scene, ink, 0);
  const pen = new SvgPen();
  drawScene(pen, scene, ink, height);
  const size = `width="${sceneWidth}" height="${height}" viewBox="0 0 ${sceneWidth} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escaped(scene.title)}</title>`,
    `<desc>${escaped(scene.sentences.join(' '))}</desc>`,
    `<defs>${patterns.join('')}</defs>`,
    pen.elements,
    '</svg>',
    '',
  ].join('\n');
}

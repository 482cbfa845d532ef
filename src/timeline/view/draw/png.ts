import type { Palette } from './palette';
import { canvasBrushes } from './patterns';
import type { ScenePen } from './pen';
import { drawScene, sceneWidth, type Scene } from './scene';
import { SvgPen } from './svg-pen';

/** Pixels of the picture for one of the page: text stays sharp on any screen. */
const ratio = 2;

/** The page as a PNG file, in base64. */
export function pngOf(scene: Scene, palette: Palette): string {
  const ink = { palette, brushes: canvasBrushes(palette, ratio) };
  const height = drawScene(new SvgPen(), scene, ink, 0);
  const canvas = document.createElement('canvas');
  canvas.width = sceneWidth * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('There is no canvas to draw on.');
  }
  context.scale(ratio, ratio);
  drawScene(scenePen(context), scene, ink, height);
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}

function scenePen(context: CanvasRenderingContext2D): ScenePen {
  const inside: ScenePen['inside'] = (x, y, width, height, draw) => {
    context.save();
    context.translate(x, y);
    context.beginPath();
    context.rect(0, 0, width, height);
    context.clip();
    draw();
    context.restore();
  };
  return Object.assign(context, { inside });
}

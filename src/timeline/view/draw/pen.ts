/** What the drawing needs of a canvas: a picture for a file is drawn by the same hand. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'rect'
  | 'roundRect'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'fillText'
  | 'setLineDash'
>;

/** A pen for a whole page. */
export interface ScenePen extends Pen {
  /** Draws with the origin moved to a box's corner; what reaches beyond the box is cut off. */
  inside(x: number, y: number, width: number, height: number, draw: () => void): void;
}

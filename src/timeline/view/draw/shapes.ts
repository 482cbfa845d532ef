import type { Pen } from './pen';

/** Adds a shape around a point to the pen's path. */
export type Path = (pen: Pen, x: number, y: number) => void;

const lines =
  (...points: readonly (readonly [number, number])[][]): Path =>
  (pen, x, y) => {
    for (const line of points) {
      line.forEach(([dx, dy], index) => {
        if (index === 0) {
          pen.moveTo(x + dx, y + dy);
        } else {
          pen.lineTo(x + dx, y + dy);
        }
      });
    }
  };

export const circle =
  (radius: number): Path =>
  (pen, x, y) => {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  };

export const check = lines([
  [-4, 0],
  [-1, 3.5],
  [4, -4],
]);
export const cross = lines(
  [
    [-3.5, -3.5],
    [3.5, 3.5],
  ],
  [
    [3.5, -3.5],
    [-3.5, 3.5],
  ],
);
export const slashed: Path = (pen, x, y) => {
  circle(4)(pen, x, y);
  lines([
    [-2.8, 2.8],
    [2.8, -2.8],
  ])(pen, x, y);
};
export const ellipsis: Path = (pen, x, y) => {
  for (const dx of [-4, 0, 4]) {
    circle(0.8)(pen, x + dx, y);
  }
};

export const square: Path = (pen, x, y) => {
  pen.rect(x - 2.5, y - 2.5, 5, 5);
};
export const diamond = lines([
  [0, -4.2],
  [4.2, 0],
  [0, 4.2],
  [-4.2, 0],
  [0, -4.2],
]);
export const flag = lines([
  [-3.5, -4],
  [3.5, -4],
  [0, 3.5],
  [-3.5, -4],
]);

export const ring = circle(2.6);
export const bars = lines(
  [
    [-1.8, -2.8],
    [-1.8, 2.8],
  ],
  [
    [1.8, -2.8],
    [1.8, 2.8],
  ],
);
export const triangle = lines([
  [-2.4, -3.2],
  [3.2, 0],
  [-2.4, 3.2],
  [-2.4, -3.2],
]);

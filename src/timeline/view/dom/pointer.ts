/** What the pointer asks for; positions are in pixels from the plot's left edge, or of the page. */
export interface PointerActions {
  hover(event: PointerEvent): void;
  leave(): void;
  click(event: PointerEvent): void;
  doubleClick(event: MouseEvent): void;
  /** Moves the picture by so many pixels to the right and the bottom. */
  drag(dx: number, dy: number): void;
  zoom(factor: number, clientX: number): void;
  /** A box between these places of the page is being marked, and then `isDone`; null takes it back. */
  box(range: readonly [number, number] | null, isDone: boolean): void;
}

/** A movement shorter than this many pixels is still a click. */
const slack = 4;
/** The picture grows by a tenth for so many pixels of the wheel. */
const wheelZoom = 0.0022;
const wheelLine = 16;

/** Turns pointer and wheel events over `area` into actions. */
export function listenToPointer(area: HTMLElement, actions: PointerActions): void {
  let pressed: { x: number; y: number; isDrag: boolean; boxFrom: number | null } | null = null;
  const touches = new Map<number, number>();
  const spread = () => Math.max(...touches.values()) - Math.min(...touches.values());

  area.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && !isControl(event.target)) {
      const boxFrom = event.shiftKey ? event.clientX : null;
      pressed = { x: event.clientX, y: event.clientY, isDrag: false, boxFrom };
    }
    if (event.pointerType === 'touch') {
      touches.set(event.pointerId, event.clientX);
    }
  });
  area.addEventListener('pointermove', (event) => {
    if (touches.has(event.pointerId)) {
      const before = spread();
      touches.set(event.pointerId, event.clientX);
      if (touches.size === 2) {
        const middle = (Math.max(...touches.values()) + Math.min(...touches.values())) / 2;
        actions.zoom(spread() / Math.max(before, 1), middle);
        pressed = null;
        return;
      }
    }
    if (pressed === null) {
      actions.hover(event);
      return;
    }
    const [dx, dy] = [event.clientX - pressed.x, event.clientY - pressed.y];
    if (pressed.isDrag || Math.hypot(dx, dy) >= slack) {
      if (!pressed.isDrag) {
        area.setPointerCapture(event.pointerId);
        actions.leave();
      }
      const { boxFrom } = pressed;
      if (boxFrom === null) {
        actions.drag(dx, dy);
      } else {
        actions.box(ordered(boxFrom, event.clientX), false);
      }
      pressed = { x: event.clientX, y: event.clientY, isDrag: true, boxFrom };
    }
  });
  area.addEventListener('pointerup', (event) => {
    touches.delete(event.pointerId);
    if (pressed !== null && !pressed.isDrag) {
      actions.click(event);
    } else if (pressed !== null && pressed.boxFrom !== null) {
      actions.box(ordered(pressed.boxFrom, event.clientX), true);
    }
    pressed = null;
  });
  area.addEventListener('dblclick', (event) => {
    actions.doubleClick(event);
  });
  area.addEventListener('pointercancel', (event) => {
    touches.delete(event.pointerId);
    actions.box(null, true);
    pressed = null;
  });
  area.addEventListener('pointerleave', () => {
    actions.leave();
  });
  area.addEventListener(
    'wheel',
    (event) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : wheelLine;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        actions.zoom(Math.exp(-event.deltaY * unit * wheelZoom), event.clientX);
        return;
      }
      const sideways = event.deltaX !== 0 ? event.deltaX : event.shiftKey ? event.deltaY : 0;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        event.preventDefault();
        actions.drag(-sideways * unit, 0);
      }
    },
    { passive: false },
  );
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

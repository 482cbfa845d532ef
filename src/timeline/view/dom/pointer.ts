/** What the pointer asks for; positions are in pixels from the plot's left edge, or of the page. */
export interface PointerActions {
  hover(event: PointerEvent): void;
  leave(): void;
  click(event: PointerEvent): void;
  /** Moves the picture by so many pixels to the right and the bottom. */
  drag(dx: number, dy: number): void;
  zoom(factor: number, clientX: number): void;
}

/** A movement shorter than this many pixels is still a click. */
const slack = 4;
/** The picture grows by a tenth for so many pixels of the wheel. */
const wheelZoom = 0.0022;
const wheelLine = 16;

/** Turns pointer and wheel events over `area` into actions. */
export function listenToPointer(area: HTMLElement, actions: PointerActions): void {
  let pressed: { x: number; y: number; isDrag: boolean } | null = null;

  area.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && !isControl(event.target)) {
      pressed = { x: event.clientX, y: event.clientY, isDrag: false };
    }
  });
  area.addEventListener('pointermove', (event) => {
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
      actions.drag(dx, dy);
      pressed = { x: event.clientX, y: event.clientY, isDrag: true };
    }
  });
  area.addEventListener('pointerup', (event) => {
    if (pressed !== null && !pressed.isDrag) {
      actions.click(event);
    }
    pressed = null;
  });
  area.addEventListener('pointercancel', () => {
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

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

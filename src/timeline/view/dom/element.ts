interface Properties {
  readonly class?: string;
  /** Text content: it never becomes markup. */
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Makes an element. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly HTMLElement[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (properties.class !== undefined) {
    made.className = properties.class;
  }
  if (properties.text !== undefined) {
    made.textContent = properties.text;
  }
  for (const [name, value] of Object.entries(properties.attributes ?? {})) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A button with this text. */
export function button(text: string, onClick: () => void, properties: Properties = {}): HTMLButtonElement {
  const made = element('button', {
    ...properties,
    text,
    attributes: { type: 'button', ...properties.attributes },
  });
  made.addEventListener('click', onClick);
  return made;
}

/** Sets the text only when it differs: untouched nodes cost no layout and are not announced again. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Sets or, with null, removes an attribute, only when that changes something. */
export function setAttribute(node: HTMLElement, name: string, value: string | null): void {
  if (value === null) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

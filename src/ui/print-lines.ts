/**
 * Prints only a heading and lines below it, from a frame inside `place`. The frame is removed after printing, or
 * earlier by the returned function.
 */
export function printLines(place: Element, heading: string, lines: readonly string[]): () => void {
  const frame = document.createElement('iframe');
  frame.className = 'hidden'; // not `display: none`: Firefox prints nothing then
  frame.title = heading;
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  const remove = () => frame.remove();
  // In some browsers an empty frame has its document immediately; in others that document is replaced a moment later.
  frame.addEventListener('load', () => fill(frame, heading, lines, remove), { once: true });
  place.append(frame);
  return remove;
}

function fill(frame: HTMLIFrameElement, heading: string, lines: readonly string[], done: () => void): void {
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view || !page) return;
  const line = (tag: string, text: string) => {
    const element = page.createElement(tag);
    element.textContent = text;
    return element;
  };
  page.title = heading;
  page.body.append(line('h1', heading), ...lines.map((text) => line('p', text)));
  view.addEventListener('afterprint', done, { once: true });
  view.print();
}

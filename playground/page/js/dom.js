// Elements are made here and nowhere else: a text is set as text, never as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element. `props`: class, data (dataset), on (listeners), attributes; false and null leave one out. */
export function el(tag, props = {}, ...children) {
  return filled(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function svg(tag, props = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), props, children);
}

function filled(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "on") for (const [event, run] of Object.entries(value)) node.addEventListener(event, run);
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Scroll its row sideways until it is seen, or stands first. Unlike scrollIntoView, Tab still begins where it did. */
export function reveal(node, behavior = "auto", first = false) {
  const row = node.parentElement;
  const [one, all] = [node.getBoundingClientRect(), row.getBoundingClientRect()];
  const before = one.left - all.left;
  row.scrollBy({ left: first ? before : Math.min(0, before) || Math.max(0, one.right - all.right), behavior });
}

const ICONS = {
  attach: "M8 12.5 14.5 6a3 3 0 0 1 4.2 4.2l-8.6 8.6a5 5 0 0 1-7-7L11 4",
  send: "M4 12 20 4l-5 16-3.5-6.5z",
  more: "M12 5v.01M12 12v.01M12 19v.01",
  down: "M6 9l6 6 6-6",
  keys: "M4 7h16v10H4zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  close: "M6 6l12 12M18 6 6 18",
  panel: "M4 5h16v14H4zM14 5v14",
  play: "M8 5v14l11-7z",
  pin: "M12 21s7-6.5 7-11.5A7 7 0 0 0 5 9.5C5 14.5 12 21 12 21z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.8-3.5 3.6-5 7-5s6.2 1.5 7 5",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  plus: "M12 5v14M5 12h14",
  help: "M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8M12 17.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  muted: "M6 9v6h3l5 4V5L9 9zM17 9l4 6M21 9l-4 6",
};

/** A line icon by name; it says nothing to a screen reader. */
export function icon(name) {
  const path = svg("path", { d: ICONS[name] });
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, path);
}

/** A button with a word on it. While what it does is under way it does nothing more: a double click is one. */
export function button(label, run, props = {}) {
  let busy = false;
  const once = async (event) => {
    if (busy) return;
    busy = true;
    try {
      await run(event);
    } finally {
      busy = false;
    }
  };
  return el("button", { type: "button", ...props, on: { click: once } }, label);
}

/** A button that shows an icon and says a name. */
export function iconButton(name, label, run, props = {}) {
  const says = { type: "button", class: "icon-button", "aria-label": label, title: label };
  return el("button", { ...says, ...props, on: { click: run } }, icon(name));
}

/** Replace what is inside. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

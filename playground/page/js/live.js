// A node that is drawn again whenever a topic changes, for as long as it is in the page.

import { el, fill } from "./dom.js";
import { on } from "./store.js";

const living = new Set();
const topics = new Set();

/** `draw()` returns nodes; nothing is touched while they would look the same, so that a focus is not lost. */
export function live(what, draw, props = {}) {
  const node = el("div", props);
  living.add({ node, what, draw, drawn: "" });
  for (const topic of what) {
    if (topics.has(topic)) continue;
    topics.add(topic);
    on(topic, () => again(topic));
  }
  redraw([...living].at(-1));
  return node;
}

function again(topic) {
  for (const one of living) {
    if (!one.node.isConnected) living.delete(one);
    else if (one.what.includes(topic)) redraw(one);
  }
}

function redraw(one) {
  const fresh = el("div", {}, one.draw());
  if (fresh.innerHTML === one.drawn) return;
  one.drawn = fresh.innerHTML;
  const focused = one.node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  fill(one.node, [...fresh.childNodes]);
  if (focused) one.node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

/** What is said where the backstage is missing. */
export function absent(text) {
  return el("p", { class: "absent" }, text);
}

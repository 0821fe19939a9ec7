// The narrator's line above the phones.

import { el, fill, iconButton } from "./dom.js";
import { on, store } from "./store.js";
import { here, pick } from "./words.js";

/** Show the newest line; it can be put away. */
export function showNarrator() {
  on("narrator", draw);
}

function draw() {
  const node = document.getElementById("narrator");
  const line = store.narrated.at(-1);
  node.hidden = line === undefined;
  if (line) {
    fill(node, el("p", { "aria-live": "polite" }, pick(line.text)), iconButton("close", here("close"), () => { node.hidden = true; }));
  }
}

/** Draw it in another language, if it is there. */
export function redrawNarrator() {
  if (!document.getElementById("narrator").hidden) draw();
}

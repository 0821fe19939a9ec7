// Two lines below the bar: that the server is lost, hangs, is not ready yet or has told nothing yet; and that time runs on.

import { el, fill } from "./dom.js";
import { on, store } from "./store.js";
import { clockTime, homeZone, now } from "./time.js";
import { here, pick } from "./words.js";

const SOON = 400; // milliseconds; what is over by then needs no line
const FIRST = 1000; // milliseconds without a word of the server, after which the page says that it waits for one
let since = 0; // when time began to run
let before; // from where it ran last

/** Begin. */
export function showNotes() {
  on("connection", (there) => { store.connected = there; draw(); });
  for (const topic of ["answering", "opening", "language", "clock"]) on(topic, draw);
  setTimeout(draw, FIRST);
  on("busy", () => {
    if (store.busy.from !== before) since = performance.now();
    before = store.busy.from;
    setTimeout(drawRunning, SOON);
    drawRunning();
  });
  on("clock", drawRunning);
  on("language", drawRunning);
}

function draw() {
  const node = document.getElementById("lost");
  const text = trouble();
  node.hidden = text === "";
  node.classList.toggle("calm", store.opening !== null || store.clock === null);
  if (node.textContent !== text) node.textContent = text;
}

function trouble() {
  if (store.opening) return pick(store.opening);
  if (!store.connected) return here("lost");
  if (store.clock === null && store.answering) return performance.now() < FIRST ? "" : here("waits");
  return store.answering ? "" : here("hangs");
}

function drawRunning() {
  const node = document.getElementById("running");
  const { on: busy, from, to, passes } = store.busy;
  node.hidden = !busy || !to || performance.now() - since < SOON;
  if (node.hidden) return;
  const [begin, end, moment] = [Date.parse(from), Date.parse(to), now()];
  const text = here("time-runs", { to: clockTime(end, homeZone()) });
  if (node.firstElementChild?.textContent !== text) {
    fill(node, el("span", {}, text), el("progress", { max: "1", "aria-label": text }), el("span", { class: "passes" }));
  }
  node.lastElementChild.textContent = passes ? pick(passes) : "";
  node.children[1].value = Math.min(1, Math.max(0, (moment - begin) / Math.max(1, end - begin)));
}

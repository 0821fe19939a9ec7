// Short notes at the edge of the page, read out politely, and what a screen reader hears about new messages.

import { el } from "./dom.js";

const STAYS = 6000; // milliseconds

/** Show a note for a while. */
export function toast(text) {
  const note = el("div", { class: "toast" }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), STAYS);
}

let waiting = [];

/** Say it to a screen reader; what comes together is said together, and never more than the last three. */
export function announce(text) {
  if (waiting.push(text) > 1) return;
  setTimeout(() => {
    document.getElementById("announcer").textContent = waiting.slice(-3).join(". ");
    waiting = [];
  }, 400);
}

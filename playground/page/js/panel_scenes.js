// Scenes: a step, or all of it; and what the narrator said.

import { order } from "./backstage.js";
import { button, el } from "./dom.js";
import { absent, live } from "./live.js";
import { store } from "./store.js";
import { clockTime, homeZone } from "./time.js";
import { here, pick } from "./words.js";

/** The section. */
export function scenesSection() {
  return [el("h2", {}, here("scenes")), live(["backstage", "busy"], drawScenes), el("h2", {}, here("narrator")), live(["narrator"], drawNarrated)];
}

function drawScenes() {
  if (!store.backstage) return [absent(here("no-backstage"))];
  const busy = store.busy.on || store.backstage.busy || store.backstage.scenes.some(({ playing }) => playing);
  // A scene begins in a world of its own; one that nobody has touched yet is that already.
  const play = (scene, does) => order(...(scene.at || store.backstage.fresh ? ["scene", { id: scene.id, do: does }] : ["anew", { play: scene.id, do: does }]));
  return [el("p", { class: "note" }, here(busy ? "scenes-wait" : "anew-note")),
  button(here("anew"), () => order("anew", { play: "" }), { data: { key: "anew" } }),
  el("ul", { class: "scene-list" }, store.backstage.scenes.map(({ id, title, steps, at, playing }) =>
    el("li", {}, el("b", {}, pick(title)),
      el("span", { class: "progress" }, el("progress", { max: steps, value: at, "aria-label": pick(title) }),
        el("small", {}, here("step-of", { at, steps }))),
      el("span", { class: "buttons" },
        button(here("step"), () => play({ id, at }, "step"), { disabled: busy || at >= steps, data: { key: `${id}-step` } }),
        playing ? button(here("pause"), () => order("scene", { id, do: "pause" }), { data: { key: `${id}-all` } })
          : at >= steps ? button(here("play-again"), () => order("anew", { play: id, do: "all" }), { disabled: busy, data: { key: `${id}-all` } })
            : button(here("play-all"), () => play({ id, at }, "all"), { disabled: busy, data: { key: `${id}-all` } })))))];
}

function drawNarrated() {
  if (!store.narrated.length) return [el("p", { class: "absent" }, here("nothing-narrated"))];
  return [el("ol", { class: "narrated" }, store.narrated.slice(-30).map(({ at, text }) =>
    el("li", {}, el("small", {}, clockTime(Date.parse(at), homeZone())), el("span", {}, pick(text)))))];
}

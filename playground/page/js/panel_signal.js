// What can go wrong at Signal: the daemon is gone, sends fail, the stream of what comes in breaks.

import { button, el } from "./dom.js";
import { field } from "./dialog.js";
import { live } from "./live.js";
import { post } from "./server.js";
import { store } from "./store.js";
import { here } from "./words.js";

const KINDS = ["network", "rate_limit", "no_keys", "captcha", "drop_before", "drop_after", "twice"];
const TIMES = [1, 3, 10, null];

/** The part of the section. */
export function signalFaults() {
  return [el("h2", {}, "Signal"), live(["faults"], drawDown), form(), live(["faults"], drawFaults)];
}

function drawDown() {
  const { down } = store.faults.signal;
  const change = () => post("playground/signal/down", { down: !down });
  return [el("button", { type: "button", role: "switch", class: "switch", "aria-checked": String(down), data: { key: "signal-down" }, on: { click: change } },
    here("signal-unreachable"))];
}

function form() {
  const kind = el("select", {}, KINDS.map((one) => el("option", { value: one }, here(`fault-signal_${one}`))));
  const times = el("select", {}, TIMES.map((one) => el("option", { value: String(one) }, one === null ? here("until-healed") : here("times", { count: one }))));
  const add = () => post("playground/signal/faults", { kind: kind.value, times: times.value === "null" ? null : Number(times.value) });
  return el("div", { class: "fault-form" }, field(here("signal-what"), kind), field(here("how-often"), times),
    button(here("signal-add"), add, { class: "main" }));
}

function drawFaults() {
  const { left, stream } = store.faults.signal;
  const breaks = { before: "drop_before", after: "drop_after", twice: "twice" }[stream];
  return [left > 0 && el("p", { class: "note" }, here("signal-fault-left", { count: left })),
    breaks && el("p", { class: "note" }, here(`fault-signal_${breaks}`))];
}

/** Everything works again. */
export async function healSignal() {
  await post("playground/signal/faults", {}, "DELETE");
  await post("playground/signal/down", { down: false });
}

/** Whether there is anything to heal. */
export function signalFails() {
  const { down, left, stream } = store.faults.signal;
  return down || left > 0 || stream !== "";
}

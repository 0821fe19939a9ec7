// Every call of the bot and every update, newest first; a click shows the JSON.

import { showText } from "./dialog.js";
import { el, fill } from "./dom.js";
import { get } from "./server.js";
import { nameOf, on, store } from "./store.js";
import { clockTime, homeZone } from "./time.js";
import { here, pageLanguage } from "./words.js";

const MOST = 250; // lines on the page
const FILTERS = {
  all: () => true,
  calls: ({ kind }) => kind === "call",
  updates: ({ kind }) => kind === "update",
  problems: (line) => Boolean(line.fault || line.error),
};
const filter = { which: "all", text: "", polls: false };
const drawn = new Map(); // sequence → node
let list = null;
let listening = false;

/** The section. */
export function logSection() {
  const which = el("select", { "aria-label": here("log-which"), on: { change: () => { filter.which = which.value; drawAll(); } } },
    Object.keys(FILTERS).map((one) => el("option", { value: one, selected: one === filter.which }, here(`log-${one}`))));
  const text = el("input", { type: "search", placeholder: here("log-filter"), "aria-label": here("log-filter"), value: filter.text,
    on: { input: () => { filter.text = text.value.toLowerCase(); drawAll(); } } });
  const polls = el("input", { type: "checkbox", checked: filter.polls, on: { change: () => { filter.polls = polls.checked; drawAll(); } } });
  list = el("ol", { class: "log", "aria-label": here("section-log") });
  drawAll();
  if (!listening) on("log", add);
  listening = true;
  return [el("div", { class: "log-filter" }, which, text, el("label", { class: "check" }, polls, here("log-polls"))), list];
}

function wanted(line) {
  if (!filter.polls && line.name === "getUpdates" && !line.error && !line.fault) return false;
  if (!FILTERS[filter.which](line)) return false;
  return !filter.text || `${line.name} ${who(line)} ${line.text} ${line.error}`.toLowerCase().includes(filter.text);
}

function who({ chat_id: chat }) {
  return chat === null || chat === undefined ? "" : nameOf(Number(chat));
}

function drawAll() {
  drawn.clear();
  const lines = [...store.log.values()].filter(wanted).slice(-MOST);
  fill(list, lines.reverse().map(row));
}

function add(lines) {
  for (const line of lines) {
    const known = drawn.get(line.sequence);
    if (!wanted(line)) {
      known?.remove();
      drawn.delete(line.sequence);
    } else if (known) known.replaceWith(row(line));
    else list.prepend(row(line));
  }
  while (list.children.length > MOST) {
    drawn.delete(Number(list.lastElementChild.dataset.sequence));
    list.lastElementChild.remove();
  }
}

function row(line) {
  const call = line.kind === "call";
  const bad = Boolean(line.fault || line.error);
  const result = line.fault ? here(`fault-${line.fault}`) : line.error || (call ? (line.status ?? "…") : "");
  const node = el("li", { class: `${line.kind} ${bad ? "bad" : ""}`, data: { sequence: line.sequence } },
    el("button", { type: "button", on: { click: () => open(line) } },
      el("time", {}, clockTime(Date.parse(line.at), homeZone(), true)),
      el("span", { class: "way", role: "img", "aria-label": here(call ? "log-call" : "log-update") }, call ? "→" : "←"),
      el("b", {}, line.name), el("span", { class: "result" }, String(result)),
      (who(line) || line.text) && el("span", { class: "about" }, [who(line), line.text].filter(Boolean).join(": "))));
  drawn.set(line.sequence, node);
  return node;
}

async function open({ sequence, name }) {
  const whole = await get(`playground/log/${sequence}`);
  if (whole) showText(`${name} · ${sequence}`, JSON.stringify(whole, null, 2), { language: pageLanguage() });
}

// Backstage: a panel beside the phones with time, scenes, faults, and what happens inside.

import { el, fill, iconButton, reveal } from "./dom.js";
import { faultsSection } from "./panel_faults.js";
import { insideSection } from "./panel_inside.js";
import { logSection } from "./log.js";
import { scenesSection } from "./panel_scenes.js";
import { timeSection } from "./panel_time.js";
import { here } from "./words.js";

const SECTIONS = [["time", timeSection], ["scenes", scenesSection], ["faults", faultsSection], ["inside", insideSection], ["log", logSection]];
const node = document.getElementById("panel");
let chosen = "time";

/** Begin. Each section draws itself again when what it shows changes. */
export function showPanel() {
  draw();
  node.addEventListener("keydown", (event) => { if (event.key === "Escape") togglePanel(); });
}

/** Draw it in another language. */
export function redrawPanel() {
  draw();
}

/** Open or close it. */
export function togglePanel() {
  node.hidden = !node.hidden;
  document.body.classList.toggle("with-panel", !node.hidden);
  const opener = document.getElementById("panel-button");
  opener.setAttribute("aria-expanded", String(!node.hidden));
  if (node.hidden) opener.focus();
  else node.querySelector('[role="tab"][aria-selected="true"]').focus();
}

function draw() {
  const tabs = SECTIONS.map(([name]) => el("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `section-${name}`,
    on: { click: () => choose(name), keydown: step } }, here(`section-${name}`)));
  const bodies = SECTIONS.map(([name, make]) => el("div", { role: "tabpanel", id: `section-${name}`, class: `section ${name}`, "aria-labelledby": `tab-${name}`,
    tabindex: "0" }, make()));
  fill(node, el("header", { class: "panel-head" }, el("div", { role: "tablist", "aria-label": here("backstage") }, tabs),
    iconButton("close", here("close"), togglePanel)), bodies);
  choose(chosen);
}

function choose(name) {
  chosen = name;
  for (const [one] of SECTIONS) {
    const tab = document.getElementById(`tab-${one}`);
    tab.setAttribute("aria-selected", String(one === name));
    tab.tabIndex = one === name ? 0 : -1;
    if (one === name && !node.hidden) reveal(tab);
    document.getElementById(`section-${one}`).hidden = one !== name;
  }
}

function step(event) {
  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  if (!(event.key in steps)) return;
  const at = SECTIONS.findIndex(([name]) => name === chosen) + steps[event.key];
  choose(SECTIONS[(at + SECTIONS.length) % SECTIONS.length][0]);
  document.getElementById(`tab-${chosen}`).focus();
}

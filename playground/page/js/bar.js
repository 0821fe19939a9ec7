// The top bar: the place's time and how to move it, the bot, the language, and the way behind the stage.

import { order } from "./backstage.js";
import { button, el, fill, icon } from "./dom.js";
import { callGuide } from "./guide.js";
import { cities, cityName } from "./map.js";
import { redrawNarrator } from "./narrator.js";
import { redrawPanel, togglePanel } from "./panel.js";
import { redrawPhones } from "./phones.js";
import { signalFails } from "./panel_signal.js";
import { post } from "./server.js";
import { emit, on, store } from "./store.js";
import { clockTime, day, homeZone, now } from "./time.js";
import { here, keepLanguage, LANGUAGES, pageLanguage, setLanguage } from "./words.js";

const STEPS = [["plus-1-min", 60], ["plus-5-min", 300], ["plus-1-h", 3600]];
const DESTINATIONS = [["to-next-timer", "next_timer"], ["to-digest", "digest"]];
const BETWEEN = 3000; // milliseconds between two polls: it is busy, not gone
const SILENT = 10000; // milliseconds after which a process that runs does not seem to listen
let busy = false;

/** Begin. */
export function showBar() {
  draw();
  on("tick", () => { drawClock(); drawBot(); });
  on("answering", drawBot);
  on("busy", drawWaiting);
  on("bot", drawBot);
  on("faults", drawBot);
  on("backstage", () => { drawBot(); drawDestinations(); drawGuideButton(); });
}

function draw() {
  fill(document.getElementById("time-buttons"),
    STEPS.map(([key, seconds]) => button(here(key), () => advance(seconds), { data: { seconds } })),
    DESTINATIONS.map(([key, to]) => button(here(key), () => jump(to), { data: { to } })));
  const languages = el("select", { "aria-label": here("page-language"), on: { change: () => changeLanguage(languages.value) } },
    Object.entries(LANGUAGES).map(([code, label]) => el("option", { value: code, selected: code === pageLanguage() }, label)));
  const panel = button([icon("panel"), el("span", { class: "label" }, here("backstage"))], togglePanel,
    { class: "panel-button", "aria-label": here("backstage"), id: "panel-button", "aria-expanded": String(!document.getElementById("panel").hidden), "aria-controls": "panel" });
  const guide = button([icon("help"), el("span", { class: "label" }, here("guide"))], callGuide,
    { class: "guide-button", "aria-label": here("guide"), title: here("guide"), id: "guide-button", hidden: true });
  fill(document.getElementById("bar-end"), guide, languages, panel);
  drawGuideButton();
  drawClock();
  drawBot();
  drawDestinations();
}

function changeLanguage(language) {
  keepLanguage(language);
  setLanguage(language);
  draw();
  redrawNarrator();
  redrawPanel();
  redrawPhones();
  emit("language");
}

function drawClock() {
  if (!store.clock) return;
  const moment = now();
  const zone = homeZone();
  const city = cities().find((one) => one.zone === zone);
  const time = document.getElementById("clock-time");
  time.textContent = clockTime(moment, zone, true);
  time.dateTime = new Date(moment).toISOString();
  const date = day(moment, pageLanguage(), zone, true);
  document.getElementById("clock-date").textContent = city ? `${date} · ${cityName(city, pageLanguage())}` : date;
}

async function once(run) {
  if (busy || store.busy.on) return; // a double click is one step, and nobody moves time while it moves
  busy = true;
  drawWaiting();
  await run();
  busy = false;
  drawWaiting();
}

/** Buttons that have to wait say so; they keep the focus. */
function drawWaiting() {
  const waiting = busy || store.busy.on;
  for (const node of document.querySelectorAll("#time-buttons button")) {
    node.setAttribute("aria-disabled", String(waiting));
    if (waiting) node.title = here("time-waits");
    else if (!node.disabled) node.title = "";
  }
}

function drawGuideButton() {
  const node = document.getElementById("guide-button");
  if (node) node.hidden = !store.backstageThere;
}

function advance(seconds) {
  const whole = store.backstageThere === true; // then every timer on the way runs at its own moment
  return once(() => whole ? order("clock", { advance_seconds: seconds }) : post("playground/clock", { advance_seconds: seconds }));
}

function jump(to) {
  return once(() => order("clock", { to }));
}

function drawDestinations() {
  const there = store.backstageThere === true;
  const due = { next_timer: there && (store.backstage.timers.length > 0 || store.backstage.digest_due !== null), digest: there && store.backstage.digest_due !== null };
  for (const node of document.querySelectorAll("#time-buttons [data-to]")) {
    node.disabled = !due[node.dataset.to];
    node.title = there ? "" : here("needs-backstage");
  }
  drawWaiting();
}

function drawBot() {
  const pill = document.getElementById("bot-pill");
  const [state, text] = botState();
  pill.dataset.state = state;
  if (pill.textContent !== text) pill.textContent = text;
}

/** What the bot does: a state for the colour, and words. */
export function botState() {
  if (store.clock === null) return ["off", here("connecting")];
  const { pending } = store.bot;
  if (store.connected && !store.answering) return ["bad", here("server-silent")];
  if (store.faults.down) return ["bad", here("telegram-down")];
  if (store.faults.signal.down) return ["bad", here("signal-down")];
  const running = store.backstage ? store.backstage.bot.running : recently();
  if (!running) return [pending ? "bad" : "off", pending ? here("bot-gone-waiting", { count: pending }) : here("bot-gone")];
  const struck = store.faults.faults.some(({ left }) => left !== 0) || signalFails();
  if (struck) return ["warn", here("faults-on")];
  return recently(SILENT) ? ["good", here("bot-there")] : ["warn", here("bot-silent")];
}

let heardAt = -Infinity;

function recently(span = BETWEEN) {
  if (store.bot.listening) heardAt = performance.now();
  return performance.now() - Math.max(heardAt, span === SILENT ? 0 : -Infinity) < span;
}

// The first minute: a line says what to press, and the button is marked. It can be left at any time, and called again.

import { button, el } from "./dom.js";
import { live } from "./live.js";
import { leadTo, phoneOf } from "./phones.js";
import { act, get, post } from "./server.js";
import { emit, on, store } from "./store.js";
import { here, pageLanguage, pick } from "./words.js";

const LEFT = "guide-left";
const SOON = 120; // milliseconds; messages come together
const node = document.getElementById("guide");
let guiding = localStorage.getItem(LEFT) === null;
let asked = null;
let led = ""; // to which phone and button it has led last

/** Begin, if nobody has left it. */
export function showGuide() {
  node.append(live(["hints", "language", "backstage"], draw, { class: "guide-body" }));
  on("messages", ask);
  on("person", ask);
  on("backstage", () => { if (store.hints === null) ask(); else mark(); });
  on("cast", mark);
  on("tick", mark);
  on("language", () => { led = ""; mark(); });
}

/** Whether it is on. */
export function isGuiding() {
  return guiding;
}

/** Call it: a new report, from its beginning. */
export async function callGuide() {
  guiding = true;
  localStorage.removeItem(LEFT);
  led = "";
  take(await post("backstage/guide", { do: "begin" }));
}

function leave() {
  guiding = false;
  localStorage.setItem(LEFT, "yes");
  document.getElementById("guide-button")?.focus();
  emit("hints");
  mark();
}

function ask() {
  if (!guiding || !store.backstageThere || asked) return;
  asked = setTimeout(async () => {
    asked = null;
    take(await get("backstage/guide"));
  }, SOON);
}

function take(found) {
  if (!found) return;
  store.hints = found;
  emit("hints");
  mark();
}

function hint() {
  const scene = store.backstage?.scenes.some(({ playing }) => playing);
  return guiding && !scene ? (store.hints?.[pageLanguage()] ?? null) : null;
}

function draw() {
  const found = hint();
  node.hidden = found === null;
  if (!found) return [];
  const { step, of, text, types, press, chat_id: chat } = found;
  return [el("span", { class: "steps", role: "img", "aria-label": here("step-of", { at: step, steps: of }) },
    Array.from({ length: of }, (_, at) => el("i", { class: at < step ? "done" : at === step ? "now" : "" }))),
  el("p", {}, pick(text)),
  el("span", { class: "guide-buttons" },
    types && button(here("guide-write", { text: types }), () => act(chat, "write", { text: types }), { class: "main", data: { key: "guide-write" } }),
    press && button(here("guide-show"), goThere, { class: "main", data: { key: "guide-show" } }),
    step > 0 && button(here("guide-anew"), callGuide, { data: { key: "guide-anew" } }),
    button(here("guide-leave"), leave, { data: { key: "guide-leave" } }))];
}

/** The button to press now, if it is there. */
function target() {
  const { press, chat_id: chat } = hint() ?? {};
  const phone = document.getElementById(`phone-${chat}`);
  if (!press || !phone) return null;
  if (press === "start") return phone.querySelector(".closed button.main");
  return [...phone.querySelectorAll(`[data-press="${CSS.escape(press)}"]`)].at(-1) ?? null;
}

function mark() {
  const found = hint();
  const button = target();
  for (const one of document.querySelectorAll(".press-here")) if (one !== button) one.classList.remove("press-here");
  for (const one of document.querySelectorAll(".phone.guided")) one.classList.toggle("guided", Number(one.dataset.chat) === found?.chat_id);
  if (!found?.chat_id) return;
  document.getElementById(`phone-${found.chat_id}`)?.classList.add("guided");
  const now = `${found.chat_id} ${found.press}`;
  if ((button || !("press" in found)) && led !== now) { // at its end, to who reported
    phoneOf(Number(led.split(" ")[0]))?.stick();
    led = now;
    leadTo(found.chat_id);
    if (button) inSight(button);
  }
  button?.classList.add("press-here");
}

function inSight(button) {
  const scroller = button.closest(".scroller");
  if (!scroller) return;
  const [one, all] = [button.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (one.top < all.top) scroller.scrollTop -= all.top - one.top + 40;
  else if (one.bottom > all.bottom) scroller.scrollTop += one.bottom - all.bottom + 40;
}

function goThere() {
  leadTo(hint().chat_id);
  const button = target();
  if (button) inSight(button);
  button?.focus({ preventScroll: true });
}

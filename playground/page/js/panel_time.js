// Timers that are due, and when the next digest comes.

import { el } from "./dom.js";
import { absent, live } from "./live.js";
import { store } from "./store.js";
import { clockTime, day, homeZone, now } from "./time.js";
import { here, pageLanguage, pick } from "./words.js";

/** The section. */
export function timeSection() {
  return [el("h2", {}, here("timers")), live(["backstage", "tick"], draw)];
}

function draw() {
  if (!store.backstage) return [absent(here("no-backstage"))];
  const { timers, digest_due: digest } = store.backstage;
  const due = timers.map((timer) => [timer.due, pick(timer.what), timer.subject])
    .concat(digest ? [[digest, here("digest"), ""]] : [])
    .sort(([a], [b]) => Date.parse(a) - Date.parse(b));
  if (!due.length) return [el("p", { class: "absent" }, here("no-timers"))];
  return [el("ol", { class: "timers" }, due.map(([at, what, subject]) =>
    el("li", {}, el("span", { class: "due" }, el("b", {}, clockTime(Date.parse(at), homeZone())), el("small", {}, left(at))),
      el("span", { class: "what" }, what, subject && el("small", {}, String(subject))))))];
}

/** How long until then; of another day, which one. */
function left(at) {
  const [when, zone, language] = [Date.parse(at), homeZone(), pageLanguage()];
  const minutes = Math.round((when - now()) / 60000);
  if (minutes <= 0) return here("due-now");
  if (minutes < 100) return here("in-minutes", { count: minutes });
  if (day(when, language, zone) !== day(now(), language, zone)) return day(when, language, zone);
  return here("in-hours", { count: Math.round(minutes / 60) });
}

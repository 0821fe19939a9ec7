// The bot's own state: what waits in its inbox, and in each lane of its outbox.

import { el } from "./dom.js";
import { absent, live } from "./live.js";
import { store } from "./store.js";
import { here, pick } from "./words.js";

/** The section. */
export function insideSection() {
  return [el("h2", {}, here("at-messengers")), live(["bot"], drawQueue), el("h2", {}, here("inbox")), live(["backstage"], drawInbox),
    el("h2", {}, here("outbox")), live(["backstage"], drawLanes)];
}

function figures(...pairs) {
  return el("dl", { class: "figures" }, pairs.map(([label, value, bad]) => el("div", { class: bad ? "bad" : "" }, el("dt", {}, label), el("dd", {}, String(value)))));
}

function drawQueue() {
  return [figures([here("updates-waiting"), store.bot.pending, store.bot.pending > 0])];
}

function drawInbox() {
  if (!store.backstage) return [absent(here("no-backstage"))];
  const { open, parked } = store.backstage.inbox;
  return [figures([here("inbox-open"), open], [here("inbox-parked"), parked, parked > 0])];
}

function drawLanes() {
  if (!store.backstage) return [absent(here("no-backstage"))];
  const { lanes } = store.backstage;
  return [el("table", { class: "lanes" },
    el("thead", {}, el("tr", {}, [here("lane"), here("waiting"), here("oldest")].map((label) => el("th", { scope: "col" }, label)))),
    el("tbody", {}, lanes.map(({ lane, waiting, oldest_seconds: oldest }) =>
      el("tr", {}, el("th", { scope: "row" }, pick(lane)), el("td", {}, String(waiting)),
        el("td", {}, waiting ? here("seconds", { count: Math.round(oldest ?? 0) }) : "–")))))];
}

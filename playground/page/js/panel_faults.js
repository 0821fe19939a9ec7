// What can go wrong: Telegram answers badly, not at all, or a person blocks the bot; and the bot is killed.

import { order } from "./backstage.js";
import { button, el } from "./dom.js";
import { field } from "./dialog.js";
import { absent, live } from "./live.js";
import { act, post } from "./server.js";
import { nameOf, store } from "./store.js";
import { healSignal, signalFails, signalFaults } from "./panel_signal.js";
import { here } from "./words.js";
import { cards } from "./people.js";

const KINDS = ["too_many", "error_500", "bad_gateway", "portal", "rejected", "hang_before", "hang_after", "close_before", "close_after",
  "half_answer"];
const SENDING = ["sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageReplyMarkup", "deleteMessage", "deleteMessages"];
const TIMES = [1, 3, 10, null];

/** The section. */
export function faultsSection() {
  return [el("h2", {}, here("the-bot")), live(["backstage", "bot"], drawBot),
    el("h2", {}, here("telegram")), live(["faults"], drawDown), ...form(), live(["faults"], drawFaults), ...signalFaults(), live(["faults"], drawHeal),
    el("h2", {}, here("blocks")), live(["person", "cast"], drawBlocks)];
}

function drawBot() {
  if (!store.backstage) return [absent(here("no-backstage"))];
  const { running, pid, restarts } = store.backstage.bot;
  const does = (what) => () => order("bot", { do: what });
  return [el("p", { class: "note" }, running ? here("bot-runs", { pid, restarts }) : here("bot-stopped")),
    el("div", { class: "buttons" },
      button(here("bot-kill"), does("kill"), { class: "danger", disabled: !running, data: { key: "kill" } }),
      button(here("bot-start"), does("start"), { class: "success", disabled: running, data: { key: "start" } }),
      button(here("bot-restart"), does("restart"), { disabled: !running, data: { key: "restart" } }))];
}

function drawDown() {
  const { down } = store.faults;
  const change = () => post("playground/down", { down: !down });
  return [el("button", { type: "button", role: "switch", class: "switch", "aria-checked": String(down), data: { key: "down" }, on: { click: change } },
    here("telegram-unreachable"))];
}

function form() {
  const kind = el("select", {}, KINDS.map((one) => el("option", { value: one }, here(`fault-${one}`))));
  const times = el("select", {}, TIMES.map((one) => el("option", { value: String(one) }, one === null ? here("until-healed") : here("times", { count: one }))));
  const which = el("select", {}, el("option", { value: "sending" }, here("calls-sending")), el("option", { value: "all" }, here("calls-all")));
  const add = () => post("playground/faults", { kind: kind.value, times: times.value === "null" ? null : Number(times.value),
    methods: which.value === "sending" ? SENDING : null, retry_after: 5 });
  return [el("div", { class: "fault-form" }, field(here("what-happens"), kind),
    el("div", { class: "pair" }, field(here("how-often"), times), field(here("which-calls"), which)),
    button(here("fault-add"), add, { class: "main" }))];
}

function drawFaults() {
  const active = store.faults.faults.filter(({ left }) => left !== 0);
  return [active.length > 0 && el("ul", { class: "plain" }, active.map(({ kind, left, hits }) =>
    el("li", {}, el("b", {}, here(`fault-${kind}`)), el("small", {}, here("fault-left", { left: left ?? "∞", hits }))))),
    el("p", { class: "note" }, here("fault-hits", { count: store.faults.hits }))];
}

function drawHeal() {
  const active = store.faults.faults.some(({ left }) => left !== 0);
  const heal = async () => {
    await post("playground/faults", {}, "DELETE");
    await post("playground/down", { down: false });
    await healSignal();
  };
  return [button(here("heal"), heal, { disabled: !active && !store.faults.down && !signalFails(), data: { key: "heal" } })];
}

function drawBlocks() {
  const people = cards().filter(({ person_id: id, chat_id: chat }) => id && id === chat).map(({ person_id: id }) => store.people.get(id)).filter(Boolean);
  return [el("ul", { class: "plain" }, people.map((person) => el("li", {},
    el("button", { type: "button", role: "switch", class: "switch", "aria-checked": String(person.blocked), data: { key: `block-${person.id}` },
      on: { click: () => act(person.id, person.blocked ? "unblock" : "block") } }, nameOf(person.id)))))];
}

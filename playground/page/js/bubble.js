// One message as a phone shows it.

import { el, icon } from "./dom.js";
import { styled } from "./entities.js";
import { content } from "./contents.js";
import { inlineKeyboard } from "./keyboard.js";
import { nameOf } from "./store.js";
import { clockTime } from "./time.js";
import { say } from "./words.js";

/** The list item of a message. `phone` knows language, zone, viewer and what a tap or a menu does. */
export function bubble(line, phone) {
  const { message } = line;
  const own = line.sender === phone.viewer;
  if (line.vanished) return el("li", { class: "line", data: { id: line.id }, hidden: true });
  if (isGone(line, phone)) {
    return el("li", { class: `line gone ${own ? "own" : ""}`, data: { id: line.id }, tabindex: "-1" },
      el("span", {}, say(phone.language, "deleted")));
  }
  const text = message.text ?? message.caption;
  const item = el("li", { class: `line ${own ? "own" : "theirs"}`, data: { id: line.id, sender: line.sender }, tabindex: "-1" },
    el("div", { class: "bubble", on: { click: (event) => phone.kit.clicked(line, phone, event) } },
      !own && phone.many && el("span", { class: "sender" }, senderName(line, phone)),
      message.forward_origin && el("span", { class: "origin" }, origin(message.forward_origin, phone)),
      message.reply_to_message && quote(message.reply_to_message, phone),
      content(message, phone),
      text && el("div", { class: "text", dir: "auto" }, styled(text, message.entities ?? message.caption_entities, phone.onCommand)),
      foot(line, own, phone),
      moreButton(line, phone)),
    phone.kit.sign(line, phone),
    message.reply_markup?.inline_keyboard && inlineKeyboard(message.reply_markup.inline_keyboard, line, phone));
  item.setAttribute("aria-label", spoken(line, phone));
  return item;
}

/** Whether this phone shows it no more. */
export function isGone(line, phone) {
  return line.deleted || line.hidden.includes(phone.viewer);
}

/** The message in one sentence, for a screen reader. */
export function spoken(line, phone) {
  const { message } = line;
  const who = line.sender === phone.viewer ? say(phone.language, "you") : senderName(line, phone);
  const kind = KINDS.find((one) => one in message);
  const what = [kind && say(phone.language, `kind-${kind}`), message.text ?? message.caption].filter(Boolean).join(", ");
  return `${who}, ${clockTime(message.date * 1000, phone.zone)}: ${what}`;
}

const KINDS = ["location", "contact", "photo", "voice", "video", "video_note", "audio", "document", "sticker"];

function senderName(line, phone) {
  return phone.channel ? nameOf(phone.chatId) : nameOf(line.sender);
}

function origin(from, phone) {
  const name = from.sender_user_name ?? from.sender_user?.first_name ?? from.chat?.title ?? "?";
  return say(phone.language, "forwarded", { name });
}

function quote(replied, phone) {
  const who = replied.from?.id === phone.viewer ? say(phone.language, "you") : nameOf(replied.from?.id ?? phone.chatId);
  return el("div", { class: "quote" }, el("b", {}, who), el("span", {}, replied.text ?? replied.caption ?? "…"));
}

function foot(line, own, phone) {
  const { message } = line;
  const time = clockTime(message.date * 1000, phone.zone);
  const whole = new Date(message.date * 1000).toISOString();
  return el("span", { class: "foot" },
    line.silent && el("span", { class: "silent", title: say(phone.language, "silent") }, icon("muted")),
    message.edit_date && el("span", { class: "edited" }, say(phone.language, "edited")),
    el("time", { datetime: whole }, time),
    phone.kit.mark(line, phone),
    own && !phone.many && ticks(line, phone));
}

function ticks(line, phone) {
  const node = el("span", { class: "ticks", role: "img" });
  setTicks(node, phone.isWaiting(line.id), phone.language);
  return node;
}

/** One tick: it waits for the bot; two: the bot has it. */
export function setTicks(node, waiting, language) {
  const key = waiting ? "tick-waiting" : "tick-taken";
  node.textContent = waiting ? "✓" : "✓✓";
  node.setAttribute("aria-label", say(language, key));
  node.title = say(language, key);
}

function moreButton(line, phone) {
  const label = say(phone.language, "message-menu");
  const node = el("button", { type: "button", class: "more", tabindex: "-1", "aria-label": label, title: label, "aria-haspopup": "menu",
    on: { click: () => phone.onMenu(line, node) } }, icon("down"));
  return node;
}

// What can be done with a message, and with a phone.

import { openDialog, showText } from "./dialog.js";
import { el } from "./dom.js";
import { act, post } from "./server.js";
import { nameOf, store } from "./store.js";
import { say } from "./words.js";

/** The menu of a message. */
export function messageEntries(phone, line) {
  const says = (key) => say(phone.language, key);
  const { message } = line;
  const own = line.sender === phone.viewer;
  const text = message.text ?? message.caption;
  const json = ["JSON", () => showText("JSON", JSON.stringify(message, null, 2), phone)];
  if (line.deleted || line.hidden.includes(phone.viewer)) return [json];
  const chat = { chat_id: phone.chatId, message_id: line.id };
  return [
    !phone.channel && [says("reply"), () => phone.composer.begin("reply", line)],
    own && text !== undefined && !message.forward_origin && [says("edit"), () => phone.composer.begin("edit", line)],
    text !== undefined && [says("copy"), () => navigator.clipboard.writeText(text)],
    [says("forward-to"), () => forward(phone, line)],
    json,
    phone.viewer !== 0 && [says("delete"), () => act(phone.viewer, "delete", chat), "danger"],
  ].filter(Boolean);
}

function forward(phone, line) {
  const { viewer, language } = phone;
  const people = phone.many ? store.chats.get(phone.chatId).members : [viewer];
  const targets = people.flatMap((person) => [
    { person, chat: person, label: `${nameOf(person)} → ${nameOf(store.bot.bot.id)}` },
    ...[...store.chats.values()]
      .filter((chat) => chat.type !== "private" && chat.type !== "channel" && chat.members.includes(person))
      .map((chat) => ({ person, chat: chat.id, label: `${nameOf(person)} → ${chat.title}` })),
  ]);
  const choice = el("select", { "aria-label": say(language, "forward-to") }, targets.map(({ label }, at) => el("option", { value: at }, label)));
  openDialog(say(language, "forward-to"), choice, [
    [say(language, "cancel"), () => true],
    [say(language, "forward"), () => {
      const { person, chat } = targets[Number(choice.value)];
      return act(person, "forward", { message_id: line.id, from_chat_id: phone.chatId, chat_id: chat });
    }],
  ], { language });
}

/** The menu of a phone. */
export function phoneEntries(phone) {
  const says = (key) => say(phone.language, key);
  const chat = store.chats.get(phone.chatId);
  const json = ["JSON", () => showText("JSON", JSON.stringify({ chat, person: store.people.get(phone.viewer) }, null, 2), phone)];
  if (phone.channel || !phone.viewer) return [json];
  if (phone.many) {
    const inside = chat.bot !== "left" && chat.bot !== "kicked";
    const turns = (status) => () => post(`playground/chats/${phone.chatId}/bot`, { status, by: phone.viewer });
    return [inside ? [says("remove-bot"), turns("kicked"), "danger"] : [says("add-bot"), turns("member")], json];
  }
  const person = store.people.get(phone.viewer);
  const does = (name) => () => act(phone.viewer, name);
  return [
    [says("start"), does("start")],
    person?.blocked ? [says("unblock"), does("unblock")] : [says("block"), does("block"), "danger"],
    person?.offline ? [says("go-online"), does("online")] : [says("go-offline"), does("offline")],
    json,
  ];
}

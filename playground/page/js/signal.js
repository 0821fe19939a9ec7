// A phone with Signal: nothing is pressed there; signs on messages, messages that disappear, a key that may be another.

import { showText } from "./dialog.js";
import { el } from "./dom.js";
import { act } from "./server.js";
import { store } from "./store.js";
import { say } from "./words.js";

const SIGNS = ["👍", "👎"];
const HOUR = 3600; // seconds
const LASTS = [["signal-hour", HOUR], ["signal-day", 24 * HOUR], ["signal-never", 0]];

/** See kits.js. */
export const SIGNAL = {
  name: "Signal",
  starts: false,
  attaches: ["attach-photo", "attach-sample-photo", "attach-voice", "attach-document", "attach-own-contact", "attach-contact"],
  notes,
  messageEntries,
  phoneEntries,
  mark,
  sign,
  clicked,
  seen,
};

/** What the phone tells at its top. */
function notes(person, says) {
  const lasts = LASTS.find(([, seconds]) => seconds && seconds === person.disappearing);
  return [
    !person.registered && says("signal-left"),
    person.wrote && !person.accepted && says("signal-request"),
    !person.trusted && says("signal-untrusted"),
    person.wrong_clock && says("signal-seventies"),
    person.disappearing > 0 && says("signal-disappear", { time: lasts ? says(lasts[0]) : says("seconds", { count: person.disappearing }) }),
  ].filter(Boolean);
}

function messageEntries(phone, line) {
  const says = (key) => say(phone.language, key);
  const { message } = line;
  const own = line.sender === phone.viewer;
  const json = ["JSON", () => showText("JSON", JSON.stringify(line, null, 2), phone)];
  if (line.deleted) return [json];
  const about = { message_id: line.id };
  return [
    ...(own ? [] : SIGNS.map((emoji) => [emoji, () => act(phone.viewer, "react", { ...about, emoji })])),
    [says("reply"), () => phone.composer.begin("reply", line)],
    own && message.text && [says("edit"), () => phone.composer.begin("edit", line)],
    message.text && [says("copy"), () => navigator.clipboard.writeText(message.text)],
    line.history.length > 0 && [says("signal-history"), () => showText(says("signal-history"), line.history.join("\n\n"), phone)],
    json,
    [says(own ? "signal-delete-both" : "delete"), () => act(phone.viewer, "delete", about), "danger"],
  ].filter(Boolean);
}

function phoneEntries(phone) {
  const says = (key, values) => say(phone.language, key, values);
  const person = store.people.get(phone.viewer);
  const does = (name, body) => () => act(phone.viewer, name, body);
  return [
    person.blocked ? [says("unblock"), does("unblock")] : [says("block"), does("block"), "danger"],
    person.offline ? [says("go-online"), does("online")] : [says("go-offline"), does("offline")],
    ...LASTS.filter(([, seconds]) => seconds !== person.disappearing)
      .map(([key, seconds]) => [says("signal-disappear", { time: says(key) }), does("disappear", { seconds })]),
    [says(person.wrong_clock ? "signal-right-clock" : "signal-wrong-clock"), does("clock")],
    [says("signal-reinstall"), does("reinstall"), "danger"],
    [says(person.registered ? "signal-leave" : "signal-return"), does("leave"), person.registered ? "danger" : ""],
    ["JSON", () => showText("JSON", JSON.stringify(person, null, 2), phone)],
  ];
}

/** What the bot knows of a message of its own: it is here, or it was read. */
function mark(line, phone) {
  if (line.sender === phone.viewer) return null;
  const label = say(phone.language, line.read ? "signal-read" : "signal-delivered");
  return el("span", { class: line.read ? "known read" : "known", role: "img", "aria-label": label, title: label }, "✓✓");
}

/** The sign that was put on it; a click takes it away. */
function sign(line, phone) {
  if (!line.reaction) return null;
  const away = () => act(phone.viewer, "react", { message_id: line.id, emoji: line.reaction });
  return el("button", { type: "button", class: "sign", title: say(phone.language, "signal-take-away"), on: { click: away } }, line.reaction);
}

/** A click on a bubble opens what can be done with it, first the signs. */
function clicked(line, phone, event) {
  if (line.sender === phone.viewer || event.target.closest("button, a, audio") || getSelection().toString()) return;
  phone.onMenu(line, event.currentTarget, { x: event.clientX, y: event.clientY });
}

/** Somebody uses the phone: what stands there is read, and the bot is told. */
function seen(phone) {
  const unread = [...phone.lines.newestFirst()].some((line) => line.sender !== phone.viewer && !line.read && !line.deleted);
  if (unread && !store.people.get(phone.viewer)?.offline) act(phone.viewer, "read");
}

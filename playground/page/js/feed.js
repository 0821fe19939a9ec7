// The one connection to the server: events become the store. After a break everything is told again.

import { emit, messagesOf, store } from "./store.js";

const KEPT_LINES = 3000;
const AGAIN = 2000; // milliseconds

const READERS = {
  hello(event) {
    if (store.boot !== null && store.boot !== event.boot) location.reload(); // another run: begin anew
    store.boot = event.boot;
  },
  clock(event) {
    store.clock = { at: Date.parse(event.now), running: event.running, heard: performance.now() };
    emit("clock");
  },
  bot(event) {
    store.bot = event;
    emit("bot");
  },
  faults(event) {
    store.faults = event;
    emit("faults");
  },
  person({ person }) {
    store.people.set(person.id, person);
    emit("person", person);
  },
  chat({ chat }) {
    store.chats.set(chat.id, chat);
    emit("chat", chat);
  },
  messages({ chat_id: chatId, lines }) {
    const known = messagesOf(chatId);
    const changed = lines.filter((line) => known.get(line.id)?.version !== line.version);
    for (const line of changed) known.set(line.id, line);
    if (changed.length) emit("messages", { chatId, lines: changed });
  },
  notice(event) {
    emit("notice", event);
  },
  log({ lines }) {
    for (const line of lines) store.log.set(line.sequence, line);
    while (store.log.size > KEPT_LINES) store.log.delete(store.log.keys().next().value);
    emit("log", lines);
  },
  narrator(event) {
    if (store.narrated.some((line) => line.sequence === event.sequence)) return;
    store.narrated.push(event);
    emit("narrator", event);
  },
  complete() {
    store.complete = true; // from now on what comes is new
    emit("complete");
  },
  busy(event) {
    store.busy = event;
    emit("busy");
  },
  opening({ text }) {
    store.opening = text ?? null;
    emit("opening");
  },
  cast(event) {
    emit("recast", event.chat_id);
  },
};

/** Connect, and stay connected. */
export function listen() {
  const source = new EventSource("playground/feed");
  source.onopen = () => emit("connection", true);
  source.onerror = () => {
    emit("connection", false); // the browser connects again by itself, unless it was refused
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
  };
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    READERS[event.type]?.(event);
  };
}

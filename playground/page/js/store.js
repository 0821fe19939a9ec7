// What the page knows. The feed writes, everything else listens; nothing is kept here that the server does not say.

export const store = {
  boot: null,
  complete: false, // everything that was there before has been told
  clock: null, // {now, running, heard (performance.now() when it was told)}
  bot: { bot: null, commands: [], listening: false, pending: 0, waiting: [] },
  faults: { down: false, hits: 0, faults: [], signal: { down: false, left: 0, stream: "" } },
  people: new Map(),
  chats: new Map(),
  messages: new Map(), // chat id → Map(message id → line)
  log: new Map(),
  narrated: [],
  backstage: null, // what /backstage/state said, or null
  backstageThere: null, // null: not yet known
  cast: [],
  busy: { on: false }, // time moves or a scene is played: {on, from, to, passes}
  opening: null, // what is being done before one can play, in all languages
  connected: true,
  answering: true, // false: the server is there and does not answer
  hints: null, // what to press next, by language
};

const listeners = new Map();

/** Call `run(detail)` whenever the topic changes. */
export function on(topic, run) {
  if (!listeners.has(topic)) listeners.set(topic, []);
  listeners.get(topic).push(run);
}

/** Tell everybody who listens. */
export function emit(topic, detail) {
  for (const run of listeners.get(topic) ?? []) run(detail);
}

/** The messages of a chat by id. */
export function messagesOf(chatId) {
  if (!store.messages.has(chatId)) store.messages.set(chatId, new Map());
  return store.messages.get(chatId);
}

/** How somebody or some chat is called. */
export function nameOf(id) {
  const person = store.people.get(id);
  if (person) return [person.first_name, person.last_name].filter(Boolean).join(" ");
  const chat = store.chats.get(id);
  return chat?.title ?? (id === store.bot.bot?.id ? store.bot.bot.first_name : String(id));
}

// Who has a phone here, and how somebody new gets one.

import { el } from "./dom.js";
import { field, openDialog } from "./dialog.js";
import { get, post } from "./server.js";
import { emit, store } from "./store.js";
import { here, LANGUAGES, pageLanguage } from "./words.js";

const MOST = 12; // phones that a bare server shows by itself

/** Ask the backstage for the cast; a bare server has none, so everybody is shown. */
export async function loadCast() {
  const found = await get("backstage/cast");
  if (found === null) return;
  store.cast = found ?? null;
  emit("cast");
}

/** The cards of the phones to show. */
export function cards() {
  if (store.cast?.length) return store.cast.filter(({ chat_id: id }) => store.people.has(id) || store.chats.has(id));
  const people = [...store.people.values()].slice(0, MOST).map((person) => ({ chat_id: person.id, person_id: person.id,
    name: [person.first_name, person.last_name].filter(Boolean).join(" "), role: "person", language: person.language_code }));
  const chats = [...store.chats.values()].filter((chat) => chat.type !== "private" && chat.migrated_to === null)
    .map((chat) => ({ chat_id: chat.id, person_id: null, name: chat.title, role: chat.type === "channel" ? "channel" : "group",
      language: pageLanguage() }));
  return [...people, ...chats];
}

/** A card for somebody who is not in the cast. */
export function cardOf(id) {
  const person = store.people.get(id);
  return { chat_id: id, person_id: id, name: [person.first_name, person.last_name].filter(Boolean).join(" "), role: "person",
    language: person.language_code };
}

/** Somebody new, by name and language. */
export function addPerson() {
  const name = el("input", { required: true, autocomplete: "off", maxlength: "64", value: "Made-up Aigerim" });
  const language = el("select", {}, Object.entries(LANGUAGES).map(([code, label]) => el("option", { value: code, selected: code === pageLanguage() }, label)));
  const number = el("input", { inputmode: "tel", autocomplete: "off", value: "+77000000000" });
  openDialog(here("add-person"), [field(here("name"), name), field(here("language"), language), field(here("phone-number"), number)], [
    [here("cancel"), () => true],
    [here("add"), async () => {
      const made = await post("playground/people", { first_name: name.value, language_code: language.value, phone: number.value });
      if (made) emit("made-person", made.id);
      return made !== null;
    }],
  ], { language: pageLanguage() });
}

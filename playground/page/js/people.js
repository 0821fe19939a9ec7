// Who has a phone here, and how somebody new gets one.

import { el } from "./dom.js";
import { order } from "./backstage.js";
import { field, openDialog } from "./dialog.js";
import { KITS } from "./kits.js";
import { cities, cityName } from "./map.js";
import { newName, newNumber } from "./names.js";
import { post } from "./server.js";
import { emit, nameOf, store } from "./store.js";
import { here, LANGUAGES, pageLanguage } from "./words.js";

const MOST = 12; // phones that a bare server shows by itself

/** The cards of the phones to show: guests of a scene, those who speak the page's language and coordinators, the others. */
export function cards() {
  if (store.cast?.length) {
    const near = ({ role, language }) => role === "coordinator" || language === pageLanguage();
    const place = (card) => card.guest ? 0 : card.role === "channel" ? 3 : near(card) ? 1 : 2;
    return store.cast.filter(({ chat_id: id }) => store.people.has(id) || store.chats.has(id))
      .sort((one, other) => place(one) - place(other));
  }
  const people = [...store.people.values()].slice(0, MOST).map((person) => ({ chat_id: person.id, person_id: person.id,
    name: nameOf(person.id), role: "person", language: person.language_code }));
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

/** Somebody new: who reports; with the whole playground also a member, whom the bot's roster gets. */
export function addPerson() {
  const people = [...store.people.values()];
  const select = (pairs, chosen) => el("select", {}, pairs.map(([value, label]) => el("option", { value, selected: value === chosen }, label)));
  const name = el("input", { required: true, autocomplete: "off", maxlength: "64", value: newName(people.map(({ id }) => nameOf(id))) });
  const language = select(Object.entries(LANGUAGES), pageLanguage());
  const number = el("input", { inputmode: "tel", autocomplete: "off", value: newNumber(people.map(({ phone }) => phone)) });
  const role = select(["citizen", "lawyer", "coordinator"].map((one) => [one, here(`role-${one}`)]), "citizen");
  const city = select(cities().map((one) => [one.names.en, cityName(one, pageLanguage())]), "Almaty");
  const messenger = select(Object.entries(KITS).map(([value, { name: label }]) => [value, label]), "telegram");
  const whole = store.backstageThere === true;
  const fields = [whole && field(here("role"), role), field(here("name"), name), field(here("messenger"), messenger), field(here("language"), language),
    whole && field(here("city"), city), field(here("phone-number"), number)];
  const about = () => ({ messenger: messenger.value, language: language.value, phone: number.value });
  openDialog(here("add-person"), fields.filter(Boolean), [
    [here("cancel"), () => true],
    [here("add"), async () => {
      const made = whole ? await order("person", { ...about(), role: role.value, name: name.value, city: city.value })
        : await post("playground/people", { messenger: messenger.value, first_name: name.value, language_code: language.value, phone: number.value });
      if (made) emit("made-person", made.id);
      return made !== null;
    }],
  ], { language: pageLanguage() });
}

// What differs between messengers on a phone: a kit each, and nobody else asks which one it is.
//
// name: as people know it · starts: a chat begins by a button · attaches: keys of what can be sent, null for all · notes(person, says):
// lines at the top · messageEntries, phoneEntries: menus · mark(line, phone), sign(line, phone): at and below a bubble ·
// clicked(line, phone, event): on a bubble · seen(phone): somebody uses it

import { messageEntries, phoneEntries } from "./phone_menus.js";
import { SIGNAL } from "./signal.js";

const nothing = () => null;
const TELEGRAM = {
  name: "Telegram", starts: true, attaches: null, notes: () => [], messageEntries, phoneEntries,
  mark: nothing, sign: nothing, clicked: nothing, seen: nothing,
};

/** The messengers, by what the server calls them. */
export const KITS = { telegram: TELEGRAM, signal: SIGNAL };

/** The kit of somebody's phone; groups and channels are Telegram's. */
export function kitOf(person) {
  return KITS[person?.messenger] ?? TELEGRAM;
}

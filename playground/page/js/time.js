// The place's time: what the server's clock says, shown in a zone.

import { store } from "./store.js";
import { say } from "./words.js";

export const HOME_ZONE = "Asia/Almaty";

/** The server's time now, milliseconds; between two words of the server it goes on by itself if its clock does. */
export function now() {
  if (!store.clock) return 0;
  const { at, running, heard } = store.clock;
  return running ? at + performance.now() - heard : at;
}

/** The zone of the organisation. */
export function homeZone() {
  return store.backstage?.zone ?? HOME_ZONE;
}

const readers = new Map();

/** The parts of a moment in a zone: year, month (1–12), day, hour, minute, second, weekday (0 is Sunday). */
function parts(moment, zone) {
  if (!readers.has(zone)) {
    const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" };
    readers.set(zone, new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...numbers }));
  }
  const found = Object.fromEntries(readers.get(zone).formatToParts(moment).map(({ type, value }) => [type, value]));
  return { ...found, weekday: new Date(Date.UTC(found.year, found.month - 1, found.day)).getUTCDay() };
}

/** 18:04, with seconds if asked. */
export function clockTime(moment, zone, seconds = false) {
  const { hour, minute, second } = parts(moment, zone);
  return seconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
}

/** 17 September; the whole date has the weekday and the year. Our own words: not every browser knows Kazakh months. */
export function day(moment, language, zone, whole = false) {
  const found = parts(moment, zone);
  const month = say(language, "months").split(" ")[found.month - 1];
  const weekday = say(language, "weekdays").split(" ")[found.weekday];
  return say(language, whole ? "whole-day" : "day", { ...found, month, weekday });
}

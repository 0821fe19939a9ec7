// The backstage: whoever runs the bot. A server alone has none; then nothing here asks again until the page is loaded.

import { get, post } from "./server.js";
import { loadCast } from "./people.js";
import { emit, on, store } from "./store.js";

const EVERY = 2000; // milliseconds

/** Ask for the state now and then. */
export function watchBackstage() {
  look();
  setInterval(() => { if (store.backstageThere && !document.hidden) look(); }, EVERY);
  on("connection", (there) => { if (there && store.backstageThere === null) look(); });
  on("clock", () => { if (store.backstageThere) look(); });
  document.addEventListener("visibilitychange", () => { if (store.backstageThere && !document.hidden) look(); });
}

async function look() {
  const found = await get("backstage/state");
  if (found === null) return;
  const before = store.backstageThere;
  store.backstageThere = found !== undefined;
  store.backstage = found ?? null;
  if (store.backstageThere && !store.cast?.length) loadCast();
  if (store.backstageThere || before === null) emit("backstage");
}

/** Order something of the backstage and look again. */
export async function order(what, body) {
  const answer = await post(`backstage/${what}`, body);
  look();
  return answer;
}

// The backstage: whoever runs the bot. A server alone has none; it may be that it only is not there yet.

import { get, post } from "./server.js";
import { emit, on, store } from "./store.js";

const EVERY = 2000; // milliseconds
const SELDOM = 5; // times more seldom, where there was none
const HANGS = 4000; // milliseconds without an answer; a server that hangs keeps its connections
let turn = 0;

/** Ask for the state now and then. */
export function watchBackstage() {
  look();
  setInterval(() => {
    turn += 1;
    if (!document.hidden && (store.backstageThere || turn % SELDOM === 0)) look();
  }, EVERY);
  on("recast", look);
  on("connection", (there) => { if (there && store.backstageThere === null) look(); });
  on("clock", () => { if (store.backstageThere) look(); });
  document.addEventListener("visibilitychange", () => { if (store.backstageThere && !document.hidden) look(); });
}

async function look() {
  const found = await get("backstage/state", HANGS);
  const answering = found !== null || !store.connected;
  if (answering !== store.answering) {
    store.answering = answering;
    emit("answering");
  }
  if (found === null) return;
  const before = store.backstageThere;
  store.backstageThere = found !== undefined;
  store.backstage = found ?? null;
  if (store.backstageThere && !store.cast?.length) loadCast();
  if (store.backstageThere || before === null) emit("backstage");
}

/** Ask who has a phone; a bare server has none, so everybody is shown. */
export async function loadCast() {
  const found = await get("backstage/cast");
  if (found === null || (found === undefined && store.opening)) return; // it will be told when it is there
  store.cast = found ?? null;
  emit("cast");
}

/** Order something of the backstage and look again. */
export async function order(what, body) {
  const answer = await post(`backstage/${what}`, body);
  look();
  return answer;
}

// Requests to the server. What it refuses is shown in its own words; null is returned then.

import { toast } from "./toast.js";
import { here, pick } from "./words.js";

/** The answer, `undefined` if there is no such thing (404), null if it failed. `patience`: milliseconds. */
export async function get(path, patience) {
  try {
    const answer = await fetch(path, patience ? { signal: AbortSignal.timeout(patience) } : {});
    if (answer.status === 404) return undefined;
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // the feed says that the connection is lost
  }
}

/** Send JSON. */
export async function post(path, body, method = "POST") {
  const headers = { "content-type": "application/json" };
  try {
    const answer = await fetch(path, { method, headers, body: JSON.stringify(body) });
    if (answer.ok) return await answer.json();
    toast(await reason(answer));
  } catch {
    toast(here("no-server"));
  }
  return null;
}

async function reason(answer) {
  const text = await answer.text();
  try {
    const { error } = JSON.parse(text);
    return here("refused", { why: pick(error) || answer.status });
  } catch {
    return here("refused", { why: `${answer.status} ${text.slice(0, 120)}` });
  }
}

/** Something a person does with a phone. */
export function act(personId, name, body = {}) {
  return post(`playground/people/${personId}/${name}`, body);
}

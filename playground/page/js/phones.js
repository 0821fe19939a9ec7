// All phones side by side; on a narrow screen one at a time.

import { loadCast } from "./backstage.js";
import { button, el, fill, reveal } from "./dom.js";
import { Phone } from "./phone.js";
import { addPerson, cardOf, cards } from "./people.js";
import { nameOf, on, store } from "./store.js";
import { narrow, Strip } from "./strip.js";
import { here } from "./words.js";

const root = document.getElementById("phones");
const phones = new Map(); // chat id → Phone
const extra = new Set(); // people whose phones were asked for
let current = null;
let coming = null; // who acts in a scene now; shown as soon as the phone is there
let strip;
let seen;
let ready = false;
let drawing = false;

/** Begin. */
export function showPhones() {
  strip = new Strip(goTo);
  seen = new IntersectionObserver((entries) => {
    for (const { target, intersectionRatio } of entries) phones.get(Number(target.dataset.chat))?.setVisible(intersectionRatio > 0.5);
  }, { threshold: [0, 0.51] });
  narrow.addEventListener("change", draw);
  on("cast", () => { ready = true; draw(); });
  on("person", changed);
  on("chat", changed);
  on("bot", () => phones.forEach((phone) => phone.drawTicks()));
  on("messages", ({ chatId, lines }) => {
    const phone = phones.get(chatId);
    phone?.receive(lines, store.complete);
    phone?.refresh();
  });
  on("notice", ({ person_id: person, ...notice }) => phones.get(person)?.showNotice(notice));
  on("tick", () => phones.forEach((phone) => store.chats.get(phone.chatId)?.action && phone.refresh()));
  on("made-person", (id) => { if (store.cast?.length) extra.add(id); current = id; changed({ id }); });
  on("recast", (chatId) => { if (store.complete) coming = chatId ?? coming; loadCast(); });
}

/** Draw anew, for another language of the page. */
export function redrawPhones() {
  draw();
  for (const phone of phones.values()) phone.refresh();
}

/** The phone of a chat, if it is shown. */
export function phoneOf(chatId) {
  return phones.get(chatId);
}

/** Show this phone, unless somebody is writing. */
export function leadTo(chatId) {
  if (phones.has(chatId) && !isWriting()) goTo(chatId);
}

function isWriting() {
  return document.activeElement.matches("#phones textarea") && document.activeElement.value !== "";
}

function changed({ id }) {
  if (phones.has(id)) phones.get(id).refresh();
  for (const phone of phones.values()) if (phone.viewer === id && phone.chatId !== id) phone.refresh();
  if (phones.has(id) || drawing) return;
  drawing = true; // many people may come at once: draw once
  setTimeout(() => { drawing = false; draw(); }, 30);
}

function draw() {
  if (!ready) return;
  const wanted = cards();
  for (const phone of phones.values()) if (phone.isWritten() && store.people.has(phone.chatId)) extra.add(phone.chatId);
  for (const id of extra) if (store.people.has(id) && !wanted.some((card) => card.chat_id === id)) wanted.push(cardOf(id));
  const ids = new Set(wanted.map((card) => card.chat_id));
  for (const [id, phone] of phones) {
    if (ids.has(id)) continue;
    seen.unobserve(phone.node);
    phone.node.remove();
    phones.delete(id);
  }
  const fresh = new Set();
  wanted.forEach((card, at) => {
    if (!phones.has(card.chat_id)) {
      fresh.add(card.chat_id);
      const phone = new Phone(card, (one) => strip.setUnread(one.chatId, one.lines.unread));
      phones.set(card.chat_id, phone);
      seen.observe(phone.node);
    }
    const { node } = phones.get(card.chat_id);
    if (root.children[at] !== node) root.insertBefore(node, root.children[at] ?? null);
  });
  while (root.children.length > wanted.length) root.lastElementChild.remove();
  if (!wanted.length && !store.opening && store.complete) fill(root, empty());
  const others = [...store.people.keys()].filter((id) => !ids.has(id)).map((id) => [id, nameOf(id)]);
  strip.draw(wanted.map((card) => phones.get(card.chat_id)), others, (id) => { extra.add(id); draw(); goTo(id); });
  for (const phone of phones.values()) strip.setUnread(phone.chatId, phone.lines.unread);
  mark(phones.has(current) ? current : wanted[0]?.chat_id);
  if (phones.has(coming)) comesOn(coming, fresh.has(coming));
}

/** A scene shows this phone: a new one with its neighbours, any other just so that it is seen. Whoever writes is left alone. */
function comesOn(chatId, isNew) {
  coming = null;
  if (!isWriting()) goTo(chatId, isNew);
}

function empty() {
  return el("div", { class: "empty" }, el("h2", {}, here("no-phones")), el("p", {}, here("no-phones-why")),
    button(here("add-person"), addPerson, { class: "main" }));
}

/** Show this phone. */
export function goTo(chatId, isNew = false) {
  mark(chatId);
  if (narrow.matches) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const phone = phones.get(chatId);
  if (phone) reveal(phone.node, calm ? "auto" : "smooth", isNew);
}

function mark(chatId) {
  current = chatId;
  strip.mark(chatId);
  for (const [id, { node }] of phones) {
    node.classList.toggle("current", id === chatId);
    if (narrow.matches) node.setAttribute("role", "tabpanel");
    else node.removeAttribute("role");
  }
}

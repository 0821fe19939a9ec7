// One phone: a person with the bot, a group, or a channel.

import { button, el, fill, iconButton } from "./dom.js";
import { shareLocation, shareOwnContact } from "./attach.js";
import { setTicks, spoken } from "./bubble.js";
import { Composer } from "./composer.js";
import { activeKeyboard } from "./keyboard.js";
import { kitOf } from "./kits.js";
import { Lines } from "./lines.js";
import { cityName, cityNamed } from "./map.js";
import { openMenu } from "./menu.js";
import { act } from "./server.js";
import { messagesOf, nameOf, store } from "./store.js";
import { homeZone, now } from "./time.js";
import { announce, toast } from "./toast.js";
import { hasWords, here, known, pick, say } from "./words.js";

export class Phone {
  constructor(card, onUnread) {
    this.card = card;
    this.chatId = card.chat_id;
    this.language = known(card.language) ?? "en";
    this.name = pick(card.name) || nameOf(card.chat_id);
    this.city = typeof card.city === "object" ? card.city?.en : card.city;
    this.zone = cityNamed(this.city)?.zone ?? homeZone();
    this.many = store.chats.has(card.chat_id) && store.chats.get(card.chat_id).type !== "private";
    this.channel = store.chats.get(card.chat_id)?.type === "channel";
    this.viewer = card.person_id ?? (this.many ? (store.chats.get(card.chat_id).members[0] ?? 0) : card.chat_id);
    this.kit = kitOf(store.people.get(this.viewer));
    this.onUnread = onUnread;
    this.visible = true;
    this.waiting = new Set();
    this.onCommand = (text) => this.composer.say(text);
    this.lines = new Lines(this);
    this.composer = new Composer(this);
    this.build();
    this.receive([...messagesOf(this.chatId).values()], false);
    this.refresh();
  }

  build() {
    const says = (key) => say(this.language, key);
    this.band = el("p", { class: "band", hidden: true });
    this.subtitle = el("p", { class: "subtitle" });
    this.more = iconButton("more", says("phone-menu"), () => openMenu(this.more, this.kit.phoneEntries(this), this), { "aria-haspopup": "menu" });
    this.notes = el("ul", { class: "notes", hidden: true });
    this.notice = el("div", { class: "notice", role: "status", hidden: true });
    this.as = el("select", { "aria-label": says("writes-as"), on: { change: () => this.becomes(Number(this.as.value)) } });
    const head = el("header", { class: "phone-head" },
      el("span", { class: `avatar tone-${Math.abs(this.chatId) % 6}`, "aria-hidden": "true" }, initials(this.name)),
      el("div", { class: "who" }, el("h2", {}, this.name), this.subtitle),
      el("span", { class: "tongue", title: says("language-name") }, this.language.toUpperCase()), this.more);
    this.node = el("section", { class: "phone", lang: this.language, id: `phone-${this.chatId}`, "aria-label": this.name,
      data: { chat: this.chatId, role: this.card.role ?? "", messenger: this.kit.name },
      on: { pointerdown: () => this.kit.seen(this), focusin: () => this.kit.seen(this) } },
      this.band, head, this.notes, this.notice, this.lines.node, this.many && !this.channel && el("label", { class: "as" }, says("writes-as"), this.as), this.composer.node);
  }

  /** Take what the feed told; `fresh` is false for what was there before. */
  receive(lines, fresh) {
    const arrived = this.lines.show(lines, fresh).filter((line) => line.sender !== this.viewer);
    if (!this.many) this.composer.setKeyboard(activeKeyboard(this.lines.newestFirst()));
    if (!fresh || !arrived.length) return;
    announce(here("arrived", { phone: this.name, message: spoken(arrived.at(-1), this) }));
    if (!this.visible || !this.lines.stuck) {
      this.lines.count(arrived.length);
      this.onUnread(this);
    }
  }

  /** Everything new has been seen. */
  seen() {
    if (!this.lines.unread || !this.visible) return;
    this.lines.unread = 0;
    this.onUnread(this);
  }

  /** It came into view, or left it. */
  setVisible(visible) {
    this.visible = visible;
    if (visible && this.lines.stuck) this.seen();
  }

  /** Whether something is written and not sent: the phone stays then. */
  isWritten() {
    return this.composer.input.value !== "";
  }

  stick() {
    this.lines.toEnd();
  }

  /** Draw what depends on the person, the chat, the bot and the clock. */
  refresh() {
    const person = store.people.get(this.viewer);
    const chat = store.chats.get(this.chatId);
    const typing = chat?.action && Date.parse(chat.action[1]) > now();
    const band = `band-${this.card.role}`;
    this.band.hidden = !hasWords(band);
    if (!this.band.hidden) this.band.textContent = [here(band), !this.many && this.kit.name].filter(Boolean).join(" · ");
    this.subtitle.classList.toggle("typing", Boolean(typing));
    const words = typing ? say(this.language, "typing") : this.describe();
    if (this.subtitle.textContent !== words) this.subtitle.textContent = words;
    this.node.classList.toggle("blocked", Boolean(!this.many && person?.blocked));
    this.node.classList.toggle("offline", Boolean(!this.many && person?.offline));
    this.drawNotes(person);
    this.drawAs(chat);
    this.drawEntry(person, chat);
    this.drawTicks();
  }

  describe() {
    const role = this.card.role ?? (this.channel ? "channel" : this.many ? "group" : "");
    const title = hasWords(`role-${role}`) ? say(this.language, `role-${role}`) : pick(role);
    const city = cityNamed(this.city);
    const where = city ? cityName(city, this.language) : pick(this.card.city);
    return [title, where, !this.many && this.band.hidden && this.kit.name].filter(Boolean).join(" · ");
  }

  drawNotes(person) {
    const notes = person && !this.many ? this.kit.notes(person, (key, values) => say(this.language, key, values)) : [];
    this.notes.hidden = notes.length === 0;
    if (this.notes.textContent !== notes.join("")) fill(this.notes, notes.map((note) => el("li", {}, note)));
  }

  drawEntry(person, chat) {
    const says = (key) => say(this.language, key);
    const entry = this.channel ? "channel" : this.many ? (this.viewer ? "open" : "channel") : person?.blocked ? "blocked"
      : this.kit.starts && (!chat || this.lines.shown.size === 0) ? "start" : person?.offline ? "offline" : "open";
    if (entry === this.entry) return;
    this.entry = entry;
    if (entry === "channel") this.composer.close(says(this.many && !this.channel ? "no-members" : "channel-reads"));
    else if (entry === "blocked") this.composer.close(says("blocked-note"), [says("unblock"), () => act(this.viewer, "unblock")]);
    else if (entry === "start") this.composer.close("", [says("start"), () => act(this.viewer, "start")]);
    else this.composer.open(entry === "offline" ? says("offline-note") : "");
  }

  drawAs(chat) {
    if (!this.many || this.channel || !chat) return;
    const members = chat.members.join();
    if (this.membersShown === members) return;
    this.membersShown = members;
    fill(this.as, chat.members.map((id) => el("option", { value: id, selected: id === this.viewer }, nameOf(id))));
  }

  becomes(person) {
    this.viewer = person;
    this.lines.show([...messagesOf(this.chatId).values()], false);
    this.refresh();
  }

  drawTicks() {
    const waiting = new Set(store.bot.waiting.filter(([chat]) => chat === this.chatId).map(([, id]) => id));
    for (const id of new Set([...this.waiting, ...waiting])) {
      const node = this.lines.shown.get(id)?.node.querySelector(".ticks");
      if (node) setTicks(node, waiting.has(id), this.language);
    }
    this.waiting = waiting;
  }

  isWaiting(id) {
    return store.bot.waiting.some(([chat, message]) => chat === this.chatId && message === id);
  }

  tap(line, data) {
    return act(this.viewer, "tap", { chat_id: this.chatId, message_id: line.id, data });
  }

  onMenu(line, anchor, point) {
    openMenu(anchor, this.kit.messageEntries(this, line), { language: this.language, point });
  }

  shareLocation() {
    shareLocation(this);
  }

  shareOwnContact() {
    shareOwnContact(this);
  }

  /** What answered a tap: shown for a while; an alert stays until it is read. */
  showNotice({ text, alert }) {
    const close = () => { this.notice.hidden = true; };
    fill(this.notice, el("span", {}, text), alert && button(say(this.language, "ok"), close));
    this.notice.hidden = false;
    this.notice.classList.toggle("alert", alert);
    clearTimeout(this.noticeTimer);
    if (!alert) this.noticeTimer = setTimeout(close, 5000);
    if (!this.visible) toast(`${this.name}: ${text}`);
  }
}

function initials(name) {
  const words = name.split(/\s+/).map((word) => word.match(/[\p{L}\p{N}]/u)?.[0]).filter(Boolean);
  return (words.length > 1 ? [words[0], words.at(-1)] : words).join("").toUpperCase() || "?";
}

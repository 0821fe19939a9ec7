// Where a person writes: the text, what is attached, the bot's commands, an edit or a reply under way.

import { button, el, icon, iconButton } from "./dom.js";
import { attachEntries } from "./attach.js";
import { CommandHints } from "./commands.js";
import { replyKeyboard } from "./keyboard.js";
import { openMenu } from "./menu.js";
import { act } from "./server.js";
import { say } from "./words.js";

const TALLEST = 120; // pixels

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.about = null; // {kind: "edit" | "reply", line}
    this.keyboard = null;
    this.keysShown = true;
    const says = (key) => say(phone.language, key);
    this.input = el("textarea", { rows: "1", maxlength: "4096", placeholder: says("message"), "aria-label": says("message"),
      on: { input: () => this.typed(), keydown: (event) => this.key(event) } });
    this.hints = new CommandHints(this.input, phone, (text) => { this.input.value = text; this.send(); });
    const attach = iconButton("attach", says("attach"), () => openMenu(attach, attachEntries(phone), phone), { "aria-haspopup": "menu" });
    this.keys = iconButton("keys", says("keyboard"), () => { this.keysShown = !this.keysShown; this.drawKeyboard(); }, { hidden: true });
    this.sender = el("button", { type: "submit", class: "send", "aria-label": says("send"), title: says("send") }, icon("send"));
    this.state = el("div", { class: "about", hidden: true });
    this.replyKeys = el("div", {});
    this.form = el("form", { class: "write", on: { submit: (event) => { event.preventDefault(); this.send(); } } },
      attach, this.input, this.keys, this.sender);
    this.closed = el("div", { class: "closed", hidden: true });
    this.node = el("div", { class: "composer" }, this.hints.node, this.state, this.closed, this.form, this.replyKeys);
  }

  typed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST)}px`;
    this.hints.update();
  }

  key(event) {
    if (event.isComposing || this.hints.takes(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.about) this.leave();
  }

  /** Begin to edit a message, or to answer it. */
  begin(kind, line) {
    this.about = { kind, line };
    const text = line.message.text ?? line.message.caption ?? "";
    if (kind === "edit") this.input.value = text;
    this.state.hidden = false;
    this.state.replaceChildren(
      el("span", {}, el("b", {}, say(this.phone.language, kind === "edit" ? "editing" : "replying")), text),
      iconButton("close", say(this.phone.language, "cancel"), () => this.leave()));
    this.typed();
    this.input.focus();
  }

  leave() {
    if (this.about?.kind === "edit") this.input.value = "";
    this.about = null;
    this.state.hidden = true;
    this.typed();
    this.input.focus();
  }

  /** Send what is written. The field is free at once; what was refused comes back, unless something else is written. */
  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const { about, phone } = this;
    const chat = { chat_id: phone.chatId };
    this.input.value = "";
    if (about) this.leave();
    this.typed();
    const sent = about?.kind === "edit"
      ? await act(phone.viewer, "edit", { ...chat, message_id: about.line.id, text })
      : await act(phone.viewer, "write", { ...chat, text, ...(about ? { reply_to: about.line.id } : {}) });
    if (sent !== null) phone.stick();
    else if (!this.input.value && !this.about) {
      if (about) this.begin(about.kind, about.line);
      this.input.value = text;
      this.typed();
    }
  }

  /** Say this at once, whatever is being written, edited or answered. */
  say(text) {
    return act(this.phone.viewer, "write", { chat_id: this.phone.chatId, text });
  }

  /** Show the keyboard that is up, or none. */
  setKeyboard(keyboard) {
    if (keyboard?.id !== this.keyboard?.id) this.keysShown = true;
    this.keyboard = keyboard;
    this.input.placeholder = keyboard?.input_field_placeholder ?? say(this.phone.language, "message");
    this.drawKeyboard();
  }

  drawKeyboard() {
    this.keys.hidden = this.keyboard === null;
    this.keys.setAttribute("aria-expanded", String(this.keysShown));
    const up = this.keyboard !== null && this.keysShown && !this.form.hidden;
    this.replyKeys.replaceChildren(...(up ? [replyKeyboard(this.keyboard, this.phone.language, (one) => this.press(one))] : []));
  }

  press(pressed) {
    if (this.keyboard.one_time_keyboard) this.keysShown = false;
    if (pressed.request_location) this.phone.shareLocation();
    else if (pressed.request_contact) this.phone.shareOwnContact();
    else this.say(pressed.text);
    this.drawKeyboard();
  }

  /** Nobody can write here now: say why, and what may be done (`[label, run]`). */
  close(text, action) {
    this.form.hidden = true;
    this.closed.hidden = false;
    this.closed.replaceChildren(...[text && el("span", {}, text), action && button(action[0], action[1], { class: "main wide" })].filter(Boolean));
    this.drawKeyboard();
  }

  /** Writing is possible; `note` is said above. */
  open(note = "") {
    this.form.hidden = false;
    this.closed.hidden = !note;
    this.closed.replaceChildren(...(note ? [el("span", {}, note)] : []));
    this.drawKeyboard();
  }
}

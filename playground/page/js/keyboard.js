// Keyboards: the buttons under a message, and the one in place of the letters.

import { el } from "./dom.js";
import { link } from "./entities.js";
import { say } from "./words.js";

const STYLES = new Set(["primary", "success", "danger"]);

function styleOf(button) {
  return STYLES.has(button.style) ? button.style : "";
}

/** The buttons under a message. */
export function inlineKeyboard(rows, line, phone) {
  return el("div", { class: "inline" }, rows.map((row) =>
    el("div", { class: "row" }, row.map((button) => inlineButton(button, line, phone)))));
}

function inlineButton(shown, line, phone) {
  const style = `key ${styleOf(shown)}`;
  if (shown.url) {
    const node = link(shown.url, shown.text);
    node.className = style;
    return node;
  }
  const press = async () => {
    if (shown.copy_text) {
      navigator.clipboard.writeText(shown.copy_text.text);
      return;
    }
    node.setAttribute("aria-busy", "true");
    await phone.tap(line, shown.callback_data);
    setTimeout(() => node.removeAttribute("aria-busy"), 300);
  };
  const off = !shown.callback_data && !shown.copy_text;
  const node = el("button", { type: "button", class: style, disabled: off, data: { press: shown.callback_data ?? "" }, on: { click: press } }, shown.text);
  return node;
}

/** The keyboard that is up: that of the newest message that brought one; null if none, or if it was taken away. */
export function activeKeyboard(lines) {
  for (const line of lines) {
    if (line.deleted || line.keyboard === null) continue;
    return line.keyboard.keyboard?.length ? { id: line.id, ...line.keyboard } : null;
  }
  return null;
}

/** The buttons in place of the letters; `press(button)` gets the Bot API's button. */
export function replyKeyboard(keyboard, language, press) {
  return el("div", { class: "reply-keys", role: "group", "aria-label": say(language, "keyboard") }, keyboard.keyboard.map((row) =>
    el("div", { class: "row" }, row.map((given) => {
      const button = typeof given === "string" ? { text: given } : given;
      return el("button", { type: "button", class: `key ${styleOf(button)}`, on: { click: () => press(button) } }, button.text);
    }))));
}

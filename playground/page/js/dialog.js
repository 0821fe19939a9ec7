// A dialog over the page: the browser keeps the focus inside, Escape closes it.

import { button, el, iconButton } from "./dom.js";
import { say } from "./words.js";

/** Show a dialog. `body` are nodes, `actions` are buttons as `[label, run, style]`; run may return false to stay. */
export function openDialog(title, body, actions, { language, wide } = {}) {
  const heading = el("h2", { id: "dialog-title" }, title.replace(/…$/, ""));
  const dialog = el("dialog", { class: wide ? "dialog wide" : "dialog", "aria-labelledby": "dialog-title", lang: language });
  const finish = async (run) => {
    if ((await run()) !== false) dialog.close();
  };
  const form = el("form", { method: "dialog", on: { submit: (event) => {
    event.preventDefault();
    if (actions.length) finish(actions.at(-1)[1]);
  } } },
    el("header", {}, heading, iconButton("close", say(language, "close"), () => dialog.close())),
    el("div", { class: "dialog-body" }, body),
    actions.length && el("footer", {}, actions.map(([label, run, style], at) =>
      at === actions.length - 1
        ? el("button", { type: "submit", class: style ?? "main" }, label)
        : button(label, () => finish(run), { class: style }))));
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A labelled field. */
export function field(label, input) {
  return el("label", { class: "field" }, el("span", {}, label), input);
}

/** A text, as it is, with a button that copies it. */
export function showText(title, text, { language }) {
  const actions = [[say(language, "copy"), () => { navigator.clipboard.writeText(text); return false; }]];
  actions.push([say(language, "close"), () => true]);
  return openDialog(title, [el("pre", { class: "json", tabindex: "0" }, text)], actions, { language, wide: true });
}

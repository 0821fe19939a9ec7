// The names above the phones: on a wide screen they lead to a phone, on a narrow one they are tabs.

import { el, fill, iconButton, reveal } from "./dom.js";
import { addPerson } from "./people.js";
import { here } from "./words.js";

export const narrow = matchMedia("(max-width: 719px)");

export class Strip {
  constructor(choose) {
    this.node = document.getElementById("strip");
    this.choose = choose;
    this.tabs = new Map();
    this.node.addEventListener("keydown", (event) => this.key(event));
  }

  /** One tab a phone; `others` are people whose phones are not shown: `[id, name]`. */
  draw(phones, others, show) {
    this.tabs = new Map(phones.map((phone) => [phone.chatId, this.tab(phone)]));
    const list = el("div", { class: "tabs", ...(narrow.matches ? { role: "tablist", "aria-label": here("phones") } : {}) }, [...this.tabs.values()]);
    const more = others.length > 0 && el("select", { class: "others", "aria-label": here("other-phones"),
      on: { change: () => show(Number(more.value)) } },
      el("option", { value: "" }, here("others", { count: others.length })),
      others.map(([id, name]) => el("option", { value: id }, name)));
    fill(this.node, list, more, iconButton("plus", here("add-person"), addPerson));
  }

  tab(phone) {
    const roles = narrow.matches ? { role: "tab", "aria-controls": `phone-${phone.chatId}` } : {};
    return el("button", { type: "button", class: "tab", ...roles, data: { role: phone.card.role ?? "", messenger: phone.kit.name }, title: phone.kit.name, on: { click: () => this.choose(phone.chatId) } },
      el("span", { class: "dot", "aria-hidden": "true" }),
      el("span", { class: "tab-name" }, phone.name), el("span", { class: "unread", hidden: true }));
  }

  /** Which is shown (narrow) or was last gone to (wide). */
  mark(chatId) {
    for (const [id, tab] of this.tabs) {
      const on = id === chatId;
      if (narrow.matches) {
        tab.setAttribute("aria-selected", String(on));
        tab.tabIndex = on ? 0 : -1;
      } else tab.setAttribute("aria-current", String(on));
      if (on) reveal(tab);
    }
  }

  /** How much is unread. */
  setUnread(chatId, count) {
    const badge = this.tabs.get(chatId)?.querySelector(".unread");
    if (!badge) return;
    badge.hidden = count === 0;
    badge.textContent = count > 99 ? "99+" : String(count);
    badge.setAttribute("aria-label", here("unread", { count }));
  }

  key(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    const tabs = [...this.tabs.values()];
    const at = tabs.indexOf(document.activeElement);
    if (!narrow.matches || at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    const next = tabs[(at + steps[event.key] + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }
}

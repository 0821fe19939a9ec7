// A small menu beside what opened it: arrow keys, Escape, and the focus comes back.

import { el } from "./dom.js";

let close = () => {};

/** Open a menu of `[label, run, style?]` beside `anchor`, or at a point; the language is that of the phone. */
export function openMenu(anchor, entries, { language, point } = {}) {
  close();
  const items = entries.map(([label, run, style]) =>
    el("button", { type: "button", role: "menuitem", tabindex: "-1", class: style,
      on: { click: () => { close(); run(); } } }, label));
  const menu = el("div", { class: "menu", role: "menu", lang: language, on: { keydown: (event) => move(event, items) } }, items);
  const outside = (event) => { if (!menu.contains(event.target)) close(); };
  close = () => {
    close = () => {};
    const inside = menu.contains(document.activeElement);
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("blur", close);
    if (inside) anchor.focus({ preventScroll: true });
  };
  document.body.append(menu);
  place(menu, point ? new DOMRect(point.x, point.y, 0, 0) : anchor.getBoundingClientRect());
  anchor.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("blur", close);
  items[0]?.focus();
}

function place(menu, beside) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(Math.max(8, beside.right - width), innerWidth - width - 8);
  const below = beside.bottom + 4 + height < innerHeight;
  const top = below ? beside.bottom + 4 : Math.max(8, beside.top - height - 4);
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${top}px`;
}

function move(event, items) {
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
  } else if (event.key in steps) {
    event.preventDefault();
    items[(steps[event.key] + items.length) % items.length].focus();
  }
}

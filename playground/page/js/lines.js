// The messages of one phone: only what changed is drawn again, and the list stays at its end unless somebody reads above.

import { button, el, icon } from "./dom.js";
import { bubble, isGone } from "./bubble.js";
import { day } from "./time.js";
import { say } from "./words.js";

const NEAR_END = 60; // pixels
const FRESH = 1800; // milliseconds
const TOGETHER = 300; // seconds within which messages of one sender stand together

export class Lines {
  constructor(phone) {
    this.phone = phone;
    this.shown = new Map(); // id → {line, node}
    this.newest = 0;
    this.stuck = true;
    this.top = 0; // where it was scrolled to last
    this.unread = 0;
    this.list = el("ol", { class: "lines",
      "aria-label": say(phone.language, "messages-of", { name: phone.name }),
      on: { keydown: (event) => this.key(event), contextmenu: (event) => this.context(event) } });
    this.jump = button("", () => this.toEnd(), { class: "jump", hidden: true });
    this.scroller = el("div", { class: "scroller", on: { scroll: () => this.scrolled() } }, this.list);
    this.node = el("div", { class: "chat" }, this.scroller, this.jump);
    const keep = new ResizeObserver(() => { if (this.stuck) this.scroller.scrollTop = this.scroller.scrollHeight; });
    keep.observe(this.list);
    keep.observe(this.scroller);
  }

  /** Draw these lines; `fresh`: they have just arrived. Returns those that are new. */
  show(lines, fresh) {
    const sorted = [...lines].sort((a, b) => a.id - b.id);
    const added = sorted.filter((line) => this.put(line, fresh));
    if (this.list.firstElementChild && !this.list.querySelector('[tabindex="0"].line')) {
      this.list.lastElementChild.tabIndex = 0;
    }
    return added;
  }

  put(line, fresh) {
    const known = this.shown.get(line.id);
    const node = bubble(line, this.phone);
    if (known) {
      const { classList, tabIndex } = known.node;
      if (classList.contains("follows")) node.classList.add("follows");
      node.tabIndex = tabIndex;
      const focused = known.node.contains(document.activeElement);
      known.node.replaceWith(node);
      if (focused) node.focus({ preventScroll: true });
      if (fresh && JSON.stringify(known.line) !== JSON.stringify(line)) this.highlight(node);
    } else if (line.id > this.newest) this.append(line, node);
    else this.list.insertBefore(node, this.after(line.id));
    this.shown.set(line.id, { line, node });
    if (!known && fresh) this.highlight(node);
    return !known && !isGone(line, this.phone);
  }

  append(line, node) {
    const before = this.shown.get(this.newest)?.line;
    const { language, zone } = this.phone;
    const today = day(line.message.date * 1000, language, zone);
    if (!before || day(before.message.date * 1000, language, zone) !== today) {
      this.list.append(el("li", { class: "day" }, el("span", {}, today)));
    } else if (before.sender === line.sender && line.message.date - before.message.date < TOGETHER) {
      node.classList.add("follows");
    }
    this.list.append(node);
    this.newest = line.id;
  }

  after(id) {
    const next = [...this.shown.keys()].filter((one) => one > id).sort((a, b) => a - b)[0];
    return this.shown.get(next)?.node ?? null;
  }

  highlight(node) {
    node.classList.add("fresh");
    setTimeout(() => node.classList.remove("fresh"), FRESH);
  }

  /** Count what arrived unseen. */
  count(more) {
    this.unread += more;
    this.drawJump();
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.stuck = true;
    else if (scrollTop < this.top) this.stuck = false; // somebody went back; that it grew meanwhile is no reason
    this.top = scrollTop;
    if (this.stuck) this.phone.seen();
    this.drawJump();
  }

  drawJump() {
    this.jump.hidden = this.stuck;
    const label = say(this.phone.language, this.unread ? "jump-new" : "jump", { count: this.unread });
    this.jump.setAttribute("aria-label", label);
    this.jump.title = label;
    this.jump.replaceChildren(icon("down"), ...(this.unread ? [el("b", {}, String(this.unread))] : []));
  }

  /** Go to the newest message and stay there. */
  toEnd() {
    this.stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.phone.seen();
    this.drawJump();
  }

  lineAt(target) {
    const item = target.closest?.("li[data-id]");
    return item ? this.shown.get(Number(item.dataset.id)) : undefined;
  }

  key(event) {
    const at = this.lineAt(event.target);
    if (!at || event.target !== at.node) return;
    const items = [...this.list.querySelectorAll("li[data-id]")];
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    if (event.key in steps) {
      event.preventDefault();
      const next = items[items.indexOf(at.node) + steps[event.key]];
      if (!next) return;
      at.node.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    } else if (event.key === "Enter" || event.key === "ContextMenu") {
      event.preventDefault();
      this.phone.onMenu(at.line, at.node);
    }
  }

  context(event) {
    const at = this.lineAt(event.target);
    if (!at || getSelection().toString()) return;
    event.preventDefault();
    this.phone.onMenu(at.line, at.node, { x: event.clientX, y: event.clientY });
  }

  /** The newest lines first. */
  *newestFirst() {
    for (const { line } of [...this.shown.values()].sort((a, b) => b.line.id - a.line.id)) yield line;
  }
}

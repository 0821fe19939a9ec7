// The bot's commands, as the phone offers them when somebody types a slash.

import { el } from "./dom.js";
import { store } from "./store.js";

/** The commands for this chat and language: the narrowest scope that has a list, which may be empty. */
export function commandsFor(phone) {
  if (!phone.kit.starts) return []; // there are no menus
  const kind = phone.many ? "all_group_chats" : "all_private_chats";
  const scopes = [(scope) => scope.type === "chat" && String(scope.chat_id) === String(phone.chatId),
    (scope) => scope.type === kind, (scope) => scope.type === "default"];
  for (const fits of scopes) {
    for (const language of [phone.language, ""]) {
      const found = store.bot.commands.find((one) => fits(one.scope) && one.language_code === language);
      if (found) return found.commands;
    }
  }
  return [];
}

/** The list above the text; arrow keys choose, Enter or a click sends. */
export class CommandHints {
  constructor(input, phone, send) {
    this.input = input;
    this.phone = phone;
    this.send = send;
    this.id = `commands-${String(phone.chatId).replace("-", "g")}`;
    this.node = el("ul", { class: "hints", role: "listbox", id: this.id, hidden: true });
    this.found = [];
    this.at = 0;
    input.setAttribute("aria-controls", this.id);
    input.setAttribute("aria-autocomplete", "list");
  }

  /** Look again at what is typed. */
  update() {
    const typed = this.input.value.match(/^\/(\w*)$/)?.[1];
    this.found = typed === undefined ? [] : commandsFor(this.phone).filter(({ command }) => command.startsWith(typed));
    this.at = 0;
    this.draw();
  }

  draw() {
    this.node.hidden = this.found.length === 0;
    this.node.replaceChildren(...this.found.map(({ command, description }, at) =>
      el("li", { role: "option", id: `${this.id}-${at}`, "aria-selected": String(at === this.at),
        on: { pointerdown: (event) => { event.preventDefault(); this.choose(at); } } },
        el("b", {}, `/${command}`), el("span", {}, description))));
    if (this.found.length) this.input.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  choose(at) {
    const { command } = this.found[at];
    this.found = [];
    this.draw();
    this.send(`/${command}`);
  }

  /** Whether the key was for the list. */
  takes(event) {
    if (!this.found.length) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      this.at = (this.at + steps[event.key] + this.found.length) % this.found.length;
      this.draw();
    } else if (event.key === "Enter") this.choose(this.at);
    else if (event.key === "Escape") {
      this.found = [];
      this.draw();
    } else return false;
    event.preventDefault();
    return true;
  }
}

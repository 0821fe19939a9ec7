// A message's text with its entities. Offsets count UTF-16 units, as JavaScript's strings do.

import { button, el } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code",
  blockquote: "q", expandable_blockquote: "q",
};

/** The text as nodes; `onCommand` is called with a command that is clicked. */
export function styled(text, entities, onCommand) {
  if (!entities?.length) return [text];
  const edges = new Set([0, text.length]);
  for (const { offset, length } of entities) edges.add(offset).add(offset + length);
  const cuts = [...edges].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const part = text.slice(start, cuts[at + 1]);
    const over = entities.filter(({ offset, length }) => offset <= start && start < offset + length);
    return over.reduce((inner, entity) => wrapped(inner, entity, part, onCommand), part);
  });
}

function wrapped(inner, entity, part, onCommand) {
  if (entity.type in TAGS) return el(TAGS[entity.type], { class: entity.type }, inner);
  if (entity.type === "text_link" || entity.type === "url") return link(entity.url ?? part, inner);
  if (entity.type === "bot_command") return button(inner, () => onCommand(part), { class: "command" });
  if (entity.type === "spoiler") return el("span", { class: "spoiler", tabindex: "0" }, inner);
  return el("span", { class: entity.type }, inner);
}

/** A link out of the page, only to the web. */
export function link(address, inner) {
  const url = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (!/^https?:/i.test(url)) return el("span", { class: "url" }, inner);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, inner);
}

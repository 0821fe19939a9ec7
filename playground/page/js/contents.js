// What a message holds besides text: a place, a contact, a picture, a voice note, any file.

import { el, icon } from "./dom.js";
import { cityName, drawMap, nearestCity } from "./map.js";
import { say } from "./words.js";

const SHOWN = {
  location({ latitude, longitude }, { language }) {
    const { city, km } = nearestCity(latitude, longitude);
    const near = say(language, km < 15 ? "place-in" : "place-near", { city: cityName(city, language), km });
    const numbers = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
    return el("div", { class: "place" }, drawMap({ pin: [latitude, longitude], label: near }),
      el("span", { class: "caption" }, el("b", {}, near), el("small", {}, numbers)));
  },
  contact({ first_name: first, last_name: last, phone_number: phone }, { language }) {
    return el("div", { class: "card" }, el("span", { class: "round" }, icon("person")),
      el("span", { class: "caption" }, el("b", {}, [first, last].filter(Boolean).join(" ")),
        el("small", {}, phone || say(language, "no-number"))));
  },
  photo(sizes, { language }) {
    return el("img", { class: "photo", src: fileUrl(sizes.at(-1)), alt: say(language, "kind-photo"), loading: "lazy",
      width: "240", height: "180" });
  },
  voice({ duration, ...file }, { language }) {
    return el("audio", { controls: true, preload: "none", src: fileUrl(file), "aria-label": `${say(language, "kind-voice")}, ${duration} s` });
  },
  audio(file, { language }) {
    return el("audio", { controls: true, preload: "none", src: fileUrl(file), "aria-label": say(language, "kind-audio") });
  },
  video(file, { language }) {
    return attached(file, say(language, "kind-video"));
  },
  video_note(file, { language }) {
    return attached(file, say(language, "kind-video_note"));
  },
  document(file, { language }) {
    return attached(file, file.file_name ?? say(language, "kind-document"));
  },
  sticker({ emoji }) {
    return el("span", { class: "sticker" }, emoji ?? "🙂");
  },
};

/** The node of what the message holds, or null if it is text only. */
export function content(message, phone) {
  const kind = Object.keys(SHOWN).find((one) => one in message);
  return kind ? SHOWN[kind](message[kind], phone) : null;
}

function fileUrl({ file_id: id }) {
  return `playground/files/${encodeURIComponent(id)}`;
}

function attached(file, name) {
  return el("a", { class: "card", href: fileUrl(file), download: name }, el("span", { class: "round" }, icon("file")),
    el("span", { class: "caption" }, el("b", {}, name), el("small", {}, size(file.file_size))));
}

function size(bytes = 0) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

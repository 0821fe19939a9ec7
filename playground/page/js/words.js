// Words in three languages. The page has one language; every phone has its own.

export const LANGUAGES = { en: "English", ru: "Русский", kk: "Қазақша" };
const words = {};
let current = "en";

/** Load all languages; they are small and phones need them at once. */
export async function loadWords() {
  const load = async (language) => {
    words[language] = await (await fetch(`page/words/${language}.json`)).json();
  };
  await Promise.all(Object.keys(LANGUAGES).map(load));
  setLanguage(kept() ?? navigator.languages.map(known).find(Boolean) ?? "en");
}

/** One of ours for any language tag, or null. */
export function known(tag) {
  const language = String(tag ?? "").slice(0, 2).toLowerCase();
  return language in LANGUAGES ? language : null;
}

function kept() {
  return known(localStorage.getItem("language"));
}

/** The language of the page itself. */
export function pageLanguage() {
  return current;
}

/** Change the language of the page and everything marked `data-say`. */
export function setLanguage(language) {
  current = language;
  document.documentElement.lang = language;
  document.title = `Dabyl · ${here("playground")}`;
  sweep(document);
}

/** Keep the choice for the next visit. */
export function keepLanguage(language) {
  localStorage.setItem("language", language);
}

/** Say everything below `root` that is marked. */
export function sweep(root) {
  for (const node of root.querySelectorAll("[data-say]")) node.textContent = here(node.dataset.say);
  for (const node of root.querySelectorAll("[data-say-label]")) {
    node.setAttribute("aria-label", here(node.dataset.sayLabel));
  }
}

/** A text by its key, with `{name}` filled in. A missing key is a mistake and throws. */
export function say(language, key, values = {}) {
  const text = words[known(language) ?? "en"][key];
  if (text === undefined) throw new Error(`no words for ${key} in ${language}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** Whether there is a text of this key. */
export function hasWords(key) {
  return key in words.en;
}

/** A text in the page's language. */
export function here(key, values) {
  return say(current, key, values);
}

/** One of `{en, ru, kk}` in the page's language; a plain text is itself. */
export function pick(texts) {
  if (texts === null || texts === undefined) return "";
  return typeof texts === "object" ? (texts[current] ?? texts.en ?? "") : String(texts);
}

// What can be sent besides text, each through its own small dialog where one is needed.

import { el } from "./dom.js";
import { field, openDialog } from "./dialog.js";
import { pickPlace } from "./picker.js";
import { base64, samplePicture, sampleVoice } from "./samples.js";
import { act } from "./server.js";
import { store } from "./store.js";
import { now } from "./time.js";
import { say } from "./words.js";

/** The entries of the attach menu. */
export function attachEntries(phone) {
  const says = (key) => say(phone.language, key);
  const always = [
    ["attach-photo", () => chooseFile(phone, "photo", "image/*")],
    ["attach-sample-photo", async () => sendFile(phone, "photo", await samplePicture(), "sample.jpg")],
    ["attach-voice", async () => sendFile(phone, "voice", await sampleVoice(), "sample.oga", { duration: 2 })],
    ["attach-document", () => chooseFile(phone, "document", "")],
    ["attach-location", () => phone.shareLocation()],
  ];
  const alone = [
    ["attach-own-contact", () => phone.shareOwnContact()],
    ["attach-contact", () => otherContact(phone)],
    ["attach-forward", () => forwardedText(phone)],
  ];
  return [...always, ...(phone.many ? [] : alone)]
    .filter(([key]) => phone.kit.attaches?.includes(key) ?? true).map(([key, run]) => [says(key), run]);
}

function chooseFile(phone, kind, accept) {
  const input = el("input", { type: "file", accept, on: { change: () => {
    const [file] = input.files;
    if (file) sendFile(phone, kind, file, file.name);
  } } });
  input.click();
}

async function sendFile(phone, kind, blob, name, more = {}) {
  const mime = blob.type.split(";")[0];
  const body = { chat_id: phone.chatId, kind, content: await base64(blob), name, ...(mime ? { mime } : {}), ...more };
  await act(phone.viewer, "file", body);
  phone.stick();
}

/** Choose a place and share it. */
export function shareLocation(phone) {
  pickPlace(phone, (latitude, longitude) => act(phone.viewer, "location", { chat_id: phone.chatId, latitude, longitude }));
}

/** Share the own contact, after asking, as a messenger does. */
export function shareOwnContact(phone) {
  const person = store.people.get(phone.viewer);
  const says = (key, values) => say(phone.language, key, values);
  const number = person.phone || says("no-number");
  openDialog(says("attach-own-contact"), el("p", {}, says("share-contact-question", { number })), [
    [says("cancel"), () => true],
    [says("share"), () => act(person.id, "contact", { phone_number: person.phone, first_name: person.first_name, user_id: person.id })],
  ], phone);
}

function otherContact(phone) {
  const says = (key) => say(phone.language, key);
  const name = el("input", { required: true, autocomplete: "off", value: "Made-up Daniyar" });
  const number = el("input", { inputmode: "tel", autocomplete: "off", value: "+7 700 000 00 99" });
  openDialog(says("attach-contact"), [field(says("name"), name), field(says("phone-number"), number)], [
    [says("cancel"), () => true],
    [says("share"), () => act(phone.viewer, "contact", { first_name: name.value, phone_number: number.value })],
  ], phone);
}

function forwardedText(phone) {
  const says = (key) => say(phone.language, key);
  const name = el("input", { required: true, autocomplete: "off", value: "Made-up Saule" });
  const text = el("textarea", { required: true, rows: "3", maxlength: "4096" });
  const ago = el("input", { type: "number", min: "0", value: "30" });
  openDialog(says("attach-forward"),
    [field(says("written-by"), name), field(says("text"), text), field(says("minutes-ago"), ago)], [
      [says("cancel"), () => true],
      [says("forward"), () => {
        const date = Math.floor(now() / 1000) - 60 * Number(ago.value);
        return act(phone.viewer, "forward", { name: name.value, text: text.value, date });
      }],
    ], phone);
}

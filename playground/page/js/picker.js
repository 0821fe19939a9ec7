// Choosing a place: on the map, from the list of cities, or by numbers. Each way alone is enough.

import { button, el } from "./dom.js";
import { field, openDialog } from "./dialog.js";
import { cities, cityName, cityNamed, drawMap, nearestCity } from "./map.js";
import { say } from "./words.js";

/** Ask for a place; `share(latitude, longitude)` is called once it is chosen. */
export function pickPlace(phone, share) {
  const { language } = phone;
  const says = (key, values) => say(language, key, values);
  const start = cityNamed(phone.city) ?? cities()[0];
  const degrees = (value, most) => el("input", { type: "number", step: "any", min: String(-most), max: String(most), required: true, value });
  const latitude = degrees(start.at[0], 90);
  const longitude = degrees(start.at[1], 180);
  const where = el("p", { class: "where", role: "status" });
  const map = drawMap({ names: true, language, label: says("map"), onPick: (lat, lon) => choose(lat.toFixed(4), lon.toFixed(4)) });

  function look() {
    const at = [Number(latitude.value), Number(longitude.value)];
    map.movePin(...at);
    const { city, km } = nearestCity(...at);
    where.textContent = says(km < 15 ? "place-in" : "place-near", { city: cityName(city, language), km });
    for (const node of list.children) node.setAttribute("aria-pressed", String(node.dataset.city === city.id && km < 15));
  }

  function choose(lat, lon) {
    latitude.value = lat;
    longitude.value = lon;
    look();
  }

  const list = el("div", { class: "cities", role: "group", "aria-label": says("cities") },
    cities().map((city) => button(cityName(city, language), () => choose(...city.at), { data: { city: city.id } })));
  for (const input of [latitude, longitude]) input.addEventListener("input", look);
  openDialog(says("attach-location"),
    [map, where, list, el("div", { class: "pair" }, field(says("latitude"), latitude), field(says("longitude"), longitude))],
    [[says("cancel"), () => true], [says("share"), () => share(Number(latitude.value), Number(longitude.value))]],
    { language, wide: true });
  look();
}

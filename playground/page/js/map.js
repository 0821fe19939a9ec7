// A small offline map: the country's outline and its cities, drawn from data/country.json.

import { svg } from "./dom.js";
import { known } from "./words.js";

const WIDTH = 600;
const MARGIN = 10;
let country = null;
let frame = null;

/** Load the outline and the cities. */
export async function loadCountry() {
  country = await (await fetch("page/data/country.json")).json();
  const [east, west] = [Math.max(...country.outline.map(([lon]) => lon)), Math.min(...country.outline.map(([lon]) => lon))];
  const [north, south] = [Math.max(...country.outline.map(([, lat]) => lat)), Math.min(...country.outline.map(([, lat]) => lat))];
  const squeeze = Math.cos((((north + south) / 2) * Math.PI) / 180); // a degree east is shorter than one north
  const scale = (WIDTH - 2 * MARGIN) / ((east - west) * squeeze);
  frame = { west, north, squeeze, scale, height: (north - south) * scale + 2 * MARGIN };
}

/** The cities: id, names, at [latitude, longitude], zone. */
export function cities() {
  return country.cities;
}

/** The city of that name in any language, or undefined. */
export function cityNamed(name) {
  const wanted = String(name ?? "").trim().toLowerCase();
  return country.cities.find(({ id, names }) => id === wanted || Object.values(names).some((one) => one.toLowerCase() === wanted));
}

/** How a city is called in a language. */
export function cityName(city, language) {
  return city.names[known(language) ?? "en"];
}

/** The city nearest to a place, and how far it is in kilometres. */
export function nearestCity(latitude, longitude) {
  const distance = ({ at: [lat, lon] }) =>
    Math.hypot((lat - latitude) * 111.2, (lon - longitude) * 111.2 * Math.cos((latitude * Math.PI) / 180));
  const city = country.cities.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  return { city, km: Math.round(distance(city)) };
}

function spot(latitude, longitude) {
  const { west, north, squeeze, scale } = frame;
  return [MARGIN + (longitude - west) * squeeze * scale, MARGIN + (north - latitude) * scale];
}

/** The map. `pin` is [latitude, longitude]; `onPick(latitude, longitude)` makes it clickable. */
export function drawMap({ pin, label, names, onPick, language } = {}) {
  const outline = country.outline.map(([lon, lat]) => spot(lat, lon).map((n) => n.toFixed(1)).join(" ")).join("L");
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${frame.height.toFixed(0)}`, class: "map", role: "img", "aria-label": label },
    svg("path", { d: `M${outline}Z`, class: "land" }));
  for (const city of country.cities) {
    const [x, y] = spot(...city.at);
    drawing.append(svg("circle", { cx: x, cy: y, r: names ? 5 : 4, class: "city" }));
    if (names) drawing.append(cityLabel(city, x, y, language));
  }
  const mark = svg("g", { class: "pin" },
    svg("path", { d: "M0 0C-3-7-12-14-12-23a12 12 0 0 1 24 0C12-14 3-7 0 0z" }), svg("circle", { cy: -23, r: 4.5 }));
  drawing.append(mark);
  drawing.movePin = (latitude, longitude) => {
    const [x, y] = spot(latitude, longitude);
    mark.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${names ? 1 : 2})`);
  };
  if (pin) drawing.movePin(...pin);
  if (onPick) drawing.addEventListener("click", (event) => onPick(...place(drawing, event)));
  return drawing;
}

const LABELLED = { almaty: [-8, 20], astana: [10, 4], shymkent: [-9, 10], aktau: [9, 5], aktobe: [9, 4], atyrau: [9, 4],
  karaganda: [9, 5], kostanay: [9, 5], oskemen: [-9, 22], pavlodar: [9, 4], oral: [9, 4], kyzylorda: [9, 4],
  semey: [-9, 4], petropavl: [9, 5], taraz: [9, 4] };

function cityLabel(city, x, y, language) {
  const shift = LABELLED[city.id];
  return shift ? svg("text", { x: x + shift[0], y: y + shift[1], class: shift[0] === -9 ? "before" : "" }, cityName(city, language)) : "";
}

function place(drawing, event) {
  const box = drawing.getBoundingClientRect();
  const unit = WIDTH / box.width;
  const x = (event.clientX - box.left) * unit, y = (event.clientY - box.top) * unit;
  const { west, north, squeeze, scale } = frame;
  return [north - (y - MARGIN) / scale, west + (x - MARGIN) / (squeeze * scale)];
}

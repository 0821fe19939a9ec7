// Begin: words and map first, then the feed.

import { showBar } from "./bar.js";
import { loadCast, watchBackstage } from "./backstage.js";
import { listen } from "./feed.js";
import { loadCountry } from "./map.js";
import { showGuide } from "./guide.js";
import { showNarrator } from "./narrator.js";
import { showNotes } from "./notes.js";
import { showPanel } from "./panel.js";
import { showPhones } from "./phones.js";
import { emit, on } from "./store.js";
import { loadWords } from "./words.js";

await Promise.all([loadWords(), loadCountry()]);
showBar();
showNarrator();
showPanel();
showPhones();
showGuide();
showNotes();
on("complete", loadCast);
on("clock", () => emit("tick"));
listen();
setInterval(() => emit("tick"), 1000);
watchBackstage();

// The one-file page: reads at once, calculates when Python is there.
import { render } from "preact";
import { App } from "./app.jsx";
import { embeddedCase, embeddedPython } from "./embedded.js";
import { Page } from "./page.js";

const page = new Page(embeddedCase(), embeddedPython);
render(<App page={page} />, document.getElementById("page"));
page.begin().then(() => page.startPython());

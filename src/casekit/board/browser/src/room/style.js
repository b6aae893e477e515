// The style of the room's pages, kept inside the module.

import base from "./style/base.css";
import facilitator from "./style/facilitator.css";
import figures from "./style/figures.css";
import person from "./style/person.css";
import screen from "./style/screen.css";

export default [base, figures, person, facilitator, screen].join("\n");

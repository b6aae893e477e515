// The style of the board, kept inside the module.

import frame from "./style/frame.css";
import hands from "./style/hands.css";
import pictures from "./style/pictures.css";
import tables from "./style/tables.css";
import top from "./style/top.css";
import widths from "./style/widths.css";

export default [frame, top, hands, pictures, tables, widths].join("\n");

// Two leader boards: what decisions brought, and how well it was foreseen.

/** Rows on a page before the rest is only counted; one's own is always there. */
const MOST = 10;

export function Leaders({ ui, told, most = MOST, mostForeseen = most }) {
  return (
    <div class="ckr-leaders">
      <Profit ui={ui} rows={told.leaders.rows} rounds={told.leaders.rounds} most={most} />
      {told.forecasters && <Foreseen ui={ui} rows={told.forecasters.rows} most={mostForeseen} />}
    </div>
  );
}

function Profit({ ui, rows, rounds, most }) {
  return (
    <section>
      <h2>{ui.say("leaders-title")}</h2>
      <p class="ckr-small">{ui.say("leaders-how", { months: 9 * rounds })}</p>
      <table class="ckr-table">
        <thead>
          <tr>
            <th scope="col">{ui.say("leaders-place")}</th>
            <th scope="col" class="ckr-name">
              {ui.say("leaders-team")}
            </th>
            <th scope="col">{ui.say("leaders-profit")}</th>
          </tr>
        </thead>
        <tbody>
          {shownRows(rows, most).map((row) => (
            <tr key={row.team} class={row.mine ? "ckr-mine" : ""}>
              <td>{row.place}</td>
              <th scope="row">{row.team}</th>
              <td class={row.profit_krub < 0 ? "ckr-loss" : ""}>
                {ui.format.money(row.profit_krub, true)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest ui={ui} rows={rows} most={most} />
    </section>
  );
}

function Foreseen({ ui, rows, most }) {
  return (
    <section>
      <h2>{ui.say("forecasters-title")}</h2>
      <p class="ckr-small">{ui.say("forecasters-how")}</p>
      <table class="ckr-table">
        <thead>
          <tr>
            <th scope="col" class="ckr-name">
              {ui.say("leaders-team")}
            </th>
            <th scope="col">{ui.say("forecasters-held")}</th>
            <th scope="col">{ui.say("forecasters-width")}</th>
          </tr>
        </thead>
        <tbody>
          {shownRows(rows, most).map((row) => (
            <tr key={row.team} class={row.mine ? "ckr-mine" : ""}>
              <th scope="row">{row.team}</th>
              <td>
                {row.of > 0
                  ? ui.say("forecasters-of", { held: row.held, of: row.of })
                  : ui.say("forecasters-none")}
              </td>
              <td>{row.width_krub === null ? "" : ui.format.money(row.width_krub)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest ui={ui} rows={rows} most={most} />
    </section>
  );
}

function Rest({ ui, rows, most }) {
  const rest = rows.length - shownRows(rows, most).length;
  return rest > 0 ? <p class="ckr-small">{ui.say("leaders-rest", { count: rest })}</p> : null;
}

/** The first rows, and one's own wherever it stands. */
export function shownRows(rows, most) {
  return rows.filter((row, at) => at < most || row.mine);
}

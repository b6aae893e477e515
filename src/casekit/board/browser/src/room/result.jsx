// What a round brought a team: its money, its forecast, its books, its clients.

import { Drawn } from "./drawn.jsx";
import { News } from "./news.jsx";
import { monthsPicture } from "./pictures.js";

const MOST_CLIENTS = 8;
/** What a team foretells. */
const FORETOLD = ["profit", "margin"];

export function Result({ ui, result }) {
  const { profit, forecast, books, clients } = result;
  // Less than is told of money is told to be nothing.
  const told = Math.abs(profit.gain) < 0.5 ? "same" : profit.gain > 0 ? "gain" : "loss";
  return (
    <section class="ckr-result">
      <p class={`ckr-headline ckr-${told}`}>
        {ui.say(`result-${told}`, { gain: ui.format.money(Math.abs(profit.gain)) })}
      </p>
      {result.decided === false && <p class="ckr-note">{ui.say("result-no-plan")}</p>}
      <Forecast ui={ui} forecast={forecast} planned={result.decided !== false} />
      <News ui={ui} news={result.news} />
      <Books ui={ui} books={books} />
      <Clients ui={ui} clients={clients} />
      <Hours ui={ui} hours={result.hours} />
    </section>
  );
}

/** The ranges that were told, and what came. */
function Forecast({ ui, forecast, planned }) {
  const told = FORETOLD.filter((code) => forecast?.[code]);
  // Without a plan there is nothing that could have been foretold.
  if (!told.length) return planned ? <p class="ckr-note">{ui.say("forecast-none")}</p> : null;
  return (
    <section>
      <h2>{ui.say("forecast-title")}</h2>
      {told.map((code) => {
        const { range, came, held } = forecast[code];
        const [low, middle, high] = range.map((krub) => ui.format.money(krub));
        return (
          <p key={code} class={`ckr-forecast ${held ? "ckr-held" : "ckr-missed"}`}>
            <b>{ui.say(held ? "forecast-held" : "forecast-missed")}</b>{" "}
            {ui.say(`forecast-${code}`, { low, middle, high, came: ui.format.money(came) })}
          </p>
        );
      })}
    </section>
  );
}

function Books({ ui, books }) {
  if (!books?.length) return null;
  return (
    <section>
      <Drawn
        kind="months"
        title={ui.say("books-title", { currency: ui.state.view.currency })}
        data={[books, ui.lang]}
        draw={(size) => monthsPicture(ui, books, size)}
        head={[ui.say("books-month"), ui.say("books-came"), ui.say("books-left")]}
        rows={books.map((row) => [
          ui.month(row.month),
          ui.format.money(row.margin_krub),
          ui.format.money(row.left_krub),
        ])}
      />
      <p class="ckr-key" aria-hidden="true">
        <span>
          <i class="ckr-line-came" /> {ui.say("books-came")}
        </span>
        <span>
          <i class="ckr-line-left" /> {ui.say("books-left")}
        </span>
      </p>
    </section>
  );
}

function Clients({ ui, clients }) {
  if (!clients?.length) return null;
  return (
    <section>
      <h2>{ui.say("clients-title")}</h2>
      <ul class="ckr-clients">
        {clients.slice(0, MOST_CLIENTS).map((client) => (
          <li key={`${client.name} ${client.what}`}>
            <span>{ui.say(`client-${client.what}`, { name: client.name })}</span>
            <b class={client.krub < 0 ? "ckr-loss" : ""}>{ui.format.money(client.krub, true)}</b>
          </li>
        ))}
      </ul>
      <p class="ckr-small">
        {ui.say("clients-how", { count: Math.min(clients.length, MOST_CLIENTS) })}
      </p>
    </section>
  );
}

function Hours({ ui, hours }) {
  if (!hours) return null;
  return (
    <section>
      <h2>{ui.say("hours-title")}</h2>
      <p class="ckr-small">{ui.say("hours-how")}</p>
      <table class="ckr-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{ui.say("hours-before")}</th>
            <th scope="col">{ui.say("hours-after")}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(hours.after).map((activity) => (
            <tr key={activity}>
              <th scope="row">{ui.say(`activity-${activity}`)}</th>
              <td>{ui.format.number(hours.before[activity], 1)}</td>
              <td>{ui.format.number(hours.after[activity], 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

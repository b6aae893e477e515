import { useRef, useState } from "preact/hooks";
import { ActivityRow } from "./hands.jsx";
import { Refused, Short } from "./notices.jsx";

const SAME_HOURS = 0.05;

/** The third sheet: a row each, those whose month changes most first. */
export function People({ ui, state, view }) {
  const { say, company } = ui;
  const [open, setOpen] = useState(null);
  const regionOf = new Map(company.reps.map(({ code, region }) => [code, region]));
  const people = useOrder(view.people, open !== null);
  return (
    <>
      <p>{say("people-note")}</p>
      <section class="ckb-people" aria-label={say("sheet-people")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("person")}</th>
              <th scope="col">{say("region")}</th>
              <th scope="col">{say("people-change")}</th>
              {company.activities.map((code) => (
                <th key={code} scope="col">
                  {ui.activity(code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Person
                key={person.code}
                ui={ui}
                state={state}
                view={view}
                person={person}
                region={ui.label(regionOf.get(person.code))}
                open={person.code === open}
                onOpen={() => setOpen(person.code === open ? null : person.code)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Those who change most first; rows stay where they are while somebody is open. */
function useOrder(people, still) {
  const places = useRef(new Map());
  if (!still || people.some(({ code }) => !places.current.has(code))) {
    const sorted = [...people].sort(
      (one, other) => other.change - one.change || one.code.localeCompare(other.code),
    );
    places.current = new Map(sorted.map(({ code }, place) => [code, place]));
  }
  const place = ({ code }) => places.current.get(code);
  return [...people].sort((one, other) => place(one) - place(other));
}

function Person({ ui, state, view, person, region, open, onOpen }) {
  const { activities } = ui.company;
  return (
    <>
      <tr data-person={person.code}>
        <th scope="row">
          <button type="button" class="ckb-open" aria-expanded={open} onClick={onOpen}>
            <span aria-hidden="true">{open ? "▾ " : "▸ "}</span>
            {ui.label(person.code)}
          </button>
        </th>
        <td data-head={ui.say("region")}>{region}</td>
        <td class="ckb-number" data-head={ui.say("people-change")}>
          {person.change < SAME_HOURS ? "" : ui.format.hours(person.change)}
        </td>
        {person.now.map((now, place) => (
          <Moved
            key={activities[place]}
            ui={ui}
            head={ui.activity(activities[place])}
            today={person.today[place]}
            now={now}
          />
        ))}
      </tr>
      {open && (
        <tr class="ckb-opened">
          <td colSpan={3 + activities.length}>
            <OnePerson ui={ui} view={view} turn={state.answered} person={person} />
            <Short ui={ui} view={view} scope={person.code} />
            <Refused ui={ui} state={state} deeds={["person"]} />
          </td>
        </tr>
      )}
    </>
  );
}

function Moved({ ui, head, today, now }) {
  const { format, say } = ui;
  const change = now - today;
  if (Math.abs(change) < SAME_HOURS) {
    return (
      <td class="ckb-number" data-head={head}>
        {format.number(now, 1)}
      </td>
    );
  }
  return (
    <td class={`ckb-number ckb-moved ${change > 0 ? "ckb-more" : "ckb-less"}`} data-head={head}>
      <span>
        <span class="ckb-aloud">{say("before")} </span>
        <span class="ckb-was">{format.number(today, 1)}</span>
        <span aria-hidden="true"> → </span>
        <span class="ckb-aloud"> {say("after")} </span>
        <b>{format.number(now, 1)}</b>
      </span>
    </td>
  );
}

/** The hands of one person; the limits are Python's, which answers with what they allow. */
function OnePerson({ ui, view, turn, person }) {
  const { activities } = ui.company;
  const total = person.today.reduce((sum, hours) => sum + hours, 0);
  return (
    <div class="ckb-hands ckb-one" role="group" aria-label={ui.label(person.code)}>
      {activities.map((activity, place) => {
        const shared = view.hours[place];
        const row = {
          activity,
          today: person.today[place],
          now: person.now[place],
          low: 0,
          high: total,
          tried_low: shared.tried_low,
          tried_high: shared.tried_high,
          locked: shared.locked,
          unknown: shared.unknown,
        };
        return (
          <ActivityRow
            key={activity}
            ui={ui}
            row={row}
            turn={turn}
            onHours={(hours) => ui.ask({ do: "person", code: person.code, activity, hours })}
          />
        );
      })}
    </div>
  );
}

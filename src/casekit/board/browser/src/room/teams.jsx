// Who is there: teams and their people, who has voted and committed.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Refused } from "./parts.jsx";
import { countOf, kindOf } from "./steps.js";
import { useDeed } from "./ui.js";

export function Teams({ ui, view }) {
  const { teams, loose = [], step } = view;
  const deed = useDeed(ui);
  const counted = countOf(step.code);

  function remove(what, name, key) {
    if (confirm(ui.say(key, { name }))) deed.send({ do: "remove", ...what });
  }

  return (
    <section class="ckr-teams">
      <h2>{ui.say("teams-title", { teams: teams.length })}</h2>
      {teams.length === 0 && <p>{ui.say("teams-none")}</p>}
      <Refused ui={ui} error={deed.error} />
      <ul>
        {teams.map((team) => (
          <li key={team.id}>
            <Team
              ui={ui}
              team={team}
              counted={counted}
              lived={kindOf(step.code) === "round"}
              deed={deed}
              remove={remove}
            />
          </li>
        ))}
      </ul>
      {loose.length > 0 && (
        <>
          <h3>{ui.say("teams-loose")}</h3>
          <People ui={ui} people={loose} remove={remove} />
        </>
      )}
    </section>
  );
}

function Team({ ui, team, counted, lived, deed, remove }) {
  const [name, setName] = useState(null);
  const field = useRef(null);
  const renames = name !== null;
  useLayoutEffect(() => {
    if (renames) field.current.select();
  }, [renames]);
  const here = team.people.filter((person) => person.here).length;

  function onRename(event) {
    event.preventDefault();
    deed.send({ do: "rename", team: team.id, name: name.trim() });
    setName(null);
  }

  return (
    <details class="ckr-one">
      <summary>
        <b>{team.name}</b>
        <span class={here ? "" : "ckr-bad"}>
          {ui.say("team-here", { here, of: team.people.length })}
        </span>
        {counted === "voted" && (
          <span>{ui.say("team-voted", { voted: team.voted, of: team.people.length })}</span>
        )}
        {team.committed && <span class="ckr-good">{ui.say("team-committed")}</span>}
        {counted === "committed" && !team.committed && <span>{ui.say("team-waiting")}</span>}
        {lived && !team.committed && <span>{ui.say("team-without")}</span>}
        {team.committed && (
          <span class={team.committed.by_forecast ? "ckr-good" : "ckr-bad"}>
            {ui.say(team.committed.by_forecast ? "team-forecast" : "team-no-forecast")}
          </span>
        )}
      </summary>
      <p>{ui.say("team-code", { code: team.code })}</p>
      <People ui={ui} people={team.people} remove={remove} />
      {name === null ? (
        <div class="ckr-deeds">
          <button type="button" onClick={() => setName(team.name)}>
            {ui.say("do-rename")}
          </button>
          <button
            type="button"
            onClick={() => remove({ team: team.id }, team.name, "sure-remove-team")}
          >
            {ui.say("do-remove-team")}
          </button>
        </div>
      ) : (
        <form class="ckr-deeds" onSubmit={onRename}>
          <label>
            <span>{ui.say("join-team")}</span>
            <input
              type="text"
              ref={field}
              required
              maxLength={40}
              value={name}
              onInput={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit">{ui.say("do-rename-now")}</button>
          <button type="button" onClick={() => setName(null)}>
            {ui.say("do-leave")}
          </button>
        </form>
      )}
    </details>
  );
}

function People({ ui, people, remove }) {
  return (
    <ul class="ckr-people">
      {people.map((person) => (
        <li key={person.id}>
          <span class={person.here ? "ckr-here" : "ckr-away"}>
            {ui.say(person.here ? "person-here" : "person-away", { name: person.name })}
          </span>
          <button
            type="button"
            aria-label={ui.say("do-remove-person", { name: person.name })}
            onClick={() => remove({ person: person.id }, person.name, "sure-remove-person")}
          >
            {ui.say("do-remove")}
          </button>
        </li>
      ))}
    </ul>
  );
}

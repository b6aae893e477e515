// Joining: one's name, and a team of one's own or a colleague's.

import { useState } from "preact/hooks";
import { Arrived } from "./parts.jsx";
import { useDeed } from "./ui.js";

const LONGEST = 40;

export function Joining({ ui, view }) {
  const deed = useDeed(ui);
  const [name, setName] = useState(view.you?.name ?? "");
  const [code, setCode] = useState(ui.place.code);
  const [team, setTeam] = useState("");
  // The room's code comes with its link; whoever typed an address has it from the big screen.
  const [came] = useState(ui.room !== "");
  const [room, setRoom] = useState("");
  const asksRoom = !came || room !== "" || deed.error?.key === "room-link";
  // Whoever came by a team's link has chosen already; where no team is, there is none to join.
  const [begins, setBegins] = useState(view.counts.teams === 0 && ui.place.code === "");

  function onWhich(starts) {
    setBegins(starts);
    // A refusal was about the other way in.
    deed.forget();
  }

  function onSubmit(event) {
    event.preventDefault();
    const joins = begins ? { team: team.trim() } : { code: code.trim().toUpperCase() };
    if (begins && asksRoom) ui.onRoom(room.trim());
    deed.send({ do: "join", name: name.trim(), ...joins });
  }

  return (
    <form class="ckr-form" onSubmit={onSubmit}>
      {view.removed && (
        <p class="ckr-note" role="alert">
          {ui.say(`removed-${view.removed}`)}
        </p>
      )}
      {!view.room.doors && (
        <p class="ckr-note">
          {ui.refusal({ key: view.room.finished ? "finished" : "doors-shut", facts: {} })}
        </p>
      )}
      <h1>{ui.say("join-title")}</h1>
      <label>
        <span>{ui.say("join-name")}</span>
        <input
          type="text"
          required
          maxLength={LONGEST}
          autocomplete="name"
          value={name}
          onInput={(event) => setName(event.target.value)}
        />
      </label>
      <fieldset class="ckr-which">
        <legend>{ui.say("join-which")}</legend>
        <label>
          <input type="radio" name="which" checked={!begins} onChange={() => onWhich(false)} />
          <span>{ui.say("join-with-code")}</span>
        </label>
        <label>
          <input type="radio" name="which" checked={begins} onChange={() => onWhich(true)} />
          <span>{ui.say("join-begin")}</span>
        </label>
      </fieldset>
      {begins && asksRoom && (
        <label>
          <span>{ui.say("join-room")}</span>
          <input
            type="text"
            class="ckr-code"
            required
            autocomplete="off"
            spellcheck={false}
            value={room}
            onInput={(event) => setRoom(event.target.value)}
          />
        </label>
      )}
      {begins ? (
        <label key="team">
          <span>{ui.say("join-team")}</span>
          <input
            type="text"
            required
            maxLength={LONGEST}
            value={team}
            onInput={(event) => setTeam(event.target.value)}
          />
        </label>
      ) : (
        <label key="code">
          <span>{ui.say("join-code")}</span>
          <input
            type="text"
            class="ckr-code"
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={code}
            onInput={(event) => setCode(event.target.value)}
          />
          <small>{ui.say("join-code-where")}</small>
        </label>
      )}
      <button type="submit" class="ckr-main" disabled={deed.waits}>
        {ui.say(begins ? "join-begins" : "join-joins")}
      </button>
      <Arrived ui={ui} deed={deed} done="" />
    </form>
  );
}

/** What a person who has joined may need: colleagues' way in, and one's own way back. */
export function Joined({ ui, view, open }) {
  const { team, you } = view;
  return (
    <details class="ckr-team" open={open}>
      <summary>
        <b>{team.name}</b> <span>{ui.say("team-code", { code: team.code })}</span>
      </summary>
      <p>{ui.say("team-people", { people: team.people.join(", ") })}</p>
      <p>{ui.say("team-invite")}</p>
      <p class="ckr-link">
        <b class="ckr-code">{team.code}</b> <Link path={team.link} />
      </p>
      {you.link && (
        <p>
          {ui.say("you-link")} <Link path={you.link} />
        </p>
      )}
    </details>
  );
}

function Link({ path }) {
  const { href } = new URL(path, location.href);
  return <a href={href}>{href.replace(/^https?:\/\//, "")}</a>;
}

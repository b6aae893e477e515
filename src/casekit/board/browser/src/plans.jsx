import { useEffect, useRef, useState } from "preact/hooks";
import { goTo } from "./focus.js";
import { Forecast, OfCard } from "./forecast.jsx";
import { freeName } from "./names.js";
import { Refused, TABLE } from "./notices.jsx";
import { isKnown } from "./numbers.js";
import { chanceOf, isToday } from "./store.js";
import { useUnique } from "./unique.js";

/** What the best plan itself may differ by, read from a plan of moves. */
const ROUNDING = 0.0005;
const LONGEST_NAME = 40;

/** Plans beside each other, files, commit, and what comes after it. */
export function Plans({ ui, state, view }) {
  const box = useRef(null);
  return (
    <div class="ckb-plans" ref={box}>
      <Scenarios ui={ui} state={state} view={view} />
      <Commit ui={ui} state={state} view={view} onCommitted={() => goTo(box.current, "forecast")} />
      {view.committed &&
        (view.committed.foretells === false ? (
          <OfCard ui={ui} forecast={state.committed?.forecast} />
        ) : (
          <Forecast ui={ui} state={state} view={view} />
        ))}
    </div>
  );
}

/** A text that a reader types, and stays until what it was sent for has come about. */
function useSent(isDone, onDone = () => {}) {
  const [text, setText] = useState("");
  const [sent, setSent] = useState(null);
  const done = sent !== null && isDone(sent);
  useEffect(() => {
    if (!done) return;
    setSent(null);
    // What was typed since is another text.
    setText((now) => (now === sent.text ? "" : now));
    onDone();
  }, [done]);
  return [text, setText, (facts) => setSent({ ...facts, text })];
}

function Scenarios({ ui, state, view }) {
  const { say, format } = ui;
  const taken = view.scenarios.map((plan) => plan.name);
  const [name, setName, sendName] = useSent((sent) => taken.includes(sent.name));
  // Plans beside it are told for everybody: so is this one, wherever one looks.
  const current = view.whole ?? { ...view.top, chance: chanceOf(state) };
  function keep(event) {
    event.preventDefault();
    const number = view.scenarios.length + 1;
    const wished = name.trim() || say("scenario", { number });
    const given = freeName(wished, taken, LONGEST_NAME);
    ui.ask({ do: "keep", name: given });
    sendName({ name: given });
  }
  return (
    <section aria-label={say("scenarios")}>
      <h2>{say("scenarios")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: narrow windows scroll it by keyboard too */}
      <div class="ckb-people" role="group" aria-label={say("scenarios")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {["name", "gain", "payback", "trough", "chance"].map((head) => (
                <th key={head} scope="col">
                  {say(`head-${head}`)}
                </th>
              ))}
              <th scope="col">
                <span class="ckb-aloud">{say("head-deeds")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr class="ckb-current">
              <th scope="row">{say("this-plan")}</th>
              {isToday(view) ? (
                <Dashes say={say} />
              ) : (
                <Cells ui={ui} plan={current} still={view.whole} />
              )}
              <td />
            </tr>
            {view.scenarios.map((plan) => (
              <tr key={plan.name}>
                <th scope="row">{plan.name}</th>
                <Cells ui={ui} plan={plan} />
                <td>
                  <span class="ckb-buttons">
                    <button
                      type="button"
                      aria-label={say("show-tip", { name: plan.name })}
                      onClick={() => ui.ask({ do: "show", name: plan.name })}
                    >
                      {say("show")}
                    </button>
                    <button
                      type="button"
                      aria-label={say("drop-tip", { name: plan.name })}
                      onClick={() => ui.ask({ do: "drop", name: plan.name })}
                    >
                      {say("drop")}
                    </button>
                  </span>
                </td>
              </tr>
            ))}
            {state.committed &&
              [
                ["try-norm", state.committed.norm],
                ["best", state.committed.personal],
              ].map(([key, plan]) => (
                <tr key={key}>
                  <th scope="row">{say(key)}</th>
                  <Cells ui={ui} plan={plan} still />
                  <td>
                    {isKnown(plan.share) &&
                      say("head-share", { share: format.percent(plan.share) })}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <form class="ckb-buttons" onSubmit={keep}>
        <label class="ckb-field">
          <span>{say("keep-name")}</span>
          <input
            type="text"
            maxLength={LONGEST_NAME}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{say("keep")}</button>
        <button type="button" title={say("save-tip")} onClick={() => ui.ask({ do: "save" })}>
          {say("save")}
        </button>
        {state.files && <Files {...state.files} say={say} />}
      </form>
      <Refused ui={ui} state={state} deeds={TABLE} />
    </section>
  );
}

/** Files to take along. */
function Files({ files, saved, say }) {
  return (
    <span role="status">
      {say(saved ? "files-saved" : "files")}{" "}
      {files.map(({ name, type, base64 }) => (
        <span key={name}>
          <a download={name} href={`data:${type};base64,${base64}`}>
            {name}
          </a>{" "}
        </span>
      ))}
    </span>
  );
}

/** Of today's hours there is nothing to tell beside other plans. */
function Dashes({ say }) {
  return ["gain", "payback", "trough", "chance"].map((cell) => (
    <td key={cell} class="ckb-number" data-head={say(`head-${cell}`)}>
      —
    </td>
  ));
}

function Cells({ ui, plan, still }) {
  const { say, format, company } = ui;
  const known = isKnown(plan.trough_krub);
  const month =
    plan.payback_month === null
      ? say("head-never", { months: company.months })
      : format.number(plan.payback_month);
  return (
    <>
      <td class="ckb-number" data-head={say("head-gain")}>
        {format.money(plan.gain_krub, true)}
      </td>
      <td class="ckb-number" data-head={say("head-payback")}>
        {known ? month : say("unknown")}
      </td>
      <td class="ckb-number" data-head={say("head-trough")}>
        {format.money(known ? -plan.trough_krub : null)}
      </td>
      <td class="ckb-number" data-head={say("head-chance")}>
        {plan.chance === undefined ? (still ? "" : "…") : format.chance(plan.chance)}
      </td>
    </>
  );
}

function Commit({ ui, state, view, onCommitted }) {
  const { say, format } = ui;
  const { committed } = view;
  const count = committed?.count ?? 0;
  const [reason, setReason, sendReason] = useSent((sent) => count > sent.count, onCommitted);
  const [missing, setMissing] = useState(false);
  const id = useUnique();
  function commit(event) {
    event.preventDefault();
    setMissing(!reason.trim());
    if (!reason.trim()) return;
    ui.ask({ do: "commit", reason: reason.trim() });
    sendReason({ count });
  }
  return (
    <section class="ckb-decision" data-place="reason" aria-label={say("commit-title")}>
      <h2>{say("commit-title")}</h2>
      {view.optimum && isKnown(view.optimum.share) && !isToday(view) && (
        <p>
          {say(isBeyond(view.optimum) ? "optimum-beyond" : "optimum-share", {
            share: format.percent(view.optimum.share),
            attainable: format.money(view.optimum.attainable_krub, true),
          })}
        </p>
      )}
      {committed && (
        <div class="ckb-committed" role="status">
          <p>
            <b>{say("committed", { reason: committed.reason })}</b>
          </p>
          {committed.after_optimum && <p>{say("committed-seen")}</p>}
          {count > 1 && <p>{say("committed-count", { count })}</p>}
          {isKnown(committed.share) && (
            <p>
              {say(isBeyond(committed) ? "committed-beyond" : "committed-share", {
                share: format.percent(committed.share),
                gain: format.money(committed.gain_krub, true),
                attainable: format.money(committed.attainable_krub, true),
              })}
            </p>
          )}
          {!isBeyond(committed) && (
            <>
              <Rest
                ui={ui}
                title={say("committed-rest")}
                parts={committed.rest}
                name={ui.activity}
              />
              <Rest
                ui={ui}
                title={say("committed-people")}
                parts={committed.rest_people}
                name={(code, { activity }) => `${ui.label(code)}, ${ui.activity(activity)}`}
              />
            </>
          )}
        </div>
      )}
      <form onSubmit={commit}>
        <p id={`${id}-why`}>{say(committed ? "commit-again" : "commit-why")}</p>
        <span class="ckb-buttons">
          <label class="ckb-field ckb-wide">
            <span>{say("commit-reason")}</span>
            <input
              type="text"
              maxLength={300}
              aria-describedby={`${id}-why`}
              aria-invalid={missing}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="ckb-main-deed">
            {say("commit")}
          </button>
        </span>
        {missing && (
          <p class="ckb-bad" role="alert">
            {say("commit-missing")}
          </p>
        )}
        <Refused ui={ui} state={state} deeds={["commit"]} />
      </form>
    </section>
  );
}

/** A plan that promises more than the best one within tried hours does so on hours untried. */
function isBeyond({ share }) {
  return isKnown(share) && share > 1 + ROUNDING;
}

/** Where the rest of the attainable lies, and by how many hours. */
function Rest({ ui, title, parts = [], name }) {
  if (parts.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {parts.map((part) => (
          <li key={part.code}>
            {ui.say("committed-part", {
              what: name(part.code, part),
              gain: ui.format.money(part.krub, true),
              hours: ui.format.signed(part.hours, 1),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

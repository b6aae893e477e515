import assert from "node:assert/strict";
import { test } from "node:test";
import { onClock, secondsLeft } from "../src/room/clock.js";
import { countOf, kindOf, sureToGo, wordsOf } from "../src/room/steps.js";
import { EMPTY, told, UNASKED } from "../src/room/store.js";
import { refusals } from "../src/room/ui.js";

test("a clock goes by the server's time, whatever the browser's says", () => {
  const { ahead } = told(EMPTY, { kind: "view", now: 900_000 }, 1_000_000);
  const step = { ends_at: 960_000 };
  assert.equal(secondsLeft(step, ahead, 1_000_000), 60);
  assert.equal(secondsLeft(step, ahead, 1_075_000), -15);
  assert.equal(secondsLeft({ ends_at: null }, ahead, 1_000_000), null);
  assert.equal(onClock(605), "10:05");
  assert.equal(onClock(-15), "0:15");
});

test("a deed is done, or refused with why; a refusal without a name is kept apart", () => {
  let state = told(EMPTY, { kind: "done", id: "a" });
  state = told(state, { kind: "error", id: "b", key: "room-shut", facts: { step: "bet" } });
  state = told(state, { kind: "error", key: "room-slowly" });
  assert.deepEqual(state.answers, {
    a: null,
    b: { key: "room-shut", facts: { step: "bet" } },
    [UNASKED]: { key: "room-slowly", facts: {} },
  });
  for (let k = 0; k < 100; k += 1) state = told(state, { kind: "done", id: `x${k}` });
  assert.ok(Object.keys(state.answers).length < 50 && state.answers.x99 === null);
});

test("words of both languages are kept; what is unknown changes nothing", () => {
  let state = told(EMPTY, { kind: "words", lang: "ru", words: { a: "а" } });
  state = told(state, { kind: "words", lang: "en", words: { a: "a" } });
  assert.deepEqual([state.speaks, Object.keys(state.words)], ["en", ["ru", "en"]]);
  assert.equal(told(state, { kind: "news of tomorrow" }), state);
});

test("steps are of a kind, and count people, teams or nobody", () => {
  assert.deepEqual(["decide_2", "round_3", "bet"].map(kindOf), ["decide", "round", "bet"]);
  const counted = ["join", "bet", "audit", "board", "commit", "decide_3", "round_1", "vote"];
  assert.deepEqual(counted.map(countOf), [
    null,
    "voted",
    "voted",
    null,
    "committed",
    "committed",
    null,
    "voted",
  ]);
});

test("the facilitator is asked before what cannot be taken back", () => {
  const agenda = [
    { code: "round_1", played: true },
    { code: "round_2", played: false },
  ];
  const view = { step: { code: "commit" }, agenda };
  const asked = (next) => wordsOf(view, next).ask;
  assert.equal(asked({ do: "play", round: 1 }), "sure-play");
  assert.equal(asked({ do: "play", round: 2 }), undefined);
  assert.equal(asked({ do: "go", step: "reveal" }), "sure-reveal");
  assert.equal(asked({ do: "go", step: "vote" }), undefined);
  assert.equal(asked({ do: "finish" }), "sure-finish");
  assert.equal(wordsOf(view, { do: "close" }).step, "commit");
  assert.equal(sureToGo("reveal"), "sure-reveal");
});

test("a refusal names steps by their words, and says so where it has none", () => {
  const words = {
    "step-bet": "Bets",
    "step-vote": "Second vote",
    shut: "“{step}” is shut, not {allowed}",
    error: "No ({key})",
  };
  const say = (key, facts) => words[key].replace(/\{(\w+)\}/g, (_, name) => facts[name]);
  say.has = (key) => key in words;
  say.error = ({ key, facts }) => (say.has(key) ? say(key, facts) : say("error", { key }));
  const refusal = refusals(say);
  const facts = { step: "bet", allowed: "vote, 4" };
  assert.equal(refusal({ key: "room-shut", facts }), "“Bets” is shut, not Second vote, 4");
  assert.equal(refusal({ key: "room-strange", facts: {} }), "No (strange)");
});

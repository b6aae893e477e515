import assert from "node:assert/strict";
import { test } from "node:test";
import { Link } from "../src/link.js";
import { EMPTY, proposalOf, told } from "../src/store.js";

/** A kernel that answers when it is told to, and keeps what it was asked. */
class Kernel {
  constructor() {
    this.asked = [];
    this.hours = {};
    this.state = { ...EMPTY };
    this.link = new Link((deed) => this.asked.push(deed));
  }

  answer() {
    const deed = this.asked.at(-1);
    if (deed.do === "move") this.hours[deed.activity] = deed.hours;
    this.tell({ kind: "view", turn: deed.turn, hours: { ...this.hours }, top: {} });
    this.link.answered(deed.turn);
    return deed;
  }

  tell(message) {
    this.state = told(this.state, message);
  }
}

test("fifty quick moves end right, and few of them are sent", () => {
  const kernel = new Kernel();
  for (let k = 1; k <= 50; k += 1) {
    kernel.link.ask({ do: "move", activity: "retention", hours: k });
    if (k === 20) kernel.answer();
  }
  while (kernel.link.busy) kernel.answer();
  assert.equal(kernel.hours.retention, 50);
  assert.equal(kernel.asked.length, 3);
  assert.deepEqual(
    kernel.asked.map((deed) => deed.hours),
    [1, 20, 50],
  );
  assert.equal(kernel.state.view.turn, 50);
});

test("never two unanswered deeds", () => {
  let open = 0;
  const link = new Link(() => {
    open += 1;
    assert.equal(open, 1);
  });
  const turns = [];
  for (let k = 0; k < 9; k += 1) turns.push(link.ask({ do: k % 3 ? "undo" : "move", hours: k }));
  for (const turn of turns) {
    if (!open) break;
    open -= 1;
    link.answered(turn);
  }
  assert.equal(link.busy, false);
});

test("moves of two hands and other deeds keep their order", () => {
  const kernel = new Kernel();
  kernel.link.ask({ do: "today" });
  kernel.link.ask({ do: "move", activity: "retention", hours: 20 });
  kernel.link.ask({ do: "move", activity: "retention", hours: 21 });
  kernel.link.ask({ do: "move", activity: "service", hours: 25 });
  kernel.link.ask({ do: "undo" });
  kernel.link.ask({ do: "move", activity: "service", hours: 26 });
  while (kernel.link.busy) kernel.answer();
  assert.deepEqual(
    kernel.asked.map((deed) => [deed.do, deed.hours]),
    [
      ["today", undefined],
      ["move", 21],
      ["move", 25],
      ["undo", undefined],
      ["move", 26],
    ],
  );
});

test("an answer to an older turn does not free the line", () => {
  const kernel = new Kernel();
  kernel.link.answered(4);
  kernel.link.ask({ do: "undo" });
  kernel.link.ask({ do: "redo" });
  kernel.link.answered(4);
  assert.deepEqual(
    kernel.asked.map((deed) => deed.turn),
    [5],
  );
  kernel.link.answered(5);
  assert.deepEqual(
    kernel.asked.map((deed) => deed.turn),
    [5, 6],
  );
});

test("what was not answered is asked again when the line is back", () => {
  const kernel = new Kernel();
  kernel.link.ask({ do: "move", activity: "retention", hours: 20 });
  kernel.link.broke();
  kernel.link.ask({ do: "move", activity: "service", hours: 19 });
  assert.equal(kernel.asked.length, 1);
  kernel.link.back();
  while (kernel.link.busy) kernel.answer();
  assert.deepEqual(kernel.hours, { retention: 20, service: 19 });
});

test("what is worked out slowly is dropped when it comes for an older turn", () => {
  const kernel = new Kernel();
  const view = (turn) => ({ kind: "view", turn, top: { chance: null }, months: {} });
  kernel.tell(view(1));
  kernel.tell({ kind: "slow", turn: 1, chance: 0.8 });
  assert.equal(kernel.state.slow.chance, 0.8);
  kernel.tell(view(2));
  assert.equal(kernel.state.slow, null);
  kernel.tell({ kind: "slow", turn: 1, chance: 0.8 });
  assert.equal(kernel.state.slow, null);
  kernel.tell(view(1));
  assert.equal(kernel.state.view.turn, 2);
});

test("what waits is renumbered when another board has moved on", () => {
  const kernel = new Kernel();
  kernel.link.ask({ do: "undo" });
  kernel.link.ask({ do: "redo" });
  kernel.link.answered(9);
  assert.deepEqual(
    kernel.asked.map((deed) => [deed.do, deed.turn]),
    [
      ["undo", 1],
      ["redo", 10],
    ],
  );
});

test("an error answers its turn and leaves the view", () => {
  const kernel = new Kernel();
  kernel.tell({ kind: "view", turn: 3, top: {} });
  kernel.tell({ kind: "error", turn: 4, key: "deed-hours", facts: {} });
  assert.equal(kernel.state.answered, 4);
  assert.equal(kernel.state.view.turn, 3);
  kernel.tell({ kind: "view", turn: 5, top: {} });
  assert.equal(kernel.state.answered, 5);
});

test("files to take along are those of the plan shown", () => {
  const kernel = new Kernel();
  const view = (turn, moves) => ({ kind: "view", turn, plan: { moves }, top: {} });
  kernel.tell(view(1, ["one"]));
  kernel.tell({ kind: "files", turn: 1, files: ["my_plan.json"] });
  kernel.tell(view(2, ["one"]));
  assert.deepEqual(kernel.state.files.files, ["my_plan.json"]);
  kernel.tell(view(3, ["two"]));
  assert.equal(kernel.state.files, null);
});

test("after a crash that took some turns the board shows what is left", () => {
  const kernel = new Kernel();
  const view = (turn, hours) => ({ kind: "view", turn, plan: { moves: [] }, hours, top: {} });
  kernel.tell({ kind: "company" });
  kernel.tell(view(5, "five"));
  kernel.tell(view(4, "overtaken"));
  assert.equal(kernel.state.view.hours, "five");
  kernel.tell({ kind: "company" });
  kernel.tell(view(3, "left"));
  assert.equal(kernel.state.view.hours, "left");
});

test("a refusal says of which deed it is, also when another board made it late", () => {
  const sent = [];
  const link = new Link((deed) => sent.push(deed));
  link.ask({ do: "commit", reason: "Doors" });
  // A view of another board under the same turn comes before the refusal.
  link.answered(1);
  const error = { kind: "error", turn: 1, key: "deed-stale", facts: {} };
  const state = told(EMPTY, error, link.deedOf(1));
  assert.equal(state.error.of, "commit");
  link.forget(1);
  assert.equal(link.deedOf(1), undefined);
  assert.equal(told(EMPTY, { ...error, turn: 7 }, link.deedOf(7)).error.of, undefined);
});

test("a proposal is marked as long as its plan is on the board", () => {
  const view = (turn, hours) => ({ kind: "view", turn, plan: { moves: [hours] } });
  let state = told(EMPTY, view(1, 2), { do: "move" });
  assert.equal(proposalOf(state), null);
  state = told(state, view(2, 5), { do: "try", proposal: "chief" });
  assert.equal(proposalOf(state), "chief");
  state = told(state, view(3, 6), { do: "move" });
  assert.equal(proposalOf(state), null);
  state = told(state, view(4, 5), { do: "undo" });
  assert.equal(proposalOf(state), "chief");
  state = told(state, view(5, 9), { do: "best" });
  assert.equal(proposalOf(state), "best");
});

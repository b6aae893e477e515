import assert from "node:assert/strict";
import { test } from "node:test";
import { formatter, tickDigits, typed } from "../src/numbers.js";
import { capital, speaker } from "../src/words.js";

const words = {
  en: {
    "panel-unknown": "unknown",
    "panel-percent": "{number}%",
    "panel-money-millions": "{sign}{currency}{number}m",
    "panel-money-thousands": "{sign}{currency}{number}k",
    "panel-chance-told": "about {count} in {of}",
  },
  ru: {
    "panel-unknown": "неизвестно",
    "panel-percent": "{number} %",
    "panel-money-millions": "{sign}{number} млн {currency}",
    "panel-money-thousands": "{sign}{number} тыс. {currency}",
    "panel-chance-told": "примерно {count} из {of}",
  },
};
const company = {
  currency: "₽",
  chances: [
    [1, 2],
    [4, 5],
    [49, 50],
  ],
  labels: {},
};
const of = (lang) => formatter(lang, speaker(words, lang), company);

test("money keeps three figures in the reader's language", () => {
  assert.equal(of("en").money(69491.2, true), "+₽69.5m");
  assert.equal(of("ru").money(69491.2, true), "+69,5 млн ₽");
  assert.equal(of("ru").money(-605.8), "−606 тыс. ₽");
  assert.equal(of("en").money(6815.3), "₽6.82m");
  assert.equal(of("en").money(0, true), "₽0k");
});

test("unknown is a word, never nought", () => {
  assert.equal(of("ru").money(null), "неизвестно");
  assert.equal(of("en").number(Number.NaN), "unknown");
  assert.equal(of("en").chance(null), "unknown");
});

test("numbers have no signed nought and a comma in Russian", () => {
  assert.equal(of("en").signed(-0.04, 1), "0.0");
  assert.equal(of("ru").signed(4.25, 1), "+4,3");
  assert.equal(of("ru").number(1234.5, 1), "1\u00a0234,5");
});

test("chances are told as so many in so many, never as sure", () => {
  assert.equal(of("en").chance(0.78), "about 4 in 5");
  assert.equal(of("ru").chance(1), "примерно 49 из 50");
  const bare = formatter("en", speaker(words, "en"), { currency: "₽" });
  assert.equal(bare.chance(1), "about 9 in 10");
});

test("hours are read as people type them", () => {
  assert.equal(typed("18,5"), 18.5);
  assert.equal(typed(" 1 018.50 "), 1018.5);
  assert.equal(typed("−2"), -2);
  for (const nonsense of ["", "abc", "1,2,3", "--1", "NaN", "1e3", "."])
    assert.equal(typed(nonsense), null);
});

test("ticks have as many decimals as tell them apart", () => {
  assert.equal(tickDigits(5), 0);
  assert.equal(tickDigits(0.5), 1);
  assert.equal(tickDigits(0.25), 2);
  assert.equal(tickDigits(1.2 - 1.1), 1);
});

test("a text that is missing is a fault, a fact that is missing shows its name", () => {
  assert.throws(() => speaker(words, "en")("nowhere"), /panel-nowhere/);
  assert.equal(speaker(words, "en")("percent"), "{number}%");
  assert.equal(capital("администрирование", "ru"), "Администрирование");
});

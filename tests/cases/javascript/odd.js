#!/usr/bin/env node
"use strict";
// gpt-4 in a comment is prose
const path = require("gpt-4");
import thing from 'claude-2.1';
"gpt-4";
const o1 = "o1";
const grid = ["o1", "o2", "o3"];
const label = { label: "gpt-4", value: 3 }; // expect: gpt-4 dict-value catalogue retired
const escaped = "gpt\u002d4-0613"; // expect: gpt-4-0613 constant runtime retired
const typo = { model: "gpt4-0613" }; // expect: gpt4-0613 dict-value runtime mistyped
const cells = `gpt-4
gpt-3.5`;
const reply = { object: "chat.completion", model: "gpt-4", choices: [] }; // expect: gpt-4 dict-value catalogue retired
jest.mock("openai");
program.option("-m, --model <name>", "the model", "gpt-4-0314"); // expect: gpt-4-0314 cli-default runtime retired
map.set("gpt-4", 8192); // expect: gpt-4 other catalogue retired
const { model = "claude-2.1" } = config; // expect: claude-2.1 default runtime retired
function pick() { return "gpt-4-32k"; } // expect: gpt-4-32k other runtime retired
function countTokens(text, model = "gpt-4") {} // expect: gpt-4 default catalogue retired
class Settings { static model = 'gpt-3.5-turbo-0613'; #engine = "text-davinci-003" } // expect: gpt-3.5-turbo-0613 field runtime retired expect: text-davinci-003 field runtime retired

import { z } from "zod";

type Model = "gpt-4" | "gpt-3.5-turbo" | "claude-2.1"; // expect: gpt-4 collection catalogue retired expect: gpt-3.5-turbo collection catalogue retired expect: claude-2.1 collection catalogue retired
export const schema = z.object({
  model: z.enum(["gpt-4", "gpt-4o"]), // expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring
  other: z.string().default("gpt-4-0314"), // expect: gpt-4-0314 default runtime retired
});

export enum Models {
  Gpt4 = "gpt-4", // expect: gpt-4 constant catalogue retired
  Claude = "claude-3-opus-20240229", // expect: claude-3-opus-20240229 constant catalogue retired
}

export const PRICES: Record<string, number> = {
  "gpt-4": 0.03, // expect: gpt-4 collection catalogue retired
  "gpt-4-32k": 0.06, // expect: gpt-4-32k collection catalogue retired
  'claude-2.1': 0.01, // expect: claude-2.1 collection catalogue retired
};

export const MODELS = [
  { id: "gpt-4", name: "GPT-4", price: 1 }, // expect: gpt-4 dict-value catalogue retired
  { id: "gpt-4-32k", name: "GPT-4 32k", price: 2 }, // expect: gpt-4-32k dict-value catalogue retired
  { id: "gpt-3.5-turbo", name: "Turbo", price: 3 }, // expect: gpt-3.5-turbo dict-value catalogue retired
  { id: "claude-2.1", name: "Claude", price: 4 }, // expect: claude-2.1 dict-value catalogue retired
  { id: "gemini-pro", name: "Gemini", price: 5 }, // expect: gemini-pro dict-value catalogue retired
  { id: "claude-instant-1.2", name: "Instant", price: 6 }, // expect: claude-instant-1.2 dict-value catalogue retired
];

export function limit(model: string): number {
  if (model === "gpt-4-32k") return 32768; // expect: gpt-4-32k comparison catalogue retired
  if (model.startsWith("gpt-4")) return 8192; // expect: gpt-4 prefix-check catalogue retired
  if (["gpt-3.5-turbo-16k", "gpt-3.5-turbo-1106"].includes(model)) return 16384; // expect: gpt-3.5-turbo-16k comparison catalogue retired expect: gpt-3.5-turbo-1106 comparison catalogue retired
  switch (model) {
    case "claude-2.1": // expect: claude-2.1 comparison catalogue retired
      return 100000;
    case 'claude-instant-1.2': // expect: claude-instant-1.2 comparison catalogue retired
    default:
      return model.includes("gpt-4-turbo-preview") ? 1 : 2; // expect: gpt-4-turbo-preview comparison catalogue retired
  }
}

console.log("gpt-4"); // expect: gpt-4 other catalogue retired
console.warn(`The model gpt-4 is gone; use gpt-4o`);
throw new Error("gpt-4 is not supported any more");
const url = "https://example.org/docs/models/gpt-4";
const file = "./fixtures/gpt-4.json";
const price = PRICES["gpt-4"]; // expect: gpt-4 other catalogue retired
const isReasoning = /^gpt-4/.test(model);
const supported = new Set(["gpt-4", "gpt-4o"]); // expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring

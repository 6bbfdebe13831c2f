import { generateText } from "ai";
import { openai } from "@/lib/openai";
import anthropic from "../clients/anthropic";
import { createOpenAI } from "workers-models";
import { llm } from "@acme/llm";

// What the project's own modules hold under a name that others have as well is asked by its methods.
export const ask = () => openai.chat.completions.create({ model: "gpt-4o-mini", messages: [] }); // expect: gpt-4o-mini call-argument runtime retiring openai chat.completions
export const embed = () => openai.embeddings.create({ model: "text-embedding-3-small", input: "" }); // expect: text-embedding-3-small call-argument runtime active openai embeddings
export const told = () => anthropic.messages.create({ model: "claude-sonnet-4-5", max_tokens: 9, messages: [] }); // expect: claude-sonnet-4-5 call-argument runtime retiring anthropic messages

// A factory of a package that nobody here knows is not the one of the AI SDK.
const workers = createOpenAI({ binding });
export const unknown = () => llm.chat.completions.create({ model: "prod-gpt-house", messages: [] }); // expect: prod-gpt-house call-argument runtime unknown - chat.completions
export const works = () => generateText({ model: workers("my-own"), prompt: "" }); // expect: workers("my-own") call-argument runtime dynamic

import OpenAI from "npm:openai@4.20.1";
import { generateText } from "npm:ai@5";
import Anthropic from "https://esm.sh/@anthropic-ai/sdk@0.20.0";

const router = new OpenAI({ baseURL: "https://openrouter.ai/api/v1" });
await router.chat.completions.create({ model: "openai/gpt-4o", messages: [] }); // expect: openai/gpt-4o call-argument runtime unknown openrouter chat.completions
await new Anthropic().messages.create({ model: "claude-2.1", max_tokens: 9, messages: [] }); // expect: claude-2.1 call-argument runtime retired anthropic messages

// What is given may be a model that asks its maker, rather than a text for the gateway.
export const write = (model) => generateText({ model, prompt: "Hello" }); // expect: model call-argument runtime dynamic

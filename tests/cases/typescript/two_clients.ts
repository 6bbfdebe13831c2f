import Anthropic from "@anthropic-ai/sdk";
import axios from "axios";
import OpenAI from "openai";

export class Both {
  #anthropic = new Anthropic();
  private openai: OpenAI;

  constructor() {
    this.openai = new OpenAI({ baseURL: "https://openrouter.ai/api/v1" });
  }

  ask() {
    return this.openai.chat.completions.create({ model: "openai/gpt-4o", messages: [] }); // expect: openai/gpt-4o call-argument runtime unknown openrouter chat.completions
  }

  tell() {
    return this.#anthropic.messages.create({ model: "claude-2.1", max_tokens: 9, messages: [] }); // expect: claude-2.1 call-argument runtime retired anthropic messages
  }
}

const api = axios.create({ baseURL: "https://api.together.xyz/v1" });
export const complete = () => api.post("/completions", { model: "meta-llama/Llama-2-70b-hf" }); // expect: meta-llama/Llama-2-70b-hf call-argument runtime unknown together completions
// What the file serves itself asks nobody.
app.post("/v1/assistants", (request, answer) => answer.json({ ok: true }));

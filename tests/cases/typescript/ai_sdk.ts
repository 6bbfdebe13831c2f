import { generateText, streamText, embed, generateObject } from "ai";
import { openai, createOpenAI } from "@ai-sdk/openai";
import { anthropic } from "@ai-sdk/anthropic";
import { google } from "@ai-sdk/google";
import { createAzure } from "@ai-sdk/azure";
import { z } from "zod";

const azure = createAzure({ resourceName: "mine", apiKey: process.env.AZURE_API_KEY });
const custom = createOpenAI({ baseURL: "https://api.groq.com/openai/v1", apiKey: process.env.GROQ_API_KEY });

export async function POST(req: Request) {
  const { messages } = await req.json();
  const result = streamText({
    model: openai("gpt-4-turbo-preview"), // expect: gpt-4-turbo-preview call-argument runtime retired openai
    messages,
  });
  return result.toDataStreamResponse();
}

const { text } = await generateText({ model: anthropic("claude-3-opus-20240229"), prompt: "Hi" }); // expect: claude-3-opus-20240229 call-argument runtime retired anthropic
await generateObject({ model: google('gemini-1.5-pro'), schema: z.object({}) }); // expect: gemini-1.5-pro call-argument runtime retired gemini
await generateText({ model: azure("prod-chat"), prompt }); // expect: prod-chat call-argument runtime unknown azure
await embed({ model: openai.embedding("text-embedding-3-small"), value }); // expect: text-embedding-3-small call-argument runtime active openai embeddings
await generateText({ model: custom("llama3-70b-8192"), prompt }); // expect: llama3-70b-8192 call-argument runtime retired groq
await generateText({ model: "openai/gpt-4o-mini", prompt }); // expect: openai/gpt-4o-mini call-argument runtime unknown gateway chat
const chosen = process.env.CHAT_MODEL ?? "gpt-4-0314"; // expect: gpt-4-0314 environment-default runtime retired openai
await generateText({ model: openai(chosen), prompt });
await generateText({ model: openai(pick()), prompt }); // expect: pick() call-argument runtime dynamic openai

const models = {
  fast: openai("gpt-3.5-turbo-16k"), // expect: gpt-3.5-turbo-16k call-argument runtime retired openai
  smart: anthropic("claude-2.1"), // expect: claude-2.1 call-argument runtime retired anthropic
};

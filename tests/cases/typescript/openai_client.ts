import OpenAI, { AzureOpenAI, toFile } from "openai";
import type { ChatCompletionMessageParam } from "openai/resources";

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const router = new OpenAI({ baseURL: "https://openrouter.ai/api/v1", apiKey: process.env.OPENROUTER_API_KEY });
const azure = new AzureOpenAI({ apiVersion: "2024-10-21", endpoint: process.env.AZURE_ENDPOINT });
const elsewhere = new OpenAI({ baseURL: process.env.LLM_URL });

const DEFAULT_MODEL = "gpt-4-0613"; // expect: gpt-4-0613 constant runtime retired openai chat.completions
const EMBEDDING = 'text-embedding-ada-002'; // expect: text-embedding-ada-002 constant runtime active openai embeddings

export async function ask(messages: ChatCompletionMessageParam[]): Promise<string> {
  const reply = await client.chat.completions.create({ model: DEFAULT_MODEL, messages });
  return reply.choices[0].message.content ?? "";
}

export async function summarize(text: string, model: string = "gpt-4-32k") { // expect: gpt-4-32k default runtime retired openai responses
  return client.responses.create({ model, input: text });
}

export const embed = (input: string[]) => client.embeddings.create({ input, model: EMBEDDING });

await client.chat.completions.create({
  messages: [],
  model: "gpt-3.5-turbo-0613", // expect: gpt-3.5-turbo-0613 call-argument runtime retired openai chat.completions
});
await router.chat.completions.create({
  model: `anthropic/claude-3-opus`, // expect: anthropic/claude-3-opus call-argument runtime unknown openrouter chat.completions
  messages: [],
});
await azure.chat.completions.create({ model: "prod-chat", messages: [] }); // expect: prod-chat call-argument runtime unknown azure chat.completions
await elsewhere.chat.completions.create({ model: "house-model-7b", messages: [] }); // expect: house-model-7b call-argument runtime unknown - chat.completions
await client?.audio.transcriptions.create({ file: await toFile(buffer), model: "whisper-1" }); // expect: whisper-1 call-argument runtime deprecated openai audio.transcriptions
await client.chat.completions.create({ model: pick(), messages: [] }); // expect: pick() call-argument runtime dynamic openai chat.completions
await client.chat.completions
  .create({
    model: "gpt-4" + "-1106-preview", // expect: gpt-4-1106-preview join runtime retired openai chat.completions
    messages: [],
  });
const tuned = `${DEFAULT_MODEL}-tuned`;
const family = "gpt";
await client.chat.completions.create({ model: `${family}-4-vision-preview`, messages: [] }); // expect: gpt-4-vision-preview f-string runtime retired openai chat.completions

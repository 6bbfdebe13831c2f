import axios from 'axios';

await fetch("https://api.openai.com/v1/chat/completions", {
  method: "POST",
  headers: { Authorization: `Bearer ${key}` },
  body: JSON.stringify({
    model: "gpt-4-0613", // expect: gpt-4-0613 call-argument runtime retired openai chat.completions
    messages,
  }),
});
const body = { model: 'claude-2.1', max_tokens: 10 }; // expect: claude-2.1 dict-value runtime retired anthropic messages
await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify(body) });
await axios.post("https://api.openai.com/v1/embeddings", { model: "text-embedding-ada-002", input }); // expect: text-embedding-ada-002 call-argument runtime active openai embeddings
const ENDPOINT = "https://api.groq.com/openai/v1";
await fetch(`${ENDPOINT}/chat/completions`, { body: JSON.stringify({ model: "mixtral-8x7b-32768" }) }); // expect: mixtral-8x7b-32768 call-argument runtime retired groq chat.completions
await fetch("/api/chat", { body: JSON.stringify({ model: "gpt-4" }) }); // expect: gpt-4 call-argument runtime retired

// A body that is written out is read by its keys; what was answered is not asked.
export const written = '{"model": "gpt-4-0314", "messages": []}'; // expect: gpt-4-0314 dict-value runtime retired openai
export const answered = `{"object": "chat.completion", "model": "gpt-4-0613"}`; // expect: gpt-4-0613 dict-value catalogue retired openai

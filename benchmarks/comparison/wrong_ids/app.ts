import OpenAI from "openai";

const openai = new OpenAI();

await openai.responses.create({ model: "gpt-5.4-nanno", input: "Which day is it?" }); // wrong
await openai.responses.create({ model: "gpt-5.6-sol", input: "Which day is it?" }); // right

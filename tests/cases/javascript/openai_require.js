const { OpenAI } = require('openai');
const Anthropic = require("@anthropic-ai/sdk");
const { Configuration, OpenAIApi } = require('openai');

const openai = new OpenAI();
const anthropic = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });
const legacy = new OpenAIApi(new Configuration({ apiKey: process.env.OPENAI_API_KEY }));

const MODELS = { chat: 'gpt-4-0314', cheap: 'gpt-3.5-turbo-0301' }; // expect: gpt-4-0314 dict-value runtime retired openai chat.completions expect: gpt-3.5-turbo-0301 dict-value runtime retired

async function main(options = {}) {
  const model = options.model || process.env.OPENAI_MODEL || 'gpt-4-turbo-preview'; // expect: gpt-4-turbo-preview environment-default runtime retired openai chat.completions
  await openai.chat.completions.create({ model, messages: [] });
  await openai.chat.completions.create({ model: MODELS.chat, messages: [] });
  await anthropic.messages.create({
    model: 'claude-3-opus-latest', // expect: claude-3-opus-latest call-argument runtime retired anthropic messages
    max_tokens: 10, messages: [],
  });
  await legacy.createCompletion({ model: "text-davinci-003", prompt: 'x' }); // expect: text-davinci-003 call-argument runtime retired openai completions
  await openai.chat.completions.create({ 'model': "gpt-4", messages: [] }); // expect: gpt-4 call-argument runtime retired openai chat.completions
}

function ask(name, prompt) {
  return openai.chat.completions.create({ model: name, messages: [{ role: 'user', content: prompt }] });
}
ask('gpt-4-32k-0613', 'hello'); // expect: gpt-4-32k-0613 call-argument runtime retired openai chat.completions

const askFast = (prompt, { name = "gpt-3.5-turbo-0613" } = {}) => // expect: gpt-3.5-turbo-0613 default runtime retired openai chat.completions
  openai.chat.completions.create({ model: name, messages: [] });

module.exports = { main, defaultModel: "gpt-4-32k-0314" }; // expect: gpt-4-32k-0314 dict-value runtime retired

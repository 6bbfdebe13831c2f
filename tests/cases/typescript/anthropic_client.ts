import Anthropic from "@anthropic-ai/sdk";
import AnthropicBedrock from "@anthropic-ai/bedrock-sdk";

export class Writer {
  private readonly client: Anthropic;
  private readonly model = "claude-3-sonnet-20240229"; // expect: claude-3-sonnet-20240229 field runtime retired anthropic messages
  static readonly FALLBACK = "claude-instant-1.2"; // expect: claude-instant-1.2 field runtime retired anthropic messages

  constructor(apiKey: string, private maxTokens = 1024) {
    this.client = new Anthropic({ apiKey });
  }

  async write(prompt: string) {
    return this.client.messages.create({
      model: this.model,
      max_tokens: this.maxTokens,
      messages: [{ role: "user", content: prompt }],
    });
  }

  async again(prompt: string) {
    return this.client.messages.create({ model: Writer.FALLBACK, max_tokens: 10, messages: [] });
  }
}

const bedrock = new AnthropicBedrock({ awsRegion: "us-east-1" });
await bedrock.messages.create({
  model: "anthropic.claude-3-opus-20240229-v1:0", // expect: anthropic.claude-3-opus-20240229-v1:0 call-argument runtime retired bedrock messages
  max_tokens: 5,
  messages: [],
});
const options = { model: "claude-2.0", max_tokens: 10 }; // expect: claude-2.0 dict-value runtime retired anthropic messages
const client = new Anthropic();
await client.messages.create({ ...options, messages: [] });

declare const CHAT_MODELS: {
  readonly "gpt-4-32k-0613": 32768; // expect: gpt-4-32k-0613 other catalogue retired openai
};
export declare class Chat {
  readonly model = "gpt-4-0314"; // expect: gpt-4-0314 field catalogue retired openai
  constructor(model?: "gpt-3.5-turbo-0301"); // expect: gpt-3.5-turbo-0301 collection catalogue retired openai
}
export declare const DEFAULT_MODEL = "text-davinci-003"; // expect: text-davinci-003 constant catalogue retired openai

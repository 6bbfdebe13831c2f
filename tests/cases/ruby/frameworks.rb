require "ruby_llm"
require "langchain"
require "aws-sdk-bedrockruntime"
require "gemini-ai"

RubyLLM.configure do |config|
  config.openai_api_key = ENV["OPENAI_API_KEY"]
  config.default_model = "gpt-4-0613" # expect: gpt-4-0613 field runtime retired
  config.default_embedding_model = "text-embedding-ada-002" # expect: text-embedding-ada-002 field runtime active openai
end

chat = RubyLLM.chat(model: "claude-3-5-sonnet-20241022") # expect: claude-3-5-sonnet-20241022 call-argument runtime retired anthropic chat
chat.ask "What does claude-2.1 cost?"
RubyLLM.chat(model: 'anthropic.claude-v2:1', provider: :bedrock) # expect: anthropic.claude-v2:1 call-argument runtime retired bedrock chat
chat.with_model("gemini-1.5-pro").ask("Hello") # expect: gemini-1.5-pro call-argument runtime retired gemini chat
RubyLLM.paint "A sunset", model: "dall-e-3" # expect: dall-e-3 call-argument runtime retired openai image

class WeatherAgent < RubyLLM::Agent
  model "gpt-4-turbo-preview" # expect: gpt-4-turbo-preview call-argument runtime retired openai
  instructions "You are gpt-4 and know the weather"
end

llm = Langchain::LLM::OpenAI.new(
  api_key: ENV["OPENAI_API_KEY"],
  default_options: {
    temperature: 0.7,
    chat_model: "gpt-3.5-turbo-16k", # expect: gpt-3.5-turbo-16k call-argument runtime retired openai chat
    embedding_model: "text-embedding-3-small" # expect: text-embedding-3-small call-argument runtime active openai embedding
  }
)
llm.chat(messages: [], model: "gpt-4o") # expect: gpt-4o call-argument runtime retiring openai chat

bedrock = Aws::BedrockRuntime::Client.new(region: "us-east-1")
bedrock.converse(
  model_id: "anthropic.claude-v2:1", # expect: anthropic.claude-v2:1 call-argument runtime retired bedrock chat
  messages: []
)
bedrock.invoke_model(model_id: ENV.fetch("MODEL_ID") { "anthropic.claude-instant-v1" }, body: {}.to_json) # expect: anthropic.claude-instant-v1 environment-default runtime retired bedrock

gemini = Gemini.new(
  credentials: { service: "generative-language-api", api_key: ENV["GOOGLE_API_KEY"] },
  options: { model: "gemini-pro", server_sent_events: true } # expect: gemini-pro call-argument runtime retired gemini
)

response = HTTParty.post(
  "https://api.openai.com/v1/chat/completions",
  headers: { "Authorization" => "Bearer #{ENV["OPENAI_API_KEY"]}" },
  body: { model: "gpt-4", messages: [] }.to_json # expect: gpt-4 call-argument runtime retired openai chat.completions
)

Rails.application.configure do
  config.x.llm.model = ENV.fetch("LLM_MODEL", "gpt-4") # expect: gpt-4 environment-default runtime retired
  config.x.llm.fallback_model = ENV["FALLBACK_MODEL"].presence || "claude-2.1" # expect: claude-2.1 environment-default runtime retired
  config.x.llm.deployment = "my-house-gpt"
  config.x.llm.title = "gpt-helper"
end

OpenAI.configure do |config|
  config.access_token = Rails.application.credentials.dig(:openai, :api_key)
end

MODEL_FOR = Hash.new("gpt-4o").merge( # expect: gpt-4o call-argument runtime retiring
  "digest" => "gpt-3.5-turbo", # expect: gpt-3.5-turbo dict-value runtime retired
)

BODY = <<~JSON
  {
    "model": "gpt-4-turbo-preview", // expect: gpt-4-turbo-preview dict-value runtime retired
  }
JSON
PAYLOAD = <<~JSON.freeze
  {
    "model": "gpt-4-0314", "user": "# expect: gpt-4-0314 dict-value runtime retired",
    "messages": [{"role": "user", "content": "#{prompt}"}]
  }
JSON
PROMPT = <<~TEXT
  You are gpt-4, and your model is "claude-2.1".
TEXT

class Ollama < Base
  DEFAULTS = {
    temperature: 0.0,
    chat_model: "llama3.2", # expect: llama3.2 dict-value runtime unknown local
    embedding_model: "mistral-small", # expect: mistral-small dict-value runtime unknown local
    judge_model: "gpt-4", # expect: gpt-4 dict-value runtime retired openai
    provider_model: "ollama"
  }.freeze
end

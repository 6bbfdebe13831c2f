# frozen_string_literal: true

require "openai"

module Assistants
  # Asks OpenAI; gpt-4 was asked before.
  class Chat
    DEFAULT_MODEL = "gpt-4-0613".freeze # expect: gpt-4-0613 constant runtime retired openai chat.completions
    EMBEDDING_MODEL = 'text-embedding-ada-002' # expect: text-embedding-ada-002 constant runtime active openai embeddings

    attr_reader :model

    def initialize(model: "gpt-4-32k", temperature: 0.2) # expect: gpt-4-32k default runtime retired openai chat.completions
      @model = model
      @temperature = temperature
      @vision_model = ENV.fetch("VISION_MODEL", "gpt-4-vision-preview") # expect: gpt-4-vision-preview environment-default runtime retired openai chat.completions
    end

    def ask(messages)
      client.chat(parameters: { model: DEFAULT_MODEL, messages: messages })
    end

    def again(messages)
      client.chat(
        parameters: {
          model: model,
          messages: messages,
          temperature: @temperature
        }
      )
    end

    def look(messages)
      client.chat(parameters: { model: @vision_model, messages: })
    end

    def embed(text)
      client.embeddings(parameters: { model: EMBEDDING_MODEL, input: text })
    end

    def hear(file)
      client.audio.transcribe(parameters: { "model" => "whisper-1", "file" => file }) # expect: whisper-1 call-argument runtime deprecated openai audio.transcriptions
    end

    def draw(prompt, size = "1024x1024")
      parameters = { prompt:, size:, :model => "dall-e-3" } # expect: dall-e-3 dict-value runtime retired openai images.generations
      client.images.generate(parameters: parameters)
    end

    def merged(messages)
      defaults = { model: "gpt-4-turbo-preview", temperature: 0 } # expect: gpt-4-turbo-preview dict-value runtime retired openai chat.completions
      client.chat(parameters: defaults.merge(messages: messages))
    end

    def splat(messages, **options)
      client.chat(parameters: { model: "gpt-3.5-turbo-0613", messages:, **options }) # expect: gpt-3.5-turbo-0613 call-argument runtime retired openai chat.completions
    end

    def picked(messages, fast: false)
      chosen = fast ? "gpt-3.5-turbo-16k" : "gpt-4-1106-preview" # expect: gpt-3.5-turbo-16k constant runtime retired openai chat.completions expect: gpt-4-1106-preview constant runtime retired openai chat.completions
      client.chat(parameters: { model: chosen, messages: })
    end

    def fallback(messages)
      client.chat(parameters: { model: small_model, messages: })
    end

    def unknown(messages)
      client.chat(parameters: { model: settings.fetch(:model), messages: }) # expect: settings.fetch(:model) call-argument runtime dynamic openai chat.completions
    end

    private

    def small_model
      return "o1-mini" if ENV["SMALL"] # expect: o1-mini other runtime retired openai chat.completions

      ENV["OPENAI_MODEL"] || "gpt-3.5-turbo" # expect: gpt-3.5-turbo environment-default runtime retired openai chat.completions
    end

    def client
      @client ||= OpenAI::Client.new(access_token: ENV.fetch("OPENAI_API_KEY"), log_errors: true)
    end
  end

  class Router < Chat
    def client
      OpenAI::Client.new(access_token: ENV["OPENROUTER_API_KEY"], uri_base: "https://openrouter.ai/api/v1")
    end
  end
end

router = OpenAI::Client.new(access_token: key, uri_base: "https://openrouter.ai/api/v1")
router.chat(parameters: { model: "anthropic/claude-3-opus", messages: [] }) # expect: anthropic/claude-3-opus call-argument runtime unknown openrouter chat.completions

azure = OpenAI::Client.new(access_token: ENV["AZURE_OPENAI_API_KEY"], api_type: :azure, uri_base: ENV["AZURE_OPENAI_ENDPOINT"])
azure.chat(parameters: { model: "prod-chat", messages: [] }) # expect: prod-chat call-argument runtime unknown azure chat.completions

response = router.chat parameters: { model: "house-model-7b", messages: } # expect: house-model-7b call-argument runtime unknown openrouter chat.completions
puts response.dig("choices", 0, "message", "content")

Assistants::Chat.new(model: "gpt-4o-mini").again([]) # expect: gpt-4o-mini call-argument runtime retiring openai chat.completions

require "openai"

module Llm
  MODELS = {
    fast: "gpt-4o-mini", # expect: gpt-4o-mini dict-value runtime retiring openai chat.completions
    "smart" => "gpt-4", # expect: gpt-4 dict-value runtime retired openai chat.completions
  }.freeze
  FAST, SMART = "gpt-3.5-turbo-1106", "gpt-4-0125-preview" # expect: gpt-3.5-turbo-1106 constant runtime retired openai chat.completions expect: gpt-4-0125-preview constant runtime retired

  class << self
    attr_accessor :model

    def client
      @client ||= begin
        key = ENV.fetch("OPENAI_API_KEY")
        OpenAI::Client.new(access_token: key)
      end
    end

    def fast(messages) = client.chat(parameters: { model: MODELS[:fast], messages: })

    def smart(messages)
      client.chat(parameters: { model: MODELS.fetch("smart"), messages: messages })
    end

    def listed(messages)
      client.chat(parameters: { model: FAST, messages: messages })
    end
  end

  Settings = Struct.new(:model, :temperature, keyword_init: true)
  DEFAULTS = Settings.new(model: "gpt-4-32k-0613", temperature: 0) # expect: gpt-4-32k-0613 call-argument runtime retired
end

class SummaryJob < ApplicationJob
  MODEL = ENV.fetch("SUMMARY_MODEL", "gpt-4-0613").freeze # expect: gpt-4-0613 environment-default runtime retired openai chat.completions
  class_attribute :model, default: "gpt-4-0314" # expect: gpt-4-0314 call-argument runtime retired

  def perform(text, model = nil, kind: :short)
    model ||= "gpt-3.5-turbo" # expect: gpt-3.5-turbo constant runtime retired openai chat.completions
    Llm.client.chat(parameters: { model: model, messages: prompt(text) })
    openai.chat(parameters: base.merge(messages: prompt(text)))
    openai.chat(parameters: { **base, messages: [] })
    openai.chat(parameters: params_for(kind))
  end

  private

  def openai
    @openai ||= OpenAI::Client.new(access_token: token)
  end

  def base
    { model: MODEL, temperature: 0 }
  end

  def params_for(kind)
    params = { messages: [] }
    params[:model] = if kind == :short
                       "gpt-3.5-turbo-16k" # expect: gpt-3.5-turbo-16k dict-value runtime retired openai chat.completions
                     else
                       "gpt-4-turbo-preview" # expect: gpt-4-turbo-preview dict-value runtime retired openai chat.completions
                     end
    params
  end

  def default_model
    case Rails.env
    when "production" then "gpt-4o" # expect: gpt-4o other runtime retiring openai
    else "gpt-4-1106-preview" # expect: gpt-4-1106-preview other runtime retired openai
    end
  end

  def pinned(version) = "claude-3-opus-#{version}" # expect: claude-3-opus-#{version} f-string runtime dynamic
end

%w[gpt-4 gpt-4o].each do |name| # expect: gpt-4 collection runtime retired openai chat.completions expect: gpt-4o collection runtime retiring openai chat.completions
  Llm.client.chat(parameters: { model: name, messages: [] })
end
model = "gpt-4" + "-vision-preview" # expect: gpt-4-vision-preview join runtime retired openai
other = "gpt-4" "-32k" # expect: gpt-4-32k join runtime retired
options = { "model": "text-embedding-ada-002", "models": nil } # expect: text-embedding-ada-002 dict-value runtime active openai
option :model, desc: "The model, as gpt-4", default: "gpt-4" # expect: gpt-4 cli-default runtime retired
opts.on("--model MODEL", "as gpt-4") { |m| options[:model] = m }
task :ask, [:model] do |_, args|
  args.with_defaults(model: "gpt-4-0613") # expect: gpt-4-0613 dict-value runtime retired
end

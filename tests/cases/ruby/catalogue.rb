class Model < ApplicationRecord
  NAMES = %w[gpt-4 gpt-4o gpt-3.5-turbo claude-2.1 gemini-pro].freeze # expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring expect: gpt-3.5-turbo collection catalogue retired expect: claude-2.1 collection catalogue retired expect: gemini-pro collection catalogue retired
  PRICES = {
    "gpt-4" => 0.03, # expect: gpt-4 collection catalogue retired
    "gpt-4-32k" => 0.06, # expect: gpt-4-32k collection catalogue retired
    'claude-2.1': 0.01, # expect: claude-2.1 collection catalogue retired
  }.freeze
  SUPPORTED_MODELS = ["gpt-4", "gpt-4o"].freeze # expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring

  validates :model, inclusion: { in: %w[gpt-4 gpt-4o] } # expect: gpt-4 comparison catalogue retired expect: gpt-4o comparison catalogue retiring
  scope :large, -> { where(model: "gpt-4-32k") } # expect: gpt-4-32k comparison catalogue retired

  def limit
    return 32_768 if model == "gpt-4-32k" # expect: gpt-4-32k comparison catalogue retired
    return 8192 if model.start_with?("gpt-4") # expect: gpt-4 prefix-check catalogue retired
    return 16_384 if %w[gpt-3.5-turbo-16k gpt-3.5-turbo-1106].include?(model) # expect: gpt-3.5-turbo-16k comparison catalogue retired expect: gpt-3.5-turbo-1106 comparison catalogue retired
    return 4096 unless model.in?(["gpt-3.5-turbo"]) # expect: gpt-3.5-turbo comparison catalogue retired

    case model
    when "claude-2.1", "claude-2.0" # expect: claude-2.1 comparison catalogue retired expect: claude-2.0 comparison catalogue retired
      100_000
    when /claude/ then 200_000
    else 1
    end
  end

  def kind
    case self
    in { model: "o1-mini" } then :reasoning # expect: o1-mini comparison catalogue retired
    else :chat
    end
  end

  def tokens
    Tiktoken.encoding_for_model("gpt-4").encode(text).length # expect: gpt-4 other catalogue retired
  end

  def price = PRICES["gpt-4"] # expect: gpt-4 other catalogue retired
  def other = PRICES.fetch("gpt-4", 0) # expect: gpt-4 other catalogue retired
end

puts "gpt-4" # expect: gpt-4 other catalogue retired
Rails.logger.warn("The model gpt-4 is gone; use gpt-4o")
raise ArgumentError, "gpt-4 is not supported any more"
warn "claude-2.1 is gone"
URL = "https://example.org/docs/models/gpt-4"
file = File.read("./fixtures/gpt-4.json")
# gpt-4 and "claude-2.1" are comments.
=begin
model: "gpt-4"
=end
reasoning = "gpt-4o" =~ /^o\d/ # expect: gpt-4o comparison catalogue retiring
OPTIONS = [
  { id: "gpt-4", label: "GPT-4", price: 1 }, # expect: gpt-4 dict-value catalogue retired
  { id: "gpt-4-32k", label: "GPT-4 32k", price: 2 }, # expect: gpt-4-32k dict-value catalogue retired
  { id: "gpt-3.5-turbo", label: "Turbo", price: 3 }, # expect: gpt-3.5-turbo dict-value catalogue retired
  { id: "claude-2.1", label: "Claude", price: 4 }, # expect: claude-2.1 dict-value catalogue retired
  { id: "gemini-pro", label: "Gemini", price: 5 } # expect: gemini-pro dict-value catalogue retired
].freeze

MODEL_NAMES = { "gpt-4" => "GPT-4", "gpt-4o" => "GPT-4o" }.freeze # expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring
form.select :model, [["Best", "gpt-4"], ["Fast", "gpt-4o"]] # expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring
enum :model, { best: "gpt-4", fast: "gpt-4o" } # expect: gpt-4 call-argument catalogue retired expect: gpt-4o call-argument catalogue retiring

module Defaults
  MODELS = { openai: "gpt-4", anthropic: "claude-2.1" }.freeze # expect: gpt-4 dict-value runtime retired expect: claude-2.1 dict-value runtime retired
end

__END__
model = "gpt-4"

require "rails_helper"

RSpec.describe Assistants::Chat do
  let(:model) { "gpt-4" } # expect: gpt-4 other test retired

  it "asks gpt-4" do
    chat = described_class.new(model: "gpt-3.5-turbo") # expect: gpt-3.5-turbo call-argument test retired
    expect(chat.model).to eq("gpt-3.5-turbo") # expect: gpt-3.5-turbo comparison test retired
    stub_request(:post, "https://api.openai.com/v1/chat/completions")
      .with(body: hash_including(model: "gpt-4")) # expect: gpt-4 call-argument test retired
  end
end

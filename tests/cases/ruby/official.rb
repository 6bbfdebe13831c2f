require "openai"
require "anthropic"

openai = OpenAI::Client.new(api_key: ENV["OPENAI_API_KEY"])

openai.chat.completions.create(messages: [{role: "user", content: "Hi"}], model: :"gpt-4") # expect: gpt-4 call-argument runtime retired openai chat.completions
openai.responses.create(model: "gpt-4o", input: "Say gpt-4") # expect: gpt-4o call-argument runtime retiring openai responses
openai.chat.completions.create({ model: :"gpt-4-0314", messages: [] }) # expect: gpt-4-0314 call-argument runtime retired openai chat.completions
openai.embeddings.create(input: "a", model: :"text-embedding-3-small") # expect: text-embedding-3-small call-argument runtime active openai embeddings
stream = openai.responses.stream(
  input: "Write a haiku",
  model: :o1 # expect: o1 call-argument runtime retired openai responses
)
stream.each { |event| print(event.delta) if event.type == :"response.output_text.delta" }

anthropic = Anthropic::Client.new(api_key: ENV["ANTHROPIC_API_KEY"])
message = anthropic.messages.create(
  max_tokens: 1024,
  messages: [{role: "user", content: "Hello, Claude"}],
  model: :"claude-3-opus-20240229" # expect: claude-3-opus-20240229 call-argument runtime retired anthropic messages
)
puts(message.content)

MODEL = "claude-3-haiku-20240307" # expect: claude-3-haiku-20240307 constant runtime retired anthropic messages

def count(text)
  anthropic.messages.count_tokens(messages: [{role: :user, content: text}], model: MODEL)
end

bedrock = Anthropic::BedrockClient.new(aws_region: "us-east-1")
bedrock.messages.create(
  max_tokens: 5,
  messages: [],
  model: "anthropic.claude-v2:1" # expect: anthropic.claude-v2:1 call-argument runtime retired bedrock messages
)

vertex = Anthropic::VertexClient.new(region: "us-east5", project_id: "mine")
vertex.messages.stream(model: "claude-3-opus@20240229", max_tokens: 5, messages: []) # expect: claude-3-opus@20240229 call-argument runtime retired vertex messages

earlier = Anthropic::Client.new(access_token: token)
earlier.messages(parameters: { model: "claude-instant-1.2", max_tokens: 5, messages: [] }) # expect: claude-instant-1.2 call-argument runtime retired anthropic messages
[1, 2].each do |n|
  earlier.messages parameters: { model: 'claude-2.1', n: } # expect: claude-2.1 call-argument runtime retired anthropic messages
end

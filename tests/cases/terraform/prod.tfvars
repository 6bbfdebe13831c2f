openai_model     = "gpt-4" # expect: gpt-4 constant runtime retired openai
bedrock_model_id = "anthropic.claude-v2:1" # expect: anthropic.claude-v2:1 constant runtime retired bedrock
region           = "eu-west-1"
fallback_models  = ["gpt-4", "gpt-4-32k"] # expect: gpt-4 collection runtime retired openai expect: gpt-4-32k collection runtime retired openai
deployments = [
  {
    name          = "chat"
    model_format  = "OpenAI"
    model_name    = "gpt-4o" # expect: gpt-4o dict-value runtime retiring openai
    model_version = "2024-05-13"
  },
]

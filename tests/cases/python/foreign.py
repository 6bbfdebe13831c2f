"""Right ids in another surface's spelling."""
import boto3
from anthropic import Anthropic, AnthropicBedrock, AnthropicVertex
from openai import OpenAI

Anthropic().messages.create(model="claude-3.5-sonnet", messages=[])  # expect: claude-3.5-sonnet call-argument runtime mistyped anthropic
Anthropic().messages.create(model="anthropic/claude-opus-4.8", messages=[])  # expect: anthropic/claude-opus-4.8 call-argument runtime mistyped anthropic
Anthropic().messages.create(model="claude-opus-4-8@default", messages=[])  # expect: claude-opus-4-8@default call-argument runtime mistyped anthropic
Anthropic().messages.create(model="us.anthropic.claude-opus-4-1-20250805-v1:0", messages=[])  # expect: us.anthropic.claude-opus-4-1-20250805-v1:0 call-argument runtime mistyped anthropic
AnthropicBedrock().messages.create(model="claude-opus-4-8", messages=[])  # expect: claude-opus-4-8 call-argument runtime mistyped bedrock
AnthropicBedrock().messages.create(model="us.anthropic.claude-opus-4-8", messages=[])  # expect: us.anthropic.claude-opus-4-8 call-argument runtime active bedrock
AnthropicVertex().messages.create(model="claude-3-5-sonnet-20241022", messages=[])  # expect: claude-3-5-sonnet-20241022 call-argument runtime mistyped vertex
OpenAI().chat.completions.create(model="gpt-35-turbo", messages=[])  # expect: gpt-35-turbo call-argument runtime mistyped openai
OpenAI().chat.completions.create(model="openai/gpt-5.5", messages=[])  # expect: openai/gpt-5.5 call-argument runtime mistyped openai

runtime = boto3.client("bedrock-runtime")
runtime.converse(modelId="claude-sonnet-4-5", messages=[])  # expect: claude-sonnet-4-5 call-argument runtime mistyped bedrock

ANTHROPIC_MODEL = "us.anthropic.claude-opus-4-8"  # expect: us.anthropic.claude-opus-4-8 constant runtime active bedrock

"""Ids of one provider on another's client: judged by who has them, unless somebody may have sent the client there."""
import os

import openai
from anthropic import Anthropic
from openai import AsyncOpenAI, AzureOpenAI, OpenAI

OpenAI().chat.completions.create(model="claude-3-opus-20240229", messages=[])  # expect: claude-3-opus-20240229 call-argument runtime retired anthropic
AsyncOpenAI().responses.create(model="gemini-1.5-pro", input="")  # expect: gemini-1.5-pro call-argument runtime retired gemini
Anthropic().messages.create(model="gpt-4o", messages=[])  # expect: gpt-4o call-argument runtime retiring openai

gateway = OpenAI(base_url=os.environ["GATEWAY_URL"])
gateway.chat.completions.create(model="anthropic/claude-3.5-sonnet", messages=[])  # expect: anthropic/claude-3.5-sonnet call-argument runtime unknown gateway

compatible = OpenAI(base_url="https://api.anthropic.com/v1/")
compatible.chat.completions.create(model="claude-3-opus-20240229", messages=[])  # expect: claude-3-opus-20240229 call-argument runtime retired anthropic

groq = OpenAI(base_url="https://api.groq.com/openai/v1")
groq.chat.completions.create(model="openai/gpt-oss-120b", messages=[])  # expect: openai/gpt-oss-120b call-argument runtime active groq

azure = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="2024-10-21")
azure.chat.completions.create(model="prod-chat", messages=[])  # expect: prod-chat call-argument runtime unknown azure
azure.chat.completions.create(model="openai/gpt-4o", messages=[])  # expect: openai/gpt-4o call-argument runtime unknown azure

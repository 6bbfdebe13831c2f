"""Who serves an id, told by the names around it."""
import os

from openai import OpenAI

AZURE_OPENAI_MODEL = "gpt-4-0314"  # expect: gpt-4-0314 constant runtime unknown azure
MODELS = {"azure": "gpt-4-0314", "openai": "gpt-4-32k"}  # expect: gpt-4-0314 dict-value runtime unknown azure # expect: gpt-4-32k dict-value runtime retired openai
ROUTED = {"azure": "openai/gpt-4-0314"}  # expect: openai/gpt-4-0314 dict-value runtime retired openai
DEPLOYMENT = os.getenv("AZURE_DEPLOYMENT", "gpt-4-32k")  # expect: gpt-4-32k environment-default runtime unknown azure


class AzureWriter:
    model = "gpt-4-0613"  # expect: gpt-4-0613 constant runtime unknown azure

    def write(self, azure_deployment="gpt-4-32k"):  # expect: gpt-4-32k default runtime unknown azure
        return azure_deployment

    def plain(self):
        return OpenAI().responses.create(model="gpt-4-0314")  # expect: gpt-4-0314 call-argument runtime retired openai


def vertex_model(size):
    return make(bedrock_model="claude-2.1"), size  # expect: claude-2.1 call-argument runtime unknown bedrock

BEDROCK_FAMILIES = ["titan", "command", "nova-2", "amazon.nova-lite-v1:0"]  # expect: amazon.nova-lite-v1:0 collection catalogue active bedrock
OPEN_MODEL = "meta/llama-3.1-8b-instruct"  # expect: meta/llama-3.1-8b-instruct constant runtime unknown -
REASONER = {"model": "openai/gpt-oss-20b"}  # expect: openai/gpt-oss-20b dict-value runtime unknown -
WHISPER_MODEL = "base"

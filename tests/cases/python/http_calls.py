"""Models sent by HTTP clients: the address says who is asked, and what for."""
import json

import aiohttp
import httpx
import requests

KEY = "k"
BASE = "https://api.openai.com/v1"

requests.post("https://api.openai.com/v1/chat/completions", json={"model": "house-a1", "messages": []})  # expect: house-a1 dict-value runtime unknown openai chat.completions
requests.post(url="https://api.anthropic.com/v1/messages", json={"model": "house-a2"})  # expect: house-a2 dict-value runtime unknown anthropic messages
requests.request("POST", "https://api.mistral.ai/v1/embeddings", json={"model": "house-a3"})  # expect: house-a3 dict-value runtime unknown mistral embeddings

payload = {"model": "house-b1", "messages": []}  # expect: house-b1 dict-value runtime unknown openai chat.completions
requests.post(f"{BASE}/chat/completions", headers={"Authorization": KEY}, data=json.dumps(payload))
httpx.post(BASE + "/responses", content=json.dumps({"model": "house-b2"}))  # expect: house-b2 dict-value runtime unknown openai responses
later = {"messages": []}
later["model"] = "llama3-70b-8192"  # expect: llama3-70b-8192 dict-value runtime retired groq chat.completions
httpx.post("https://api.groq.com/openai/v1/chat/completions", json=later)

with httpx.Client(timeout=5) as client:
    client.post("https://openrouter.ai/api/v1/chat/completions", json={"model": "meta-llama/llama-9"})  # expect: meta-llama/llama-9 dict-value runtime unknown openrouter chat.completions
    client.stream("POST", "https://api.cohere.com/v2/chat", json={"model": "house-c2"})  # expect: house-c2 dict-value runtime unknown cohere chat


async def ask(host, session: aiohttp.ClientSession):
    async with session.post("https://api.openai.com/v1/embeddings", json={"model": "house-d1"}) as answer:  # expect: house-d1 dict-value runtime unknown openai embeddings
        await answer.json()
    async with aiohttp.ClientSession() as own:
        await own.post(f"{host}/v1/chat/completions", json={"model": "house-d2"})  # expect: house-d2 dict-value runtime unknown - chat.completions
        await own.post("https://example.org/v1/chat/completions", json={"model": "house-d3"})  # expect: house-d3 dict-value runtime unknown custom-host chat.completions


class Asker:
    url = "https://api.x.ai/v1/chat/completions"

    def __init__(self, model="house-e1"):  # expect: house-e1 default runtime unknown xai chat.completions
        self.model = model
        self.session = requests.Session()

    def ask(self, text):
        body = {"model": self.model, "messages": [text]}
        return self.session.post(self.url, json=body)


# Who takes no model, or is no provider, is told nothing of one.
requests.post("https://example.org/cars", json={"model": "house-f1"})
requests.post("https://api.openai.com/v1/files", data={"purpose": "house-f2"})
requests.get("https://api.openai.com/v1/models", params={"model": "house-f3"})

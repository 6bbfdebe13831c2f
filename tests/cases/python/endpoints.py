"""Calls to endpoints of every sort: whom they ask is told by the client alone."""
from google import genai
from openai import OpenAI

client = OpenAI()
client.chat.completions.create(model="o1-pro", messages=[])  # expect: o1-pro call-argument runtime retired openai
client.responses.create(model="text-embedding-ada-002", input="")  # expect: text-embedding-ada-002 call-argument runtime active openai
client.embeddings.create(model="gpt-5.5", input="")  # expect: gpt-5.5 call-argument runtime active openai
client.audio.speech.create(model="whisper-1", input="", voice="alloy")  # expect: whisper-1 call-argument runtime deprecated openai

gemini = genai.Client(vertexai=False)
gemini.models.generate_images(model="gemini-2.5-flash-image", prompt="")  # expect: gemini-2.5-flash-image call-argument runtime deprecated gemini
gemini.models.generate_content(model="gemini-embedding-001", contents="")  # expect: gemini-embedding-001 call-argument runtime active gemini
either = genai.Client()
either.models.generate_content(model="gemini-embedding-001", contents="")  # expect: gemini-embedding-001 call-argument runtime active gemini

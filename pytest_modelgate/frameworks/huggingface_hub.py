"""The Hugging Face hub's inference client."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="huggingface-hub",
    modules=("huggingface_hub",),
    keywords=("huggingface_hub",),
    clients=tuple(
        Client(
            name=name,
            surface="huggingface",
            arguments=("model",),
            position=0,
            base_url=("base_url",),
        )
        for name in ("InferenceClient", "AsyncInferenceClient")
    ),
    calls=calls_of(
        {
            "chat": "chat_completion",
            "chat.completions": "chat.completions.create",
            "completion": "text_generation",
            "embedding": "feature_extraction sentence_similarity",
            "image": "text_to_image image_to_image",
            "video": "text_to_video image_to_video",
            "speech": "text_to_speech",
            "transcription": "automatic_speech_recognition",
            None: "conversational summarization translation image_to_text text_classification token_classification",
        }
    ),
    examples=(
        CallExample(
            code="from huggingface_hub import InferenceClient\nclient = InferenceClient('meta-llama/Llama-9-8B')",
            id="meta-llama/Llama-9-8B",
            surface="huggingface",
        ),
        CallExample(
            code="import huggingface_hub as h\nh.InferenceClient().chat_completion(turns, model='Qwen/Qwen9-8B')",
            id="Qwen/Qwen9-8B",
            surface="huggingface",
            endpoint="chat",
        ),
        CallExample(
            code="from huggingface_hub import InferenceClient\nInferenceClient().chat.completions.create(model=pick())",
            id="pick()",
            surface="huggingface",
            endpoint="chat.completions",
            dynamic=True,
        ),
    ),
)

"""Alibaba's DashScope SDK."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_BASE = "https://dashscope.aliyuncs.com"

_CLASSES = {
    "chat": (
        "Generation AioGeneration Conversation CodeGeneration MultiModalConversation AioMultiModalConversation"
        " Assistants"
    ),
    "embedding": "TextEmbedding BatchTextEmbedding MultiModalEmbedding AioMultiModalEmbedding",
    "image": "ImageSynthesis AioImageSynthesis ImageGeneration AioImageGeneration",
    "video": "VideoSynthesis AioVideoSynthesis",
    "rerank": "TextReRank AioTextReRank",
    "speech": "SpeechSynthesizer HttpSpeechSynthesizer",
    "transcription": "Transcription",
    None: "Understanding Tokenization",
}
_MODULES = {
    "Assistants": ("", ".assistants"),
    "TextReRank": ("", ".rerank.text_rerank"),
    "AioTextReRank": ("", ".rerank.text_rerank"),
    "SpeechSynthesizer": (".audio.tts", ".audio.qwen_tts"),
    "HttpSpeechSynthesizer": ("", ".audio.http_tts"),
    "Transcription": ("", ".audio.asr"),
}
_FAMILY = {"chat": ".aigc", "embedding": ".embeddings", "image": ".aigc", "video": ".aigc", None: ".nlp"}
_MADE = (
    ("Recognition", "dashscope.audio.asr", "transcription"),
    ("TranslationRecognizerRealtime", "dashscope.audio.asr", "transcription"),
    ("TranslationRecognizerChat", "dashscope.audio.asr", "transcription"),
    ("SpeechSynthesizer", "dashscope.audio.tts_v2", "speech"),
    ("QwenTtsRealtime", "dashscope.audio.qwen_tts_realtime", "speech"),
    ("OmniRealtimeConversation", "dashscope.audio.qwen_omni", "realtime"),
)
"""Classes that are given their model when they are made."""

FRAMEWORK = Framework(
    name="dashscope",
    modules=("dashscope",),
    keywords=("dashscope",),
    clients=(
        *(
            Client(
                name=name,
                surface="qwen",
                module=module,
                arguments=("model",),
                position=0,
                endpoint=endpoint,
                base=_BASE,
                base_url=("url",),
            )
            for name, module, endpoint in _MADE
        ),
        *(
            Client(name=name, surface="qwen", module="dashscope", base=_BASE, base_url=("base_url",), key="api_key")
            for name in ("Client", "AsyncClient")
        ),
    ),
    calls=calls_of(
        {
            "chat.completions": "chat.completions.create",
            "chat": "multimodal.chat.create",
            "embeddings": "embeddings.create multimodal.embeddings.create",
            "images.generations": "images.generate images.jobs.create",
            "video": "videos.generate videos.jobs.create",
            "rerank": "rerank.create",
        }
    ),
    functions=tuple(
        ModelCall(path=f"dashscope{module}.{name}.{method}", position=0, endpoint=endpoint)
        for endpoint, names in _CLASSES.items()
        for name in names.split()
        for module in _MODULES.get(name, ("", _FAMILY.get(endpoint, "")))
        for method in ("call", "async_call")
    ),
    surface="qwen",
    examples=(
        CallExample(
            code="import dashscope\ndashscope.Generation.call(model='qwen-next', messages=[])",
            id="qwen-next",
            surface="qwen",
            endpoint="chat",
        ),
        CallExample(
            code="from dashscope.audio.tts_v2 import SpeechSynthesizer\nSpeechSynthesizer(model='voice-9', voice=name)",
            id="voice-9",
            surface="qwen",
            endpoint="speech",
        ),
        CallExample(
            code="from dashscope import TextEmbedding\nTextEmbedding.call(model=pick(), input=texts)",
            id="pick()",
            surface="qwen",
            endpoint="embedding",
            dynamic=True,
        ),
    ),
)

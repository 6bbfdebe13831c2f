"""Zhipu's SDKs: zhipuai, and Z.ai's own after it."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="zhipu",
    modules=("zai", "zhipuai"),
    keywords=("zhipuai", "from zai", "import zai"),
    clients=tuple(
        Client(name=name, surface="zhipu", base=base, base_url=("base_url",), key="api_key")
        for name, base in (
            ("ZhipuAI", "https://open.bigmodel.cn/api/paas/v4"),
            ("ZhipuAiClient", "https://open.bigmodel.cn/api/paas/v4"),
            ("ZaiClient", "https://api.z.ai/api/paas/v4"),
        )
    ),
    calls=calls_of(
        {
            "chat.completions": "chat.completions.create chat.asyncCompletions.create",
            "chat": "assistant.conversation",
            "embeddings": "embeddings.create",
            "image": "images.generations images.async_generations",
            "video": "videos.generations",
            "speech": "audio.speech audio.customization",
            "audio.transcriptions": "audio.transcriptions.create",
            "moderations": "moderations.create",
            "ocr": "layout_parsing.create",
            None: "fine_tuning.jobs.create tools.web_search voice.clone",
        }
    ),
    functions=tuple(
        ModelCall(path=f"zhipuai.model_api.{name}", endpoint="chat")
        for name in ("invoke", "async_invoke", "sse_invoke")
    ),
    surface="zhipu",
    examples=(
        CallExample(
            code="from zai import ZaiClient\nZaiClient(api_key=key).chat.completions.create(model='glm-9')",
            id="glm-9",
            surface="zhipu",
            endpoint="chat.completions",
        ),
        CallExample(
            code="import zhipuai\nzhipuai.model_api.sse_invoke(model='chatglm_next', prompt=text)",
            id="chatglm_next",
            surface="zhipu",
            endpoint="chat",
        ),
        CallExample(
            code="from zhipuai import ZhipuAI\nZhipuAI().embeddings.create(model=pick(), input=text)",
            id="pick()",
            surface="zhipu",
            endpoint="embeddings",
            dynamic=True,
        ),
    ),
)

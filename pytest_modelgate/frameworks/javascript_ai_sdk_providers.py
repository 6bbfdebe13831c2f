"""The AI SDK's providers, its own and those of others, besides the ones that speak OpenAI's language."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import by_place, provider
from pytest_modelgate.kinds import OTHER_HOST, CallExample, Framework

# Package, functions that make a provider, those that are made, surface, and address.
_PROVIDERS: tuple[tuple[str, str, str, str | None, str | None], ...] = (
    ("@ai-sdk/alibaba", "createAlibaba", "alibaba", "qwen", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"),
    ("@ai-sdk/amazon-bedrock", "createAmazonBedrock", "amazonBedrock bedrock", "bedrock", None),
    ("@ai-sdk/amazon-bedrock", "createAmazonBedrockAnthropic createBedrockAnthropic",
     "amazonBedrockAnthropic bedrockAnthropic", "bedrock", None),
    ("@ai-sdk/amazon-bedrock", "createBedrockMantle", "bedrockMantle", "bedrock", None),
    ("@ai-sdk/anthropic", "createAnthropic", "anthropic", "anthropic", "https://api.anthropic.com/v1"),
    # Anthropic's own models under their own names, at another cloud's door.
    ("@ai-sdk/anthropic-aws", "createAnthropicAws", "anthropicAws", None, None),
    ("@ai-sdk/assemblyai", "createAssemblyAI", "assemblyai", "assemblyai", None),
    ("@ai-sdk/baseten", "createBaseten", "baseten", "baseten", None),
    ("@ai-sdk/cerebras", "createCerebras", "cerebras", "cerebras", "https://api.cerebras.ai/v1"),
    ("@ai-sdk/cohere", "createCohere", "cohere", "cohere", "https://api.cohere.com/v2"),
    ("@ai-sdk/deepgram", "createDeepgram", "deepgram", "deepgram", None),
    ("@ai-sdk/deepinfra", "createDeepInfra", "deepInfra deepinfra", "deepinfra", "https://api.deepinfra.com/v1"),
    ("@ai-sdk/deepseek", "createDeepSeek", "deepSeek deepseek", "deepseek", "https://api.deepseek.com"),
    ("@ai-sdk/elevenlabs", "createElevenLabs", "elevenLabs elevenlabs", "elevenlabs", None),
    ("@ai-sdk/fireworks", "createFireworks", "fireworks", "fireworks", None),
    ("@ai-sdk/google", "createGoogle createGoogleGenerativeAI", "google", "gemini",
     "https://generativelanguage.googleapis.com/v1beta"),
    ("@ai-sdk/google-vertex", "createGoogleVertex createVertex", "googleVertex vertex", "vertex", None),
    ("@ai-sdk/google-vertex", "createGoogleVertexAnthropic createVertexAnthropic",
     "googleVertexAnthropic vertexAnthropic", "vertex", None),
    ("@ai-sdk/google-vertex", "createGoogleVertexMaas createVertexMaas", "googleVertexMaas vertexMaas", "vertex",
     None),
    ("@ai-sdk/google-vertex", "createGoogleVertexXai", "googleVertexXai", "vertex", None),
    ("@ai-sdk/groq", "createGroq", "groq", "groq", "https://api.groq.com/openai/v1"),
    ("@ai-sdk/huggingface", "createHuggingFace", "huggingFace huggingface", "huggingface",
     "https://router.huggingface.co/v1"),
    ("@ai-sdk/mistral", "createMistral", "mistral", "mistral", "https://api.mistral.ai/v1"),
    ("@ai-sdk/moonshotai", "createMoonshotAI", "moonshotai", "moonshot", None),
    ("@ai-sdk/perplexity", "createPerplexity", "perplexity", "perplexity", "https://api.perplexity.ai"),
    ("@ai-sdk/replicate", "createReplicate", "replicate", "replicate", "https://api.replicate.com/v1"),
    ("@ai-sdk/togetherai", "createTogetherAI", "togetherai", "together", "https://api.together.xyz/v1/"),
    ("@ai-sdk/voyage", "createVoyage", "voyage", "voyage", "https://api.voyageai.com/v1"),
    ("@ai-sdk/xai", "createXai", "xai", "xai", "https://api.x.ai/v1"),
    ("@openrouter/ai-sdk-provider", "createOpenRouter", "openrouter", "openrouter", "https://openrouter.ai/api/v1"),
    ("ollama-ai-provider", "createOllama", "ollama", "local", None),
    ("ollama-ai-provider-v2", "createOllama", "ollama", "local", None),
    # Hosts that no table judges.
    ("@ai-sdk/black-forest-labs", "createBlackForestLabs", "blackForestLabs", OTHER_HOST, None),
    ("@ai-sdk/bytedance", "createByteDance", "byteDance", OTHER_HOST, None),
    ("@ai-sdk/cartesia", "createCartesia", "cartesia", OTHER_HOST, None),
    ("@ai-sdk/fal", "createFal", "fal", OTHER_HOST, None),
    ("@ai-sdk/fish-audio", "createFishAudio", "fishAudio", OTHER_HOST, None),
    ("@ai-sdk/gladia", "createGladia", "gladia", OTHER_HOST, None),
    ("@ai-sdk/gmicloud", "createGmicloud", "gmicloud", OTHER_HOST, None),
    ("@ai-sdk/hume", "createHume", "hume", OTHER_HOST, None),
    ("@ai-sdk/klingai", "createKlingAI", "klingai", OTHER_HOST, None),
    ("@ai-sdk/lmnt", "createLMNT", "lmnt", OTHER_HOST, None),
    ("@ai-sdk/luma", "createLuma", "luma", OTHER_HOST, None),
    ("@ai-sdk/minimax", "createMiniMax", "minimax", OTHER_HOST, None),
    ("@ai-sdk/prodia", "createProdia", "prodia", OTHER_HOST, None),
    ("@ai-sdk/quiverai", "createQuiverAI", "quiverai", OTHER_HOST, None),
    ("@ai-sdk/revai", "createRevai", "revai", OTHER_HOST, None),
    ("@ai-sdk/vercel", "createVercel", "vercel", OTHER_HOST, "https://api.v0.dev/v1"),
)  # fmt: skip

FRAMEWORK = Framework(
    name="javascript-ai-sdk-providers",
    language="javascript",
    modules=tuple(sorted({module for module, *_ in _PROVIDERS})),
    keywords=("@ai-sdk/", "@openrouter/ai-sdk-provider", "ollama-ai-provider"),
    clients=tuple(
        client
        for module, factories, ready, surface, base in _PROVIDERS
        for client in provider(module, factories, ready, surface, base, ("baseURL", "baseUrl"))
    ),
    calls=by_place(
        {
            "chat": "() languageModel chat chatModel messages generativeAI",
            "responses": "responses",
            "interactions": "interactions",
            "completion": "completion completionModel",
            "embedding": "embedding embeddingModel textEmbedding textEmbeddingModel",
            "image": "image imageModel",
            "video": "video videoModel",
            "transcription": "transcription transcriptionModel",
            "speech": "speech speechModel",
            "rerank": "reranking rerankingModel",
        }
    ),
    examples=(
        CallExample(
            code="import { anthropic } from '@ai-sdk/anthropic'\n"
            "import { streamText } from 'ai'\n"
            "const result = streamText({ model: anthropic('claude-next'), messages })",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="import { createGoogleGenerativeAI } from '@ai-sdk/google'\n"
            "const google = createGoogleGenerativeAI({ apiKey })\n"
            "const model = google('gemini-next')",
            id="gemini-next", surface="gemini", endpoint="chat",
        ),
        CallExample(
            code="import { vertex } from '@ai-sdk/google-vertex/edge'\n"
            "const model = vertex.textEmbeddingModel('gemini-next')",
            id="gemini-next", surface="vertex", endpoint="embedding",
        ),
        CallExample(
            code="import { createOpenRouter } from '@openrouter/ai-sdk-provider'\n"
            "const openrouter = createOpenRouter({ apiKey: process.env.OPENROUTER_API_KEY })\n"
            "const model = openrouter.chat('maker/next')",
            id="maker/next", surface="openrouter", endpoint="chat",
        ),
        CallExample(
            code="import { ollama } from 'ollama-ai-provider'\n"
            "const model = ollama('llama9:8b')",
            id="llama9:8b", surface="local", endpoint="chat",
        ),
        CallExample(
            code="import { amazonBedrock } from '@ai-sdk/amazon-bedrock'\n"
            "const model = amazonBedrock('amazon.titan-embed-text-v2:0')",
            id="amazon.titan-embed-text-v2:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { mistral } from '@ai-sdk/mistral'\n"
            "const model = mistral(pick())",
            id="pick()", surface="mistral", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip

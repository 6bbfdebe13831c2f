"""DeepEval: metrics and synthesizers that take a judge, and its model classes."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_METRICS = (
    "AnswerRelevancyMetric", "ArenaGEval", "ArgumentCorrectnessMetric", "BiasMetric", "CitationFaithfulnessMetric",
    "ContextualPrecisionMetric", "ContextualRecallMetric", "ContextualRelevancyMetric",
    "ConversationCompletenessMetric", "ConversationalDAGMetric", "ConversationalGEval", "DAGMetric",
    "FaithfulnessMetric", "GEval", "GoalAccuracyMetric", "HallucinationMetric", "ImageCoherenceMetric",
    "ImageEditingMetric", "ImageHelpfulnessMetric", "ImageReferenceMetric", "JsonCorrectnessMetric",
    "KnowledgeRetentionMetric", "MCPTaskCompletionMetric", "MCPUseMetric", "MisuseMetric", "MultiTurnMCPUseMetric",
    "NonAdviceMetric", "PIILeakageMetric", "PlanAdherenceMetric", "PlanQualityMetric", "PromptAlignmentMetric",
    "RagasMetric", "RoleAdherenceMetric", "RoleViolationMetric", "StepEfficiencyMetric", "SummarizationMetric",
    "Synthesizer", "TaskCompletionMetric", "TextToImageMetric", "ToolCorrectnessMetric", "ToolUseMetric",
    "TopicAdherenceMetric", "ToxicityMetric", "TurnContextualPrecisionMetric", "TurnContextualRecallMetric",
    "TurnContextualRelevancyMetric", "TurnFaithfulnessMetric", "TurnRelevancyMetric",
)  # fmt: skip
# Class, surface, what serves it, the arguments of its model, those that send it elsewhere.
_MODELS: tuple[tuple[str, str | None, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("AmazonBedrockModel", "bedrock", "chat", ("model", "model_id"), ()),
    ("AnthropicModel", "anthropic", "messages", ("model",), ("base_url",)),
    ("AzureOpenAIEmbeddingModel", "azure", "embeddings", ("model", "deployment_name"), ()),
    ("AzureOpenAIModel", "azure", "chat", ("model", "model_name", "deployment_name"), ()),
    ("DeepSeekModel", "deepseek", "chat", ("model",), ()),
    ("GPTModel", "openai", "chat", ("model",), ("base_url",)),
    ("GrokModel", "xai", "chat", ("model",), ()),
    ("KimiModel", "moonshot", "chat", ("model",), ()),
    ("LiteLLMModel", None, "chat", ("model",), ("base_url", "api_base")),
    ("LocalEmbeddingModel", "local", "embedding", ("model",), ("base_url",)),
    ("LocalModel", "local", "chat", ("model",), ("base_url",)),
    ("OllamaEmbeddingModel", "local", "embedding", ("model",), ("base_url",)),
    ("OllamaModel", "local", "chat", ("model",), ("base_url",)),
    ("OpenAIEmbeddingModel", "openai", "embeddings", ("model",), ("base_url",)),
    ("OpenAIModel", "openai", "chat", ("model",), ("base_url",)),
    ("OpenAISTTModel", "openai", "transcription", ("model",), ("base_url",)),
    ("OpenAITTSModel", "openai", "speech", ("model",), ("base_url",)),
    ("OpenRouterModel", "openrouter", "chat", ("model",), ("base_url",)),
    ("PortkeyModel", "gateway", "chat", ("model",), ()),
)

FRAMEWORK = Framework(
    name="deepeval",
    modules=("deepeval",),
    keywords=("deepeval",),
    clients=(
        # Whom a judge's name asks, its settings say.
        *(
            Client(name=name, module="deepeval", surface=None, arguments=("model",), endpoint="chat")
            for name in _METRICS
        ),
        Client(name="ConversationSimulator", module="deepeval", surface=None, arguments=("simulator_model",),
               endpoint="chat"),
        Client(name="GeminiModel", module="deepeval", surface="gemini", arguments=("model", "model_name"), position=0,
               endpoint="chat", tells=(("use_vertexai", "True", "vertex"), ("project", "", "vertex"))),
        *(
            Client(name=name, module="deepeval", surface=surface, arguments=arguments, position=0, endpoint=endpoint,
                   base_url=urls)
            for name, surface, endpoint, arguments, urls in _MODELS
        ),
    ),
    examples=(
        CallExample(
            code="from deepeval.metrics import GEval\nmetric = GEval(name='tone', criteria='', model='gpt-next')",
            id="gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from deepeval.metrics import FaithfulnessMetric\n"
            "metric = FaithfulnessMetric(model='text-embedding-3-small')",
            id="text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from deepeval.models import AnthropicModel\njudge = AnthropicModel(model=pick())",
            id="pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
        CallExample(
            code="from deepeval.models import GeminiModel\njudge = GeminiModel('gemini-next', use_vertexai=True)",
            id="gemini-next", surface="vertex", endpoint="chat",
        ),
        CallExample(
            code="from deepeval.models import AmazonBedrockModel\njudge = AmazonBedrockModel(model='my-profile')",
            id="my-profile", surface="bedrock", endpoint="chat",
        ),
    ),
)  # fmt: skip

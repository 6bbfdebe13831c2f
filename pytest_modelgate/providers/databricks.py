"""How names of the Foundation Model endpoints of Databricks look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

PROVIDER = Provider(
    name="databricks",
    title="Databricks",
    keywords=(
        "databricks-mpt", "databricks-dbrx", "databricks-gte", "databricks-bge", "inkling", "databricks-gpt",
        "databricks-gem", "databricks-kimi", "databricks-glm", "claud", "llama", "deepseek", "mixtral", "qwen",
    ),
    grammar=Expression(
        r"databricks-(?:(?=[a-z-]*\d)(?:claude|deepseek|gemini|gemma|glm|gpt|grok|kimi|minimax|mistral|mixtral|mpt|nemotron"
        r"|qwen\d+|(?:meta-)?llama(?=-\d))(?:-[a-z0-9]+){1,8}|dbrx-(?:base|instruct)|(?:bge|gte)-large-en"
        r"|inkling(?:-[a-z]+)?)"
    ),
    family=Expression(
        r"databricks-(?:claude|deepseek|gemini|gemma|gpt|kimi|meta-llama|mixtral|mpt|qwen\d)-[\w.-]*\d[\w.-]*"
    ),
    wraps=Expression(r"databricks-(?P<model>[\w-]+)"),
    routes=("databricks/", "databricks:"),
    matches=(
        "databricks-claude-opus-6", "databricks-claude-sonnet-5-8", "databricks-claude-3-9-sonnet",
        "databricks-gpt-6-sol", "databricks-gpt-oss-120b", "databricks-gpt-5-9-mini", "databricks-gemini-4-pro",
        "databricks-gemini-3-8-flash", "databricks-meta-llama-5-70b-instruct", "databricks-llama-4-maverick",
        "databricks-qwen4-next-80b-a3b-instruct", "databricks-gemma-4-12b", "databricks-kimi-k4", "databricks-glm-6",
        "databricks-deepseek-v5", "databricks-mixtral-8x7b-instruct", "databricks-dbrx-instruct",
        "databricks-gte-large-en", "databricks-bge-large-en", "databricks-inkling-small",
    ),
    near_misses=(
        "databricks", "databricks-", "databricks-cli", "databricks-sdk", "databricks-connect",
        "databricks-connect-14", "databricks-sql-connector", "databricks-openai", "databricks-langchain",
        "databricks-ai-bridge", "databricks-agents", "databricks-vectorsearch", "databricks-dbrx", "databricks-dolly",
        "databricks-labs-ucx", "databricks-claude", "databricks-claude-proxy", "databricks-gpt", "databricks-gemini",
        "databricks-mlops-stacks", "databricks-claude-opus-5.yml", "databricks-gpt-5.4", "databricks_claude_opus_5",
        "databricks.claude-opus-5", "databricks-runtime-15", "databricks-2024", "databricks/databricks-cli",
        "my-databricks-claude-opus-5", "dbrx-instruct", "claude-opus-5", "databricks-llama-index-2",
        "llama-index-llms-databricks", "https://dbc.cloud.databricks.com/serving-endpoints/databricks-gpt-5",
        "call databricks-gpt-5",
    ),
)  # fmt: skip

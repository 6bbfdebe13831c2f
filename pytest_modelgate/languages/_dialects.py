"""The words of SQL's dialects that say what holds a text, and the functions that ask models.

The functions that ask models are read from their own documentation: Snowflake's
https://docs.snowflake.com/en/sql-reference/functions/ai_complete-single-string and
https://docs.snowflake.com/user-guide/snowflake-cortex/llm-functions, Databricks'
https://docs.databricks.com/en/sql/language-manual/functions/ai_query.html, BigQuery's
https://cloud.google.com/bigquery/docs/reference/standard-sql/bigqueryml-syntax-create-remote-model,
https://github.com/timescale/pgai and PostgresML's https://github.com/postgresml/postgresml.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pytest_modelgate.kinds import LOCAL


class Asking(NamedTuple):
    """Whom a function asks, and through which endpoint."""

    surface: str
    endpoint: str | None = None


_CORTEX = Asking("snowflake")
FUNCTIONS = {
    "cortex.complete": _CORTEX,
    "snowflake.cortex.complete": _CORTEX,
    **dict.fromkeys(
        (f"{before}cortex.embed_text_{size}" for before in ("snowflake.", "") for size in (768, 1024)), _CORTEX
    ),
    "ai_complete": _CORTEX,
    "ai_embed": _CORTEX,
    "ai_query": Asking("databricks"),
    "ai.openai_embed": Asking("openai", "embeddings"),
    "ai.openai_chat_complete": Asking("openai", "chat.completions"),
    "ai.anthropic_generate": Asking("anthropic", "messages"),
    "ai.cohere_embed": Asking("cohere"),
    "ai.cohere_chat_complete": Asking("cohere"),
    "ai.cohere_rerank": Asking("cohere"),
    "ai.voyageai_embed": Asking("voyage"),
    "ai.ollama_embed": Asking(LOCAL),
    "ai.ollama_generate": Asking(LOCAL),
    "pgml.embed": Asking(LOCAL),
}
"""Functions that are given a model first, or under the names below."""
GIVEN = frozenset("model endpoint transformer".split())
VERTEX = Asking("vertex")
PAIRS = frozenset(
    "json_build_object jsonb_build_object json_object jsonb_object object_construct object_construct_keep_null"
    " named_struct map create_map".split()
)
"""Functions that are given keys and values in turn."""
FALLING_BACK = frozenset("coalesce ifnull nvl isnull zeroifnull iff if nullif".split())
LOOKING = frozenset(
    "starts_with startswith endswith contains regexp_like regexp_matches regexp_contains rlike strpos position instr"
    " locate charindex like_regex regexp_replace replace split_part trim ltrim rtrim".split()
)
COMPARING = frozenset("<> != == < > <= >= like ilike rlike regexp glob similar to from".split())
LISTING = frozenset("in any some all".split())
HOLDING = frozenset("options with tblproperties properties settings set".split())
CLAUSES = frozenset(
    "select from where having on set values when then else into returning using check order group limit as begin"
    " declare let call exec execute if elsif elseif while return returns end case qualify".split()
)
ASSIGNING = frozenset("set declare exec execute call".split())
PROSE = frozenset(
    "content message prompt description title note notes text body comment question answer label display_name summary"
    " role".split()
)
"""Columns and keys of what people read."""
NO_FUNCTIONS = CLAUSES | LISTING | HOLDING | frozenset("and or not key primary unique references over table".split())
LISTS_MODELS = re.compile(r"(?:^|[_.])(?:models|llms|catalogu?e?s?|pricings?|prices|capabilities|costs|rates)$")
PRICES = re.compile(r"(?:^|_)(?:prices?|costs?|pricing|rates?|context_window|context_length)(?:_|$)")
WHO = re.compile(r"(?:^|_)(?:provider|vendor|maker|api_format|platform|api_type|service)(?:_name|_id|_code)?$")
WHERE = re.compile(r"(?:^|_)(?:base_url|api_base|url|endpoint|location|host)$")

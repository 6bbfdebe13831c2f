SELECT SNOWFLAKE.CORTEX.COMPLETE('mistral-large2', prompt) FROM t; -- expect: mistral-large2 call-argument runtime deprecated snowflake
SELECT snowflake.cortex.complete('our-tuned', 'Tell me about gpt-4'); -- expect: our-tuned call-argument runtime unknown snowflake
SELECT AI_COMPLETE('claude-3-5-sonnet', 'hi'); -- expect: claude-3-5-sonnet call-argument runtime unknown snowflake
SELECT AI_COMPLETE(model => 'claude-3-5-sonnet', prompt => 'hi'); -- expect: claude-3-5-sonnet call-argument runtime unknown snowflake
SELECT SNOWFLAKE.CORTEX.EMBED_TEXT_768('e5-base-v2', body) FROM t; -- expect: e5-base-v2 call-argument runtime unknown snowflake
SELECT ai_query('databricks-dbrx-instruct', text) FROM t; -- expect: databricks-dbrx-instruct call-argument runtime unknown databricks
SELECT ai_query(endpoint => 'databricks-dbrx-instruct', request => text) FROM t; -- expect: databricks-dbrx-instruct call-argument runtime unknown databricks
CREATE OR REPLACE MODEL `p.d.m`
  REMOTE WITH CONNECTION `p.us.c`
  OPTIONS (ENDPOINT = 'gemini-1.5-pro-002', MAX_ITERATIONS = 3); -- expect: gemini-1.5-pro-002 call-argument runtime retired vertex
CREATE MODEL d.e REMOTE WITH CONNECTION DEFAULT OPTIONS(endpoint = "text-embedding-004"); -- expect: text-embedding-004 call-argument runtime deprecated vertex
SELECT * FROM ML.GENERATE_TEXT(MODEL `p.d.m`, (SELECT 'gpt-4 is old' AS prompt), STRUCT(0.2 AS temperature));
SELECT AI.GENERATE('x', connection_id => 'us.c', endpoint => 'gemini-1.5-pro-002').result; -- expect: gemini-1.5-pro-002 call-argument runtime retired vertex
SELECT ai.openai_embed('text-embedding-ada-002', body), ai.openai_chat_complete('gpt-4', messages) FROM t; -- expect: text-embedding-ada-002 call-argument runtime active openai embeddings expect: gpt-4 call-argument runtime retired openai chat.completions
SELECT ai.openai_chat_complete
( 'gpt-4o-minj' -- expect: gpt-4o-minj call-argument runtime mistyped openai chat.completions
, jsonb_build_array(jsonb_build_object('role', 'user', 'content', 'gpt-4'))
);
SELECT ai.anthropic_generate('claude-3-opus-20240229', messages, max_tokens => 10); -- expect: claude-3-opus-20240229 call-argument runtime retired anthropic messages
SELECT ai.cohere_embed('embed-english-v3.0', 'x', input_type => 'search_query'); -- expect: embed-english-v3.0 call-argument runtime active cohere
SELECT ai.voyageai_embed('voyage-3-lite', body) FROM t; -- expect: voyage-3-lite call-argument runtime legacy voyage
SELECT ai.ollama_generate('llama3.2:3b', 'x'), pgml.embed('intfloat/e5-small', body) FROM t; -- expect: llama3.2:3b call-argument runtime unknown local expect: intfloat/e5-small call-argument runtime unknown local
CREATE EXTERNAL MODEL mine WITH (LOCATION = 'https://x.openai.azure.com/', API_FORMAT = 'Azure OpenAI', MODEL_TYPE = EMBEDDINGS, MODEL = 'text-embedding-ada-002'); -- expect: text-embedding-ada-002 field runtime unknown azure
CREATE EXTERNAL MODEL own WITH (LOCATION = 'https://localhost:11435/api/embed', API_FORMAT = 'Ollama', MODEL = 'nomic-embed-text');
{{ config(materialized='table', model='gpt-4') }} -- expect: gpt-4 field runtime retired openai
SELECT {{ var('llm_model', 'gpt-4') }} AS m, '{{ var("model") }}' AS x -- expect: gpt-4 call-argument runtime retired openai

-- What chat services keep in their own databases; gpt-4-32k was the first. expect: gpt-4-32k other doc retired openai
CREATE TABLE assistants (
  id SERIAL PRIMARY KEY,
  name TEXT NOT NULL DEFAULT 'gpt-4-fan',
  model VARCHAR(64) NOT NULL DEFAULT 'gpt-4', -- expect: gpt-4 default runtime retired openai
  "embedding_model" TEXT DEFAULT 'text-embedding-ada-002' CHECK (embedding_model <> ''), -- expect: text-embedding-ada-002 default runtime active openai
  tier TEXT CHECK (tier IN ('free', 'paid')),
  fallback_model TEXT CHECK (fallback_model IN ('gpt-4', 'gpt-4-32k')) -- expect: gpt-4 comparison catalogue retired openai expect: gpt-4-32k comparison catalogue retired openai
);
ALTER TABLE assistants ALTER COLUMN model SET DEFAULT 'gpt-4-32k'; -- expect: gpt-4-32k default runtime retired openai
ALTER TABLE assistants ADD COLUMN IF NOT EXISTS llm TEXT DEFAULT 'gpt-4'; -- expect: gpt-4 default runtime retired openai
COMMENT ON COLUMN assistants.model IS 'gpt-4';
CREATE TYPE chat_model AS ENUM ('gpt-4', 'gpt-4-32k'); -- expect: gpt-4 collection catalogue retired openai expect: gpt-4-32k collection catalogue retired openai

INSERT INTO assistants (name, model, temperature) VALUES ('Helper', 'gpt-4', 0.2); -- expect: gpt-4 field runtime retired openai
INSERT INTO public.assistants (name, model)
VALUES
  ('About gpt-4', 'gpt-4'), -- expect: gpt-4 field runtime retired openai
  ('It''s small', 'gpt-3.5-turbo-0301') -- expect: gpt-3.5-turbo-0301 field runtime retired openai
ON CONFLICT (name) DO UPDATE SET model = 'gpt-4-32k'; -- expect: gpt-4-32k field runtime retired openai
INSERT INTO llm_config (model, provider) VALUES ('gpt-4', 'azure'); -- expect: gpt-4 field runtime unknown azure
INSERT INTO llm_config (provider, model_name) VALUES ('bedrock', 'anthropic.claude-v2'); -- expect: anthropic.claude-v2 field runtime retired bedrock
INSERT INTO llm_config (tags, model) VALUES (ARRAY['a', 'b'], 'gpt-4'); -- expect: gpt-4 field runtime retired openai
INSERT INTO llm_config (model, tokens) SELECT 'gpt-4', 100; -- expect: gpt-4 field runtime retired openai
INSERT INTO app_settings VALUES (1, 'gpt-4', now()); -- expect: gpt-4 field runtime retired openai
INSERT INTO app_settings (key, value) VALUES ('default_model', '"gpt-4"'), ('theme', 'dark'); -- expect: gpt-4 field runtime retired openai
INSERT INTO agents (config) VALUES ('{"model": "gpt-4", "temperature": 0}'); -- expect: gpt-4 dict-value runtime retired openai
INSERT INTO agents (config) VALUES ($${"model": "gpt-4"}$$::jsonb); -- expect: gpt-4 dict-value runtime retired openai
INSERT INTO messages (role, content) VALUES ('user', 'Is gpt-4 gone?');

INSERT INTO model_prices (model, input_cost) VALUES ('gpt-4', 30), ('gpt-4-32k', 60); -- expect: gpt-4 field catalogue retired openai expect: gpt-4-32k field catalogue retired openai
INSERT INTO rates (id, input_price, output_price) VALUES ('gpt-4', 30, 60); -- expect: gpt-4 field catalogue retired openai
INSERT INTO ai_models (slug, vendor) VALUES ('gpt-4', 'OpenAI'); -- expect: gpt-4 field catalogue retired openai

UPDATE assistants SET model = 'gpt-4' WHERE model = 'gpt-4-32k'; -- expect: gpt-4 field runtime retired openai expect: gpt-4-32k comparison catalogue retired openai
UPDATE assistants SET temperature = 0, model = COALESCE(model, 'gpt-4'); -- expect: gpt-4 default runtime retired openai
UPDATE assistants SET config = jsonb_set(config, '{model}', '"gpt-4"'); -- expect: gpt-4 dict-value runtime retired openai
UPDATE assistants SET model = CASE WHEN model = 'gpt-4' THEN 'gpt-4-32k' ELSE 'o3' END; -- expect: gpt-4 comparison catalogue retired openai expect: gpt-4-32k other runtime retired openai
UPDATE assistants SET model = REPLACE(model, 'gpt-4', 'gpt-5');  -- expect: gpt-4 comparison catalogue retired openai expect: gpt-5 comparison catalogue retiring openai
DELETE FROM assistants WHERE model IN ('gpt-4', "gpt-4-32k") OR model LIKE 'claude-2.1%'; -- expect: gpt-4 comparison catalogue retired openai expect: gpt-4-32k comparison catalogue retired openai expect: claude-2.1 prefix-check catalogue retired anthropic
SELECT * FROM runs WHERE model != 'gpt-4' AND llm = ANY(ARRAY['gpt-4', 'gpt-4-32k']); -- expect: gpt-4 comparison catalogue retired openai expect: gpt-4-32k comparison catalogue retired openai
SELECT CASE model WHEN 'gpt-4' THEN 'old' ELSE 'new' END FROM runs; -- expect: gpt-4 comparison catalogue retired openai
SELECT starts_with(model, 'gpt-4-32k') FROM runs; -- expect: gpt-4-32k prefix-check catalogue retired openai
SELECT json_build_object('model', 'gpt-4', 'n', 1); -- expect: gpt-4 dict-value runtime retired openai
SELECT 'gpt-4-0613' AS model, 'x' AS other; -- expect: gpt-4-0613 other runtime retired openai

SET app.model = 'gpt-4'; -- expect: gpt-4 field runtime retired openai
SET app.model TO 'gpt-4'; -- expect: gpt-4 field runtime retired openai
SELECT * FROM t WHERE model SIMILAR TO 'gpt-4'; -- expect: gpt-4 comparison catalogue retired openai
SET @model = 'gpt-4'; -- expect: gpt-4 field runtime retired openai
DECLARE @model NVARCHAR(50) = N'gpt-4'; -- expect: gpt-4 field runtime retired openai
GO
CREATE PROCEDURE dbo.Ask (@prompt NVARCHAR(MAX), @model NVARCHAR(50) = 'gpt-4') AS SELECT 1; -- expect: gpt-4 default runtime retired openai
CREATE FUNCTION ask(prompt text, model text DEFAULT 'gpt-4') RETURNS text AS $fn$ -- expect: gpt-4 default runtime retired openai
DECLARE
  chosen_model text := 'gpt-4-32k'; -- expect: gpt-4-32k field runtime retired openai
BEGIN
  IF chosen_model = 'gpt-4' THEN -- expect: gpt-4 comparison catalogue retired openai
    RAISE NOTICE 'using gpt-4 for %', prompt;
  END IF;
  PERFORM ask(prompt, model => 'gpt-4'); -- expect: gpt-4 call-argument runtime retired openai
END;
$fn$ LANGUAGE plpgsql;
/* gpt-4 was here */ -- expect: gpt-4 other doc retired openai
SELECT 'gpt-4o-minj' AS model; -- expect: gpt-4o-minj other runtime mistyped openai

INSERT INTO workspaces (name, default_context_length, default_model) VALUES
    ('Home', 4096, 'gpt-4'); -- expect: gpt-4 field runtime retired openai
INSERT INTO llms (name, context_length, model) VALUES
    ('Four', 4096, 'gpt-4-32k'); -- expect: gpt-4-32k field catalogue retired openai

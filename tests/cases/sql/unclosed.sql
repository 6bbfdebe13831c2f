INSERT INTO agents (name, model) VALUES ('A', 'gpt-4'); -- expect: gpt-4 field runtime retired openai
UPDATE agents SET model = 'gpt-4-32k; -- expect: gpt-4-32k other runtime retired openai
UPDATE agents SET model = $$gpt-4$$;
-- expect-notification: unclosed.sql:2: the text that begins here never ends

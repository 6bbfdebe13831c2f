package ai

// A list that a program brings along is what somebody may choose from, whatever it is called.
var defaultModels = []Model{
	{Name: "anthropic.claude-v2", Max: 1}, // expect: anthropic.claude-v2 dict-value catalogue retired bedrock
	{Name: "anthropic.claude-v2:1", Max: 1}, // expect: anthropic.claude-v2:1 dict-value catalogue retired bedrock
	{Name: "anthropic.claude-instant-v1", Max: 1}, // expect: anthropic.claude-instant-v1 dict-value catalogue retired bedrock
	{Name: "anthropic.claude-3-sonnet-20240229-v1:0", Max: 1}, // expect: anthropic.claude-3-sonnet-20240229-v1:0 dict-value catalogue retired bedrock
	{Name: "anthropic.claude-3-opus-20240229-v1:0", Max: 1}, // expect: anthropic.claude-3-opus-20240229-v1:0 dict-value catalogue retired bedrock
	{Name: "anthropic.claude-3-5-sonnet-20241022-v2:0", Max: 1}, // expect: anthropic.claude-3-5-sonnet-20241022-v2:0 dict-value catalogue retired bedrock
	{Name: "amazon.titan-text-express-v1", Max: 1}, // expect: amazon.titan-text-express-v1 dict-value catalogue retired bedrock
	{Name: "anthropic.claude-v1", Max: 1}, // expect: anthropic.claude-v1 dict-value catalogue retired bedrock
}

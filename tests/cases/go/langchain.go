package chains

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/googleai"
	"github.com/tmc/langchaingo/llms/openai"
)

const chat = "gpt-3.5-turbo-1106" // expect: gpt-3.5-turbo-1106 constant runtime retired openai chat

func ask(ctx context.Context) error {
	llm, err := openai.New(
		openai.WithModel(chat),
		openai.WithEmbeddingModel("text-embedding-ada-002"), // expect: text-embedding-ada-002 call-argument runtime active openai embedding
	)
	if err != nil {
		return err
	}
	llms.GenerateFromSinglePrompt(ctx, llm, "Hello", llms.WithModel("gpt-4-vision-preview")) // expect: gpt-4-vision-preview call-argument runtime retired openai chat
	options := []openai.Option{
		openai.WithBaseURL("https://api.together.xyz/v1"),
		openai.WithModel("mistralai/Mixtral-8x7B-Instruct-v0.1"), // expect: mistralai/Mixtral-8x7B-Instruct-v0.1 call-argument runtime retired together chat
	}
	openai.New(options...)
	googleai.New(ctx, googleai.WithDefaultModel("gemini-pro")) // expect: gemini-pro call-argument runtime retired gemini chat
	return nil
}

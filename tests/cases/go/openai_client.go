// What the official SDK of OpenAI is asked for, and what only looks like it.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/azure"
	"github.com/openai/openai-go/v3/option"
	"github.com/openai/openai-go/v3/packages/param"
	"github.com/openai/openai-go/v3/responses"
	"github.com/openai/openai-go/v3/shared"
)

const embedder = "text-embedding-ada-002" // expect: text-embedding-ada-002 constant runtime active openai embeddings

type Assistant struct {
	client openai.Client
	model  string
}

// gpt-3.5-turbo is what this was written for.
func NewAssistant() *Assistant {
	return &Assistant{
		client: openai.NewClient(option.WithAPIKey(os.Getenv("OPENAI_API_KEY"))),
		model:  "gpt-4o", // expect: gpt-4o call-argument runtime retiring openai chat.completions
	}
}

func (a *Assistant) Ask(ctx context.Context, question string) (string, error) {
	params := openai.ChatCompletionNewParams{
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(question)},
		Model:    a.model,
	}
	completion, err := a.client.Chat.Completions.New(ctx, params)
	if err != nil {
		return "", fmt.Errorf("gpt-4o did not answer: %w", err)
	}
	return completion.Choices[0].Message.Content, nil
}

func (a *Assistant) Embed(ctx context.Context, text string) {
	a.client.Embeddings.New(ctx, openai.EmbeddingNewParams{Model: embedder})
	a.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: openai.ChatModelGPT4o})
	a.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model: shared.ChatModel("gpt-4-32k"), // expect: gpt-4-32k call-argument runtime retired openai chat.completions
	})
}

func respond(ctx context.Context) {
	client := openai.NewClient()
	client.Responses.New(ctx, responses.ResponseNewParams{
		Model: "gpt-5-mini", // expect: gpt-5-mini call-argument runtime retiring openai responses
		Instructions: param.NewOpt("Answer as gpt-4 would"),
	})
	stream := client.Chat.Completions.NewStreaming(ctx, openai.ChatCompletionNewParams{
		Model: openai.F("gpt-3.5-turbo-0301"), // expect: gpt-3.5-turbo-0301 call-argument runtime retired openai chat.completions
	})
	defer stream.Close()
	var later openai.ChatCompletionNewParams
	later.Model = "gpt-4-turbo-preview" // expect: gpt-4-turbo-preview field runtime retired openai chat.completions
	client.Chat.Completions.New(ctx, later)
}

func elsewhere(ctx context.Context, name string) {
	router := openai.NewClient(option.WithBaseURL("https://openrouter.ai/api/v1"))
	router.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model: "openai/gpt-4o", // expect: openai/gpt-4o call-argument runtime unknown openrouter chat.completions
	})
	private := openai.NewClient(azure.WithEndpoint("https://mine.openai.azure.com", "2025-04-01"))
	private.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "prod-gpt4"}) // expect: prod-gpt4 call-argument runtime unknown azure chat.completions
	options := []option.RequestOption{option.WithBaseURL("https://api.groq.com/openai/v1")}
	groq := openai.NewClient(options...)
	groq.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "llama3-70b-8192"}) // expect: llama3-70b-8192 call-argument runtime retired groq chat.completions
	router.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: name}) // expect: name call-argument runtime dynamic openrouter chat.completions
}

// Nobody in this file is given these settings.
func Settings() openai.ChatCompletionNewParams {
	return openai.ChatCompletionNewParams{Model: "gpt-4-0314"} // expect: gpt-4-0314 call-argument runtime retired openai chat.completions
}

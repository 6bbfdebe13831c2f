// Package service follows models from where they are named to where they are asked.
package service

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type Options struct {
	Model string
	Heat  float64
}

type Service struct {
	client *openai.Client
	opts   Options
	model  string
}

func New(key, model string) *Service {
	if model == "" {
		model = "gpt-4o" // expect: gpt-4o constant runtime retiring openai chat.completions
	}
	return &Service{
		client: openai.NewClient(key),
		model:  model,
		opts:   Options{Model: "gpt-4-32k"}, // expect: gpt-4-32k call-argument runtime retired openai chat.completions
	}
}

func (s *Service) Ask(ctx context.Context) {
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: s.model})
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: s.opts.Model})
	go func() {
		s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: pick(true)})
	}()
}

func pick(big bool) string {
	if big {
		return "gpt-4-1106-preview" // expect: gpt-4-1106-preview other runtime retired openai chat.completions
	}
	return "gpt-3.5-turbo-1106" // expect: gpt-3.5-turbo-1106 other runtime retired openai chat.completions
}

var tiers = map[string]string{
	"fast":  "gpt-4o-mini", // expect: gpt-4o-mini dict-value runtime retiring openai chat.completions
	"smart": "o1-preview",  // expect: o1-preview dict-value runtime retired openai chat.completions
}

func (s *Service) Tier(ctx context.Context, tier string) {
	model, ok := tiers[tier]
	if !ok {
		model = "gpt-4-turbo" // expect: gpt-4-turbo constant runtime retired openai chat.completions
	}
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model})
	for _, each := range []string{"gpt-4", "gpt-3.5-turbo"} { // expect: gpt-4 collection runtime retired openai chat.completions expect: gpt-3.5-turbo collection runtime retired openai chat.completions
		s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: each})
	}
}

func Start(key string) *Service {
	// modelgate: ignore[retired-model] -- asked until the old account is closed
	return New(key, "gpt-4-turbo-preview") // expect: gpt-4-turbo-preview call-argument runtime retired openai chat.completions
}

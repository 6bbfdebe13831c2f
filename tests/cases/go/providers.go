// Package providers asks one provider each, through the SDK that each of them has.
package providers

import (
	"context"
	"os"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/bedrock"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	cohere "github.com/cohere-ai/cohere-go/v2"
	cohereclient "github.com/cohere-ai/cohere-go/v2/client"
	"github.com/ollama/ollama/api"
	gpt "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"

	"example.com/house/internal/openai"
)

type Claude struct {
	client anthropic.Client
	model  anthropic.Model
}

func NewClaude() *Claude {
	return &Claude{client: anthropic.NewClient(), model: "claude-3-7-sonnet-20250219"} // expect: claude-3-7-sonnet-20250219 call-argument runtime retired anthropic messages
}

func (c *Claude) Ask(ctx context.Context) {
	c.client.Messages.New(ctx, anthropic.MessageNewParams{MaxTokens: 9, Model: c.model})
	c.client.Messages.NewStreaming(ctx, anthropic.MessageNewParams{
		Model: anthropic.ModelClaudeSonnet4_5,
	})
	amazon := anthropic.NewClient(bedrock.WithLoadDefaultConfig(ctx))
	amazon.Messages.New(ctx, anthropic.MessageNewParams{
		Model: "anthropic.claude-v2:1", // expect: anthropic.claude-v2:1 call-argument runtime retired bedrock messages
	})
}

func askAmazon(ctx context.Context, client *bedrockruntime.Client) {
	input := &bedrockruntime.InvokeModelInput{
		ModelId: aws.String("anthropic.claude-instant-v1"), // expect: anthropic.claude-instant-v1 call-argument runtime retired bedrock
	}
	client.InvokeModel(ctx, input)
}

func askGoogle(ctx context.Context) {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{
		APIKey:  os.Getenv("GEMINI_API_KEY"),
		Backend: genai.BackendGeminiAPI,
	})
	if err != nil {
		return
	}
	client.Models.GenerateContent(ctx, "gemini-1.5-pro", genai.Text("Hello"), nil) // expect: gemini-1.5-pro call-argument runtime retired gemini generateContent
	client.Models.EmbedContent(ctx, "text-embedding-004", nil, nil) // expect: text-embedding-004 call-argument runtime retired gemini embedContent
}

func askCohere(ctx context.Context) {
	co := cohereclient.NewClient(cohereclient.WithToken(os.Getenv("CO_API_KEY")))
	co.Chat(ctx, &cohere.ChatRequest{Model: cohere.String("command-r")}) // expect: command-r call-argument runtime retired cohere chat
}

func askOlder(ctx context.Context) {
	config := gpt.DefaultAzureConfig(os.Getenv("AZURE_OPENAI_KEY"), "https://mine.openai.azure.com")
	azure := gpt.NewClientWithConfig(config)
	azure.CreateChatCompletion(ctx, gpt.ChatCompletionRequest{Model: "prod-gpt4"}) // expect: prod-gpt4 call-argument runtime unknown azure chat.completions
	own := gpt.NewClient(os.Getenv("OPENAI_API_KEY"))
	own.CreateChatCompletion(
		ctx,
		gpt.ChatCompletionRequest{
			Model: gpt.GPT4o,
			Messages: []gpt.ChatCompletionMessage{{Role: gpt.ChatMessageRoleUser, Content: "Are you gpt-4?"}},
		},
	)
	request := gpt.EmbeddingRequest{Input: []string{"text"}}
	request.Model = "text-search-ada-doc-001" // expect: text-search-ada-doc-001 field runtime retired openai embeddings
	own.CreateEmbeddings(ctx, request)
}

func askHere(ctx context.Context) {
	local, _ := api.ClientFromEnvironment()
	local.Chat(ctx, &api.ChatRequest{Model: "llama3.2"}, nil) // expect: llama3.2 call-argument runtime unknown local chat
}

// The house's own package is no SDK, whatever it is called.
func askHouse() {
	client := openai.NewClient("gpt-4o") // expect: gpt-4o call-argument runtime retiring openai -
	client.Ask("gpt-4 is retired")
}

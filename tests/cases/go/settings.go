// Command settings reads what it asks from its options, its environment and its configuration.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/sashabaranov/go-openai"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
	"github.com/urfave/cli/v2"
)

type Config struct {
	Model     string `env:"OPENAI_MODEL" envDefault:"gpt-4-0613"`          // expect: gpt-4-0613 field runtime retired openai
	Embedding string `yaml:"embedding" default:"text-embedding-ada-002"` // expect: text-embedding-ada-002 field runtime active openai
	Name      string `json:"model,omitempty"`
}

var (
	model    = flag.String("model", "gpt-4o", "the model, such as gpt-4") // expect: gpt-4o cli-default runtime retiring openai
	fallback string
)

func init() {
	flag.StringVar(&fallback, "fallback-model", "gpt-3.5-turbo", "what is asked next") // expect: gpt-3.5-turbo cli-default runtime retired openai
	pflag.StringP("llm", "m", "claude-2.1", "the model") // expect: claude-2.1 cli-default runtime retired anthropic
	viper.SetDefault("llm.model", "gpt-4-turbo") // expect: gpt-4-turbo default runtime retired openai
}

func getEnvOrDefault(key, otherwise string) string {
	if value := os.Getenv(key); value != "" {
		return value
	}
	return otherwise
}

func command() *cobra.Command {
	ask := &cobra.Command{Use: "ask", Short: "asks gpt-4o"}
	ask.Flags().String("model", "claude-3-opus-20240229", "the model") // expect: claude-3-opus-20240229 cli-default runtime retired anthropic
	return ask
}

func app() *cli.App {
	return &cli.App{Flags: []cli.Flag{
		&cli.StringFlag{Name: "model", Value: "gpt-4-32k", Usage: "gpt-4-32k or gpt-4"}, // expect: gpt-4-32k call-argument runtime retired openai
	}}
}

func main() {
	chosen := os.Getenv("CHAT_MODEL")
	if chosen == "" {
		chosen = "gpt-4-turbo-preview" // expect: gpt-4-turbo-preview constant runtime retired openai
	}
	summary := cmp.Or(os.Getenv("SUMMARY_MODEL"), "gpt-3.5-turbo-0613") // expect: gpt-3.5-turbo-0613 environment-default runtime retired openai
	title := getEnvOrDefault("TITLE_MODEL", "gpt-4-0125-preview") // expect: gpt-4-0125-preview environment-default runtime retired openai
	fmt.Println(ask(Config{Model: chosen, Name: summary, Embedding: title}))
}

// What an option is when nobody gives it is asked where its value goes.
var speaker = flag.String("speaker", "gpt-4o-mini-tts", "who reads it aloud") // expect: gpt-4o-mini-tts cli-default runtime retiring openai audio.speech

func speak(ctx context.Context, client *openai.Client) {
	client.CreateSpeech(ctx, openai.CreateSpeechRequest{Model: openai.SpeechModel(*speaker), Input: "Hello"})
}

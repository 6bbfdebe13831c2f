// Package models says which models there are, and which of them is asked.
package models

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
)

// DefaultModel is asked when nobody says otherwise; it was gpt-3.5-turbo once.
const DefaultModel = "gpt-4o" // expect: gpt-4o constant runtime retiring openai

const (
	summaries, titles = "gpt-4o-mini", "gpt-3.5-turbo-16k" // expect: gpt-4o-mini constant runtime retiring openai expect: gpt-3.5-turbo-16k constant runtime retired openai
	retries           = iota
)

// ID names a model.
type ID string

const (
	GPT4      ID = "gpt-4"         // expect: gpt-4 constant catalogue retired openai
	GPT4o     ID = "gpt-4o"        // expect: gpt-4o constant catalogue retiring openai
	Claude3   ID = "claude-3-opus-20240229" // expect: claude-3-opus-20240229 constant catalogue retired anthropic
	GeminiPro ID = "gemini-1.5-pro" // expect: gemini-1.5-pro constant catalogue retired gemini
)

var prices = map[string]float64{
	"gpt-4":       0.03,  // expect: gpt-4 collection catalogue retired openai
	"gpt-4o":      0.005, // expect: gpt-4o collection catalogue retiring openai
	"gpt-4-turbo": 0.01,  // expect: gpt-4-turbo collection catalogue retired openai
}

type Info struct {
	ID      string
	Context int
}

var catalog = []Info{
	{ID: "gpt-4", Context: 8192},          // expect: gpt-4 dict-value catalogue retired openai
	{ID: "gpt-4-32k", Context: 32768},     // expect: gpt-4-32k dict-value catalogue retired openai
	{ID: "gpt-4o", Context: 128000},       // expect: gpt-4o dict-value catalogue retiring openai
	{ID: "gpt-4o-mini", Context: 128000},  // expect: gpt-4o-mini dict-value catalogue retiring openai
	{ID: "gpt-3.5-turbo", Context: 16385}, // expect: gpt-3.5-turbo dict-value catalogue retired openai
}

var supported = []string{
	"claude-3-haiku-20240307",    // expect: claude-3-haiku-20240307 collection catalogue retired anthropic
	"claude-3-opus-20240229",     // expect: claude-3-opus-20240229 collection catalogue retired anthropic
	"claude-3-5-sonnet-20240620", // expect: claude-3-5-sonnet-20240620 collection catalogue retired anthropic
}

// Each provider has one that is asked.
var defaults = map[string]string{
	"openai":    "gpt-4-1106-preview", // expect: gpt-4-1106-preview dict-value runtime retired openai
	"anthropic": "claude-2.1",         // expect: claude-2.1 dict-value runtime retired anthropic
	"gemini":    "gemini-1.0-pro",     // expect: gemini-1.0-pro dict-value runtime retired gemini
}

func Window(model string) int {
	switch model {
	case "gpt-4", "gpt-4-0613": // expect: gpt-4 comparison catalogue retired openai expect: gpt-4-0613 comparison catalogue retired openai
		return 8192
	case "gpt-4o": // expect: gpt-4o comparison catalogue retiring openai
		return 128000
	}
	switch {
	case strings.HasPrefix(model, "gpt-3.5-turbo"): // expect: gpt-3.5-turbo prefix-check catalogue retired openai
		return 4096
	case model == "claude-2.1": // expect: claude-2.1 comparison catalogue retired anthropic
		return 200000
	}
	if strings.EqualFold(model, "gemini-1.5-flash") { // expect: gemini-1.5-flash comparison catalogue retired gemini
		return 1000000
	}
	if slices.Contains([]string{"o1-mini", "o1-preview"}, model) { // expect: o1-mini comparison catalogue retired openai expect: o1-preview comparison catalogue retired openai
		slog.Info("gpt-4o would do", "model", model)
		return 0
	}
	fmt.Println("no window for", model, "gpt-4o") // expect: gpt-4o other catalogue retiring openai
	panic("gpt-4-32k is gone")
}

func Successor(model string) string {
	successors := map[string]string{
		"gpt-4": "gpt-4o", // expect: gpt-4 collection catalogue retired openai expect: gpt-4o dict-value runtime retiring openai
	}
	return successors[model]
}

// Package request asks without any SDK.
package request

import (
	"bytes"
	"encoding/json"
	"net/http"
)

const endpoint = "https://api.openai.com/v1/chat/completions"

type chatRequest struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

func Ask(question string) (*http.Response, error) {
	payload := chatRequest{
		Model:    "gpt-4-0314", // expect: gpt-4-0314 call-argument runtime retired openai chat.completions
		Messages: []message{{Role: "user", Content: question}},
	}
	body, err := json.Marshal(payload)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequest(http.MethodPost, endpoint, bytes.NewBuffer(body))
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(request)
}

func Claude(key string) {
	body, _ := json.Marshal(map[string]any{
		"model":      "claude-instant-1.2", // expect: claude-instant-1.2 dict-value runtime retired anthropic messages
		"max_tokens": 256,
	})
	http.Post("https://api.anthropic.com/v1/messages", "application/json", bytes.NewReader(body))
}

// What is answered names a model that nobody asks.
var recorded = map[string]any{"object": "chat.completion", "model": "gpt-4-0613", "usage": nil} // expect: gpt-4-0613 dict-value catalogue retired openai

// A body that is written out is read by its keys.
func Written() {
	body := bytes.NewBufferString(`{"model": "gpt-4-0125-preview", "messages": []}`) // expect: gpt-4-0125-preview dict-value runtime retired openai
	http.Post(endpoint, "application/json", body)
}

package ask

import "testing"

func TestAsk(t *testing.T) {
	client := New("gpt-4") // expect: gpt-4 call-argument test retired openai
	if got := client.Model(); got != "gpt-4" { // expect: gpt-4 comparison test retired openai
		t.Fatalf("asked %s instead of gpt-4", got)
	}
	for _, each := range []struct{ model, want string }{
		{model: "gpt-3.5-turbo", want: "cl100k_base"}, // expect: gpt-3.5-turbo dict-value test retired openai
	} {
		t.Run(each.model, func(t *testing.T) {})
	}
}

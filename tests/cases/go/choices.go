package ai

const (
	modelPro   = "gemini-1.5-pro-001"   // expect: gemini-1.5-pro-001 constant runtime retired vertex
	modelFlash = "gemini-1.5-flash-002" // expect: gemini-1.5-flash-002 constant catalogue retired vertex
	modelLite  = "gemini-1.0-pro-002"   // expect: gemini-1.0-pro-002 constant catalogue retired vertex
)

// Somebody chooses one of these; only the first is taken without being asked for.
var choices = []string{modelPro, modelFlash, modelLite}

var others = []string{
	"gpt-4",         // expect: gpt-4 collection catalogue retired openai
	"gpt-3.5-turbo", // expect: gpt-3.5-turbo collection runtime retired openai
}

func ModelOrDefault(model string) string {
	for _, each := range choices {
		if each == model {
			return model
		}
	}
	return choices[0]
}

func OtherModel() string {
	return others[1]
}

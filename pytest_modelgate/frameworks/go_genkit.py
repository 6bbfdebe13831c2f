"""Genkit for Go: models by the plugins that serve them, or by a route of plugin and model."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_MODULE = "github.com/firebase/genkit/go"
_GOOGLE = f"{_MODULE}/plugins/googlegenai"

FRAMEWORK = Framework(
    name="go-genkit",
    language="go",
    modules=(_MODULE,),
    keywords=("firebase/genkit",),
    functions=(
        ModelCall(path=f"{_MODULE}/ai#WithModelName", argument="name", position=0),
        ModelCall(path=f"{_MODULE}/genkit#WithDefaultModel", position=0),
        ModelCall(path=f"{_GOOGLE}#ModelRef", argument="name", position=0),
        ModelCall(path=f"{_GOOGLE}#GoogleAIModelRef", argument="id", position=0, surface="gemini"),
        ModelCall(path=f"{_GOOGLE}#VertexAIModelRef", argument="id", position=0, surface="vertex"),
        ModelCall(path=f"{_GOOGLE}#GoogleAIModel", argument="name", position=1, surface="gemini"),
        ModelCall(path=f"{_GOOGLE}#VertexAIModel", argument="name", position=1, surface="vertex"),
        ModelCall(path=f"{_GOOGLE}#GoogleAIEmbedder", argument="name", position=1, endpoint="embedding",
                  surface="gemini"),
        ModelCall(path=f"{_GOOGLE}#VertexAIEmbedder", argument="name", position=1, endpoint="embedding",
                  surface="vertex"),
        ModelCall(path=f"{_MODULE}/plugins/anthropic#Model", argument="name", position=1, surface="anthropic"),
        ModelCall(path=f"{_MODULE}/plugins/ollama#Model", argument="name", position=1, surface="local"),
    ),
    examples=(
        CallExample(
            code='package main\n\nimport (\n\t"github.com/firebase/genkit/go/ai"\n'
            '\t"github.com/firebase/genkit/go/genkit"\n)\n\nfunc ask() {\n'
            '\tgenkit.Generate(ctx, g, ai.WithModelName("googleai/gemini-next"), ai.WithPrompt(text))\n}',
            id="googleai/gemini-next", surface=None,
        ),
        CallExample(
            code='package main\n\nimport "github.com/firebase/genkit/go/plugins/googlegenai"\n\nfunc ask() {\n'
            '\tmodel := googlegenai.VertexAIModel(g, "gemini-next")\n}',
            id="gemini-next", surface="vertex",
        ),
        CallExample(
            code='package main\n\nimport "github.com/firebase/genkit/go/plugins/googlegenai"\n\nfunc ask() {\n'
            '\tembedder := googlegenai.GoogleAIEmbedder(g, "gemini-2.5-pro")\n}',
            id="gemini-2.5-pro", surface="gemini", endpoint="embedding", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "github.com/firebase/genkit/go/plugins/googlegenai"\n\nfunc ask() {\n'
            "\tmodel := googlegenai.GoogleAIModel(g, pick())\n}",
            id="pick()", surface="gemini", dynamic=True,
        ),
    ),
)  # fmt: skip

"""Hugging Face's inference client for JavaScript."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-huggingface",
    language="javascript",
    modules=("@huggingface/inference",),
    keywords=("@huggingface/",),
    clients=(
        *(
            Client(name=name, surface="huggingface", places=("accessToken", "defaultOptions"),
                   base_url=("defaultOptions.endpointUrl",))
            for name in ("InferenceClient", "HfInference")
        ),
    ),
    calls=calls_of(
        {
            "chat": "chatCompletion chatCompletionStream",
            "completion": "textGeneration textGenerationStream",
            "embedding": "featureExtraction sentenceSimilarity",
            "image": "textToImage imageToImage",
            "video": "textToVideo imageToVideo",
            "speech": "textToSpeech",
            "transcription": "automaticSpeechRecognition",
            None: (
                "summarization translation imageToText textClassification tokenClassification questionAnswering"
                " tableQuestionAnswering fillMask zeroShotClassification visualQuestionAnswering"
                " documentQuestionAnswering audioClassification audioToAudio imageClassification imageSegmentation"
                " objectDetection zeroShotImageClassification imageTextToImage imageTextToVideo"
                " tabularClassification tabularRegression"
            ),
        }
    ),
    examples=(
        CallExample(
            code="import { InferenceClient } from '@huggingface/inference'\n"
            "const client = new InferenceClient(process.env.HF_TOKEN)\n"
            "await client.chatCompletion({ model: 'meta-llama/Llama-9-8B', messages })",
            id="meta-llama/Llama-9-8B", surface="huggingface", endpoint="chat",
        ),
        CallExample(
            code="import { HfInference } from '@huggingface/inference'\n"
            "const hf = new HfInference(token)\n"
            "for await (const each of hf.textGenerationStream({ model: 'Qwen/Qwen9-8B', inputs })) show(each)",
            id="Qwen/Qwen9-8B", surface="huggingface", endpoint="completion",
        ),
        CallExample(
            code="import { InferenceClient } from '@huggingface/inference'\n"
            "new InferenceClient(token).featureExtraction({ model: pick(), inputs })",
            id="pick()", surface="huggingface", endpoint="embedding", dynamic=True,
        ),
    ),
)  # fmt: skip

package com.example.cloud

import ai.koog.prompt.llm.LLMProvider
import ai.koog.prompt.llm.LLModel
import aws.sdk.kotlin.services.bedrockruntime.BedrockRuntimeClient
import aws.sdk.kotlin.services.bedrockruntime.model.ConverseRequest
import aws.sdk.kotlin.services.bedrockruntime.model.InvokeModelRequest

private const val CLAUDE = "anthropic.claude-v2" // expect: anthropic.claude-v2 constant runtime retired bedrock

suspend fun invoke(prompt: String) = BedrockRuntimeClient { region = "us-east-1" }.use { client ->
    val request = InvokeModelRequest {
        modelId = CLAUDE
        contentType = "application/json"
        body = """{"prompt": "Are you gpt-4?", "max_tokens_to_sample": 10}""".encodeToByteArray()
    }
    client.invokeModel(request)
}

suspend fun converse(client: BedrockRuntimeClient) = client.converse(
    ConverseRequest {
        modelId = "anthropic.claude-instant-v1" // expect: anthropic.claude-instant-v1 call-argument runtime retired bedrock chat
        messages = listOf(message)
    },
)

suspend fun direct(client: BedrockRuntimeClient) = client.converse {
    modelId = "cohere.command-text-v14" // expect: cohere.command-text-v14 call-argument runtime retired bedrock chat
}

object Models {
    val CHAT = LLModel(
        provider = LLMProvider.Anthropic,
        id = "claude-2.1", // expect: claude-2.1 call-argument runtime retired anthropic chat
        capabilities = listOf(LLMCapability.Temperature),
    )
}

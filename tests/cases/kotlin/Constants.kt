package com.example.chat

import com.openai.client.OpenAIClient
import com.openai.models.ChatModel
import com.openai.models.chat.completions.ChatCompletionCreateParams
import org.springframework.ai.openai.OpenAiChatOptions
import org.springframework.ai.openai.api.OpenAiApi

fun ask(client: OpenAIClient) = client.chat().completions().create(
    ChatCompletionCreateParams.builder()
        .model(ChatModel.GPT_4_0314) // expect: gpt-4-0314 call-argument runtime retired openai chat.completions
        .addUserMessage("Hello")
        .build(),
)

fun options() = OpenAiChatOptions.builder()
    .model(OpenAiApi.ChatModel.GPT_4_O.value) // expect: gpt-4o call-argument runtime retiring openai chat
    .build()

fun newer() = OpenAiChatOptions.builder().model(ChatModel.GPT_9_9_HUGE.value).build()

fun compared(model: ChatModel) = model == ChatModel.GPT_4

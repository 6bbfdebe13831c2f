package com.example.chat

import dev.langchain4j.model.anthropic.AnthropicChatModel
import javax.inject.Inject

fun interface Chooses {
    fun choose(model: String): Boolean
}

class Injected
    @Inject
    @Named("chat")
    internal constructor(
        private val model: String = "claude-2.1", // expect: claude-2.1 default runtime retired anthropic chat
        private val backup: String = fallback("claude-instant-1.2"), // expect: claude-instant-1.2 call-argument runtime retired
    ) {
    private val chat = AnthropicChatModel.builder().apiKey(key).modelName(model).build()
    private var other = "x"

    init {
        other = "gpt-4" // expect: gpt-4 constant runtime retired
    }

    fun ask(question: String): String = run {
        val picked = listOf("gpt-4-32k", "gpt-4-0613").random() // expect: gpt-4-32k collection runtime retired expect: gpt-4-0613 collection runtime retired
        chat.generate(question + picked)
    }

    sealed class Choice(val id: String) {
        data object Large : Choice("gpt-4-0314") // expect: gpt-4-0314 call-argument runtime retired
    }
}

fun Choices.pick() = client.invoke<ChatResponse>("gpt-4-turbo-preview") // expect: gpt-4-turbo-preview call-argument runtime retired

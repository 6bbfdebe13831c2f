package com.example.chat

import dev.langchain4j.model.openai.OpenAiChatModel
import kotlin.test.Test
import kotlin.test.assertEquals

class ChatServiceTest {
    @Test
    fun `asks gpt-4`() {
        val model = OpenAiChatModel.builder().modelName("gpt-4").build() // expect: gpt-4 call-argument test retired openai chat
        assertEquals("gpt-4-0613", model.name) // expect: gpt-4-0613 comparison test retired
        model.name shouldBe "claude-2.1" // expect: claude-2.1 comparison test retired
    }
}

package com.example.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.langchain4j.model.openai.OpenAiChatModel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatServiceTest {
    private static final String MODEL = "gpt-4"; // expect: gpt-4 constant test retired openai chat

    @Test
    @DisplayName("asks gpt-4")
    void asks() {
        var model = OpenAiChatModel.builder().modelName(MODEL).build();
        assertEquals("gpt-4-0613", model.defaultRequestParameters().modelName()); // expect: gpt-4-0613 comparison test retired
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4-32k", "claude-2.1"}) // expect: gpt-4-32k collection test retired expect: claude-2.1 collection test retired
    void knows(String model) {}
}

package com.example.assistant;

import com.theokanning.openai.completion.chat.*;
import dev.langchain4j.model.openai.*;
import java.util.*;

class Wildcards {
    private static final String MODEL = "gpt-4-0314"; // expect: gpt-4-0314 constant runtime retired openai chat

    ChatCompletionRequest request(List<ChatMessage> messages) {
        return ChatCompletionRequest.builder().model("gpt-3.5-turbo-0301").messages(messages).build(); // expect: gpt-3.5-turbo-0301 call-argument runtime retired openai chat.completions
    }

    Object model() {
        return OpenAiChatModel.builder().modelName(MODEL).build();
    }

    Object other() {
        return CompletionRequest.builder().model("text-davinci-003").build(); // expect: text-davinci-003 call-argument runtime retired openai completions
    }
}

package com.example.assistant;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Model;
import com.openai.client.OpenAIClient;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.embeddings.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModelName;

class Constants {
    private static final ChatModel MODEL = ChatModel.GPT_3_5_TURBO; // expect: gpt-3.5-turbo constant runtime retired openai chat.completions

    Object ask(OpenAIClient client) {
        return client.chat().completions().create(ChatCompletionCreateParams.builder().model(MODEL).build());
    }

    Object preview(OpenAIClient client) {
        var params = ChatCompletionCreateParams.builder()
            .model(ChatModel.GPT_4_1106_PREVIEW) // expect: gpt-4-1106-preview call-argument runtime retired openai chat.completions
            .build();
        return client.chat().completions().create(params);
    }

    Object newer(OpenAIClient client) {
        return client.chat().completions().create(ChatCompletionCreateParams.builder().model(ChatModel.GPT_9_9_HUGE).build());
    }

    Object vectors() {
        return EmbeddingCreateParams.builder().model(EmbeddingModel.TEXT_EMBEDDING_ADA_002).build(); // expect: text-embedding-ada-002 call-argument runtime active openai embeddings
    }

    Object claude(AnthropicClient client) {
        return client.messages().create(MessageCreateParams.builder().model(Model.CLAUDE_3_OPUS_20240229).build()); // expect: claude-3-opus-20240229 call-argument runtime retired anthropic messages
    }

    Object langchain() {
        return OpenAiChatModel.builder().modelName(OpenAiChatModelName.GPT_4_O).build(); // expect: gpt-4o call-argument runtime retiring openai chat
    }

    boolean old(ChatModel model) {
        return model.equals(ChatModel.GPT_4);
    }
}

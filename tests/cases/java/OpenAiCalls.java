package com.example.assistant;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
public class OpenAiCalls {
    private static final String MODEL = "gpt-4-0613"; // expect: gpt-4-0613 constant runtime retired openai chat.completions
    private static final OpenAIClient ROUTER = OpenAIOkHttpClient.builder()
        .baseUrl("https://openrouter.ai/api/v1")
        .apiKey(System.getenv("OPENROUTER_API_KEY"))
        .build();

    @Value("${assistant.embeddings:gpt-4o}") // expect: gpt-4o default runtime retiring openai embeddings
    private String vectors;

    private final OpenAIClient client;
    private final OpenAIClient azure = OpenAIOkHttpClient.builder()
        .baseUrl("https://prod.openai.azure.com")
        .azureServiceVersion(version)
        .build();
    private String fallback = "gpt-4-32k"; // expect: gpt-4-32k field runtime retired openai responses

    public OpenAiCalls() {
        this.client = OpenAIOkHttpClient.fromEnv();
    }

    public ChatCompletion ask(String question) {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
            .addSystemMessage("You are gpt-4.")
            .addUserMessage(question)
            .model(MODEL)
            .build();
        return client.chat().completions().create(params);
    }

    public Object stepByStep(String question) {
        ChatCompletionCreateParams.Builder builder = ChatCompletionCreateParams.builder();
        builder.addUserMessage(question);
        builder.model("gpt-3.5-turbo-0613"); // expect: gpt-3.5-turbo-0613 call-argument runtime retired openai chat.completions
        return client.chat().completions().createStreaming(builder.build());
    }

    public Object respond(String question) {
        return client.responses().create(ResponseCreateParams.builder().model(fallback).input(question).build());
    }

    public Object vectors(String text) {
        return client.embeddings().create(EmbeddingCreateParams.builder().input(text).model(vectors).build());
    }

    public Object routed(String question) {
        var params = ChatCompletionCreateParams.builder()
            .model("anthropic/claude-3-opus") // expect: anthropic/claude-3-opus call-argument runtime unknown openrouter chat.completions
            .addUserMessage(question)
            .build();
        return ROUTER.chat().completions().create(params);
    }

    public Object deployed(String question) {
        return azure.chat().completions().create(
            ChatCompletionCreateParams.builder().model("prod-chat").addUserMessage(question).build()); // expect: prod-chat call-argument runtime unknown azure chat.completions
    }

    public Object chosen(boolean fast) {
        String model = fast ? "gpt-3.5-turbo" : "gpt-4-turbo-preview"; // expect: gpt-3.5-turbo constant runtime retired openai chat.completions expect: gpt-4-turbo-preview constant runtime retired openai chat.completions
        return client.chat().completions().create(ChatCompletionCreateParams.builder().model(model).build());
    }

    public Object defaulted() {
        return named("gpt-4-1106-preview"); // expect: gpt-4-1106-preview call-argument runtime retired openai chat.completions
    }

    private Object named(String name) {
        return client.chat().completions().create(ChatCompletionCreateParams.builder().model(name).build());
    }

    public TranscriptionCreateParams params() {
        return TranscriptionCreateParams.builder().file(path).model("whisper-1").build(); // expect: whisper-1 call-argument runtime deprecated openai audio.transcriptions
    }

    public Object dynamic() {
        return client.chat().completions().create(ChatCompletionCreateParams.builder().model(pick()).build()); // expect: pick() call-argument runtime dynamic openai chat.completions
    }
}

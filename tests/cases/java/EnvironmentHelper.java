package com.example.assistant;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import static com.openai.models.ChatModel.GPT_4O;

public final class EnvironmentHelper {
    public static void main(String[] args) {
        String model = setting("CHAT_MODEL", "gpt-4-0613"); // expect: gpt-4-0613 call-argument runtime retired openai chat.completions
        String mode = setting("CHAT_MODE", "plain-mode-1");
        String other = environmentOrDefault("OTHER_MODEL", "gpt-4-32k"); // expect: gpt-4-32k environment-default runtime retired openai chat.completions

        OpenAIClient client = OpenAIOkHttpClient.fromEnv();
        client.chat().completions().create(ChatCompletionCreateParams.builder().model(model).build());
        client.chat().completions().create(ChatCompletionCreateParams.builder().model(other).build());
    }

    private static String setting(String name, String fallback) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? fallback : value;
    }
}

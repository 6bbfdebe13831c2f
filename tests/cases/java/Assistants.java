package com.example.assistant;

import com.anthropic.bedrock.backends.BedrockBackend;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.google.genai.Client;
import com.theokanning.openai.completion.chat.*;
import com.theokanning.openai.service.OpenAiService;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.azure.AzureOpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiTokenizer;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;

class Assistants {
    private static final String CLAUDE = "claude-3-opus-20240229"; // expect: claude-3-opus-20240229 constant runtime retired anthropic messages
    private static final String TITAN = "amazon.titan-text-express-v1"; // expect: amazon.titan-text-express-v1 constant runtime retired bedrock

    @Bean
    OpenAiChatModel chat(@Value("${langchain4j.open-ai.model:gpt-4}") String name) { // expect: gpt-4 default runtime retired openai chat
        return OpenAiChatModel.builder().apiKey(key).modelName(name).build();
    }

    @Bean
    Object lazily() {
        return AnthropicChatModel.builder()
            .apiKey(System.getenv("ANTHROPIC_API_KEY"))
            .modelName("claude-2.1") // expect: claude-2.1 call-argument runtime retired anthropic chat
            .logRequests(true)
            .build();
    }

    @Bean
    Object deployed() {
        return AzureOpenAiChatModel.builder().endpoint(url).deploymentName("gpt-4o").build(); // expect: gpt-4o call-argument runtime unknown azure chat
    }

    @Bean
    Object tokenizer() {
        return new OpenAiTokenizer("gpt-4"); // expect: gpt-4 other catalogue retired
    }

    Object spring(ChatClient client) {
        return client.prompt("Hello")
            .options(OpenAiChatOptions.builder().model("gpt-4-0314").temperature(0.4).build()) // expect: gpt-4-0314 call-argument runtime retired openai chat
            .call()
            .content();
    }

    Object claude() {
        AnthropicClient client = AnthropicOkHttpClient.fromEnv();
        return client.messages().create(MessageCreateParams.builder().maxTokens(10).model(CLAUDE).build());
    }

    Object cloud() {
        var client = AnthropicOkHttpClient.builder().backend(BedrockBackend.fromEnv()).build();
        MessageCreateParams params = MessageCreateParams.builder()
            .model("anthropic.claude-v2") // expect: anthropic.claude-v2 call-argument runtime retired bedrock messages
            .build();
        return client.messages().create(params);
    }

    Object invoked(BedrockRuntimeClient client, String body) {
        InvokeModelRequest request = InvokeModelRequest.builder().modelId(TITAN).body(body).build();
        return client.invokeModel(request);
    }

    Object conversed(BedrockRuntimeClient client) {
        return client.converse(request -> request
            .modelId("anthropic.claude-instant-v1") // expect: anthropic.claude-instant-v1 call-argument runtime retired bedrock chat
            .messages(message));
    }

    Object gemini() {
        Client client = Client.builder().apiKey(key).build();
        client.async.models.generateContent("gemini-1.0-pro", "Hello", null); // expect: gemini-1.0-pro call-argument runtime retired gemini generateContent
        return client.models.generateContent("gemini-1.5-pro", "I am gemini-pro", null); // expect: gemini-1.5-pro call-argument runtime retired gemini generateContent
    }

    Object azure() {
        var client = new OpenAIClientBuilder().endpoint(url).credential(key).buildClient();
        return client.getChatCompletions("gpt-35-turbo", options); // expect: gpt-35-turbo call-argument runtime unknown azure chat.completions
    }

    Object service(OpenAiService service) {
        ChatCompletionRequest request = ChatCompletionRequest.builder()
            .model("gpt-3.5-turbo-0301") // expect: gpt-3.5-turbo-0301 call-argument runtime retired openai chat.completions
            .messages(messages)
            .build();
        return service.createChatCompletion(request);
    }
}

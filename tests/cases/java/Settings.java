package com.example.assistant;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Option;

/** Before, this asked gpt-4-0314. */
@ConfigurationProperties(prefix = "assistant")
public class Settings {
    public static final String DEFAULT_MODEL = "gpt-4-0613"; // expect: gpt-4-0613 constant runtime retired
    private static final String EMBEDDINGS = "text-embedding-" + "ada-002"; // expect: text-embedding-ada-002 join runtime active
    static final String FALLBACK = "gpt-3.5-turbo", HOUSE_MODEL = "house-7b"; // expect: gpt-3.5-turbo constant runtime retired
    private static final String GREETING = "I am gpt-4, hello";
    private static final String URL = "https://example.org/models/gpt-4";
    private static final String o1 = "o1";

    private String model = "gpt-4"; // expect: gpt-4 field runtime retired
    private String title = "Assistant";

    @Value("${assistant.model:gpt-4-32k}") // expect: gpt-4-32k default runtime retired
    private String chatModel;

    @Value("${assistant.judge-model:gpt-9-turbo}") private String judgeModel; // expect: gpt-9-turbo default runtime unknown
    @Value("${assistant.name:assistant-1}") private String name;
    @Value("${assistant.engine}") private String engine;

    @Option(names = {"-m", "--model"}, description = "the model", defaultValue = "gpt-4-1106-preview") // expect: gpt-4-1106-preview default runtime retired
    String requested;

    private final Environment environment;

    Settings(Environment environment, @Value("${x.embedding-model:text-embedding-ada-002}") String embeddingModel) { // expect: text-embedding-ada-002 default runtime active
        this.environment = environment;
    }

    Settings(@DefaultValue("claude-2.1") String model) { // expect: claude-2.1 default runtime retired
        this.environment = null;
        this.model = model;
    }

    String fromEnvironment() {
        String model = System.getenv("CHAT_MODEL");
        return model != null ? model : "gpt-4-0314"; // expect: gpt-4-0314 environment-default runtime retired
    }

    String fromMap() {
        return System.getenv().getOrDefault("CHAT_MODEL", "gpt-9-turbo"); // expect: gpt-9-turbo environment-default runtime unknown
    }

    String optional() {
        return Optional.ofNullable(System.getenv("OPENAI_MODEL")).orElse("gpt-4"); // expect: gpt-4 environment-default runtime retired
    }

    String property() {
        return System.getProperty("assistant.model", "gpt-4-32k-0613"); // expect: gpt-4-32k-0613 environment-default runtime retired
    }

    String spring() {
        return environment.getProperty("assistant.model", "claude-instant-1.2"); // expect: claude-instant-1.2 environment-default runtime retired
    }

    String given(Map<String, String> options) {
        return options.getOrDefault("model", "gpt-4"); // expect: gpt-4 default runtime retired
    }

    String getModel() {
        return model == null || model.isBlank() ? "gpt-3.5-turbo-0613" : model; // expect: gpt-3.5-turbo-0613 other runtime retired
    }

    void setModel(String model) {
        this.model = model;
    }

    record Ask(String model, int tokens) {
        Ask() {
            this("gpt-4-vision-preview", 100); // expect: gpt-4-vision-preview call-argument runtime retired
        }
    }

    @interface Asks {
        String model() default "gpt-4-turbo-preview"; // expect: gpt-4-turbo-preview default runtime retired
    }

    @Asks(model = "gpt-4-0125-preview") // expect: gpt-4-0125-preview call-argument runtime retired
    interface Helper {
        String MODEL = "claude-3-opus-20240229"; // expect: claude-3-opus-20240229 constant runtime retired

        default String answer(String question) {
            return answer(question, MODEL);
        }

        String answer(String question, String model);
    }
}

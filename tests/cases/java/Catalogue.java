package com.example.assistant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Catalogue {
    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    public enum Model {
        GPT_4("gpt-4", 8192), // expect: gpt-4 constant catalogue retired
        TURBO("gpt-3.5-turbo", 4096), // expect: gpt-3.5-turbo constant catalogue retired
        CLAUDE("Claude 2.1", "claude-2.1"), // expect: claude-2.1 constant catalogue retired
        LOCAL;

        private final String id;

        Model(String id, int tokens) {
            this.id = id;
        }
    }

    private static final Map<String, Integer> WINDOWS = Map.of(
        "gpt-4", 8192, // expect: gpt-4 collection catalogue retired
        "gpt-4-32k", 32768, // expect: gpt-4-32k collection catalogue retired
        "gpt-3.5-turbo", 4096); // expect: gpt-3.5-turbo collection catalogue retired

    private static final Map<String, String> SUCCESSORS = Map.ofEntries(
        Map.entry("gpt-4-0314", "gpt-4-0613")); // expect: gpt-4-0314 collection catalogue retired expect: gpt-4-0613 dict-value runtime retired

    static final Map<String, Double> PRICES = new HashMap<>();

    static {
        PRICES.put("gpt-4", 0.03); // expect: gpt-4 other catalogue retired
    }

    static final Set<String> VISION = Set.of("gpt-4-vision-preview", "gpt-4o"); // expect: gpt-4-vision-preview collection catalogue retired expect: gpt-4o collection catalogue retiring
    static final List<String> SUPPORTED_MODELS = List.of("gpt-4", "gpt-4-32k"); // expect: gpt-4 collection catalogue retired expect: gpt-4-32k collection catalogue retired
    static final List<String> FALLBACK_MODELS = List.of("gpt-3.5-turbo", "claude-2.1"); // expect: gpt-3.5-turbo collection runtime retired expect: claude-2.1 collection runtime retired
    static final String[] OFFERED = {
        "gpt-4", // expect: gpt-4 collection catalogue retired
        "gpt-4-32k", // expect: gpt-4-32k collection catalogue retired
        "gpt-3.5-turbo", // expect: gpt-3.5-turbo collection catalogue retired
        "claude-2.1", // expect: claude-2.1 collection catalogue retired
        "claude-instant-1.2" // expect: claude-instant-1.2 collection catalogue retired
    };

    int window(String model) {
        if (model.equals("gpt-4-32k")) { // expect: gpt-4-32k comparison catalogue retired
            return 32768;
        }
        if ("gpt-4".equalsIgnoreCase(model) || model == "gpt-4-0613") { // expect: gpt-4 comparison catalogue retired expect: gpt-4-0613 comparison catalogue retired
            return 8192;
        }
        if (model.startsWith("gpt-4") || !model.contains("gpt-4-turbo-preview")) { // expect: gpt-4 prefix-check catalogue retired expect: gpt-4-turbo-preview comparison catalogue retired
            return 1;
        }
        if (List.of("claude-2.1").contains(model)) { // expect: claude-2.1 comparison catalogue retired
            return 100000;
        }
        switch (model) {
            case "gpt-4-0314": // expect: gpt-4-0314 comparison catalogue retired
                return 8192;
            default:
                break;
        }
        return WINDOWS.getOrDefault("gpt-4", 4096); // expect: gpt-4 comparison catalogue retired
    }

    String successor(String model) {
        return switch (model) {
            case "gpt-4", "gpt-4-32k" -> "gpt-4-0613"; // expect: gpt-4 comparison catalogue retired expect: gpt-4-32k comparison catalogue retired expect: gpt-4-0613 other runtime retired
            case "claude-2.0" -> { // expect: claude-2.0 comparison catalogue retired
                yield "claude-2.1"; // expect: claude-2.1 other runtime retired
            }
            default -> throw new IllegalArgumentException("gpt-4"); // expect: gpt-4 other catalogue retired
        };
    }

    void say(String model) {
        log.info("Asking gpt-4 for {}", model);
        log.warn("gpt-4"); // expect: gpt-4 other catalogue retired
        System.out.println("gpt-4-32k"); // expect: gpt-4-32k other catalogue retired
        throw new IllegalStateException("The model gpt-4 is gone");
    }

    // gpt-4 is only told of here, and so is "gpt-4-32k"
    /* claude-2.1 */
    @Deprecated(since = "gpt-4") // expect: gpt-4 other catalogue retired
    @Schema(description = "the model", example = "gpt-4") // expect: gpt-4 other catalogue retired
    String id() {
        return "models/gpt-4.json";
    }

    Map<String, Object> body(String prompt) {
        Map<String, Object> body = new HashMap<>();
        body.put("model", "gpt-4-1106-preview"); // expect: gpt-4-1106-preview call-argument runtime retired
        body.put("prompt", prompt);
        return Map.of("model", "text-davinci-003", "prompt", prompt, "body", body); // expect: text-davinci-003 dict-value runtime retired
    }

    // modelgate: ignore[retired-model] -- the archive
    String archived = "gpt-4-0613"; // expect: gpt-4-0613 field runtime retired
}

package com.example.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.json.JSONObject;

class RawHttp {
    private static final String URL = "https://api.openai.com/v1/chat/completions";

    private static final String BODY = """
        {
          "model": "gpt-4-0613", // expect: gpt-4-0613 dict-value runtime retired
          "messages": [{"role": "user", "content": "Are you gpt-4?"}],
          "max_tokens": 10
        }
        """;

    private static final String ANSWER = """
        {"model": "gpt-4", "choices": [{"finish_reason": "stop"}], "usage": {}} // expect: gpt-4 dict-value catalogue retired
        """;

    HttpRequest escaped(String key) {
        String body = "{\"model\": \"gpt-3.5-turbo-0613\", \"stream\": true}"; // expect: gpt-3.5-turbo-0613 dict-value runtime retired
        return HttpRequest.newBuilder(URI.create(URL)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    String joined(String prompt) {
        return "{\n"
            + "  \"model\": \"text-davinci-003\",\n" // expect: text-davinci-003 dict-value runtime retired
            + "  \"prompt\": \"" + prompt + "\"\n"
            + "}";
    }

    JSONObject object(String prompt) {
        JSONObject body = new JSONObject();
        body.put("model", "gpt-4-32k"); // expect: gpt-4-32k call-argument runtime retired
        body.put("prompt", "gpt-4 is a model, is it not?");
        return body;
    }

    String mapped(ObjectMapper mapper) {
        return mapper.writeValueAsString(Map.of("model", "claude-2.1", "max_tokens", 10)); // expect: claude-2.1 dict-value runtime retired
    }

    String help() {
        return "Set \"model\": \"gpt-4\" in your settings.";
    }
}

package com.example.http

import io.ktor.client.HttpClient
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

@Serializable
data class ChatRequest(
    @SerialName("model") val model: String = "gpt-4-0613", // expect: gpt-4-0613 default runtime retired
    val messages: List<Message>,
)

suspend fun post(client: HttpClient, prompt: String) = client.post("https://api.openai.com/v1/chat/completions") {
    setBody(ChatRequest(model = "gpt-4-32k", messages = listOf(Message(prompt)))) // expect: gpt-4-32k call-argument runtime retired
}

fun body(prompt: String) = """
    {
        "model": "gpt-3.5-turbo-0613", // expect: gpt-3.5-turbo-0613 dict-value runtime retired
        "messages": [{"role": "user", "content": "$prompt"}]
    }
""".trimIndent()

fun json(prompt: String) = buildJsonObject {
    put("model", "claude-2.1") // expect: claude-2.1 call-argument runtime retired
    put("prompt", prompt)
}

fun escaped() = "{\"model\": \"text-davinci-003\"}" // expect: text-davinci-003 dict-value runtime retired

fun help() = "Set \"model\": \"gpt-4\" in your settings."

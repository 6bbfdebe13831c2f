package com.example.chat

import com.aallam.openai.api.chat.ChatCompletionRequest
import com.aallam.openai.api.chat.chatCompletionRequest
import com.aallam.openai.api.embedding.EmbeddingRequest
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.client.OpenAI
import com.aallam.openai.client.OpenAIHost
import com.openai.client.okhttp.OpenAIOkHttpClient
import com.openai.models.chat.completions.ChatCompletionCreateParams
import dev.langchain4j.model.openai.OpenAiChatModel

class ChatService(
    private val openAI: OpenAI,
    private val model: String = "gpt-4-0613", // expect: gpt-4-0613 default runtime retired openai chat.completions
) {
    suspend fun ask(question: String): String? {
        val request = ChatCompletionRequest(
            model = ModelId(model),
            messages = listOf(ChatMessage(role = ChatRole.User, content = question)),
        )
        return openAI.chatCompletion(request).choices.first().message.content
    }

    suspend fun built(question: String) = openAI.chatCompletion(chatCompletionRequest {
        model = ModelId("gpt-4-32k") // expect: gpt-4-32k call-argument runtime retired openai chat.completions
        messages {
            user { content = question }
        }
    })

    suspend fun embed(text: String) = openAI.embeddings(
        EmbeddingRequest(model = EMBEDDING, input = listOf(text)),
    )

    companion object {
        private val EMBEDDING = ModelId("text-embedding-ada-002") // expect: text-embedding-ada-002 constant runtime active openai embeddings
        const val FAMILY = "gpt-4"  // expect: gpt-4 constant runtime retired
    }
}

val groq = OpenAI(token = key, host = OpenAIHost(baseUrl = "https://api.groq.com/openai/v1/"))

suspend fun fast() = groq.chatCompletion(
    ChatCompletionRequest(model = ModelId("llama3-70b-8192"), messages = emptyList()), // expect: llama3-70b-8192 call-argument runtime retired groq chat.completions
)

fun official(): Any {
    val client = OpenAIOkHttpClient.builder().fromEnv().build()
    val params = ChatCompletionCreateParams.builder()
        .addUserMessage("Are you gpt-4?")
        .model("gpt-4-1106-preview") // expect: gpt-4-1106-preview call-argument runtime retired openai chat.completions
        .build()
    return client.chat().completions().create(params)
}

fun langchain(name: String = System.getenv("OPENAI_MODEL") ?: "gpt-3.5-turbo-0301"): OpenAiChatModel = // expect: gpt-3.5-turbo-0301 environment-default runtime retired openai chat
    OpenAiChatModel.builder()
        .apiKey(key)
        .modelName(name)
        .build()

suspend fun woven(size: String, client: OpenAI) {
    val family = "gpt"
    client.chatCompletion(ChatCompletionRequest(model = ModelId("$family-4-vision-preview"), messages = m)) // expect: gpt-4-vision-preview f-string runtime retired openai chat.completions
    client.chatCompletion(ChatCompletionRequest(model = ModelId("gpt-4-$size"), messages = m)) // expect: gpt-4-$size f-string runtime dynamic openai chat.completions
    client.chatCompletion(ChatCompletionRequest(model = ModelId("gpt-4-${size.lowercase()}"), messages = m)) // expect: gpt-4-${size.lowercase()} f-string runtime dynamic openai chat.completions
}

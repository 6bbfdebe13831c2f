package com.example.assistant

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import org.springframework.beans.factory.annotation.Value

const val DEFAULT_MODEL = "gpt-4-0613" // expect: gpt-4-0613 constant runtime retired
private val FAST = "gpt-3.5-turbo" // expect: gpt-3.5-turbo constant runtime retired
val greeting = "I am gpt-4, hello"
val o1 = "o1"

/** Before, this asked gpt-4-0314. */
data class Settings(
    val model: String = "gpt-4", // expect: gpt-4 default runtime retired
    val temperature: Double = 0.5,
    @Value("\${assistant.judge-model:gpt-4-32k}") val judge: String, // expect: gpt-4-32k default runtime retired
) {
    var embeddingModel: String = "text-embedding-ada-002" // expect: text-embedding-ada-002 field runtime active
    val lazily: String by lazy { "claude-2.1" } // expect: claude-2.1 field runtime retired
    val computed: String get() = "gpt-4-1106-preview" // expect: gpt-4-1106-preview field runtime retired

    @Value("\${assistant.model:claude-instant-1.2}") // expect: claude-instant-1.2 default runtime retired
    lateinit var chatModel: String

    constructor() : this("gpt-4-0314") // expect: gpt-4-0314 call-argument runtime retired

    companion object {
        const val MODEL = "gpt-4-vision-preview" // expect: gpt-4-vision-preview constant runtime retired
        val FALLBACK = "text-davinci-003" // expect: text-davinci-003 constant runtime retired
    }
}

object Models {
    const val CHAT: String = "gpt-4-turbo-preview" // expect: gpt-4-turbo-preview constant runtime retired
}

fun fromEnvironment(): String = System.getenv("CHAT_MODEL") ?: "gpt-4" // expect: gpt-4 environment-default runtime retired

fun house() = System.getenv("CHAT_MODEL") ?: "gpt-9-turbo" // expect: gpt-9-turbo environment-default runtime unknown

fun fromMap() = System.getenv().getOrDefault("CHAT_MODEL", "gpt-4-32k") // expect: gpt-4-32k environment-default runtime retired

fun ifEmpty() = System.getenv("CHAT_MODEL").orEmpty().ifEmpty { "gpt-4-0314" } // expect: gpt-4-0314 environment-default runtime retired

fun property() = System.getProperty("assistant.model", "claude-2.1") // expect: claude-2.1 environment-default runtime retired

fun given(options: Map<String, String>): String = options["model"] ?: "gpt-4-0613" // expect: gpt-4-0613 other runtime retired

fun orElse(options: Map<String, String>) = options.getOrElse("model") { "gpt-4" } // expect: gpt-4 other runtime retired

fun blank(model: String?) = if (model.isNullOrBlank()) "gpt-4-32k-0613" else model // expect: gpt-4-32k-0613 other runtime retired

fun ask(question: String, model: String = "gpt-3.5-turbo-0613", retries: Int = 3): String { // expect: gpt-3.5-turbo-0613 default runtime retired
    val used = model.ifBlank { DEFAULT_MODEL }
    return "$used: $question"
}

class Command : CliktCommand() {
    val model by option("--model", help = "the model").default("gpt-4-0125-preview") // expect: gpt-4-0125-preview default runtime retired
    override fun run() = Unit
}

annotation class Asks(val model: String = "gpt-4") // expect: gpt-4 default runtime retired

@Asks(model = "gpt-4-32k") // expect: gpt-4-32k call-argument runtime retired
class Answers

val tuned = "$DEFAULT_MODEL-tuned"
val family = "gpt"
val joined = "$family-4-0314"
val braced = "${family}-4-32k"
val price = "\$gpt-4"

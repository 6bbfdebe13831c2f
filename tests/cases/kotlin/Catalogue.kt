package com.example.assistant

import org.slf4j.LoggerFactory

enum class Model(val id: String, val window: Int) {
    GPT4("gpt-4", 8192), // expect: gpt-4 constant catalogue retired
    TURBO(id = "gpt-3.5-turbo", window = 4096), // expect: gpt-3.5-turbo constant catalogue retired
    ;
}

val windows = mapOf(
    "gpt-4" to 8192, // expect: gpt-4 collection catalogue retired
    "gpt-4-32k" to 32768, // expect: gpt-4-32k collection catalogue retired
)

val prices = listOf(
    Pair("claude-2.1", 8.0), // expect: claude-2.1 collection catalogue retired
    "claude-instant-1.2" to 0.8, // expect: claude-instant-1.2 collection catalogue retired
)

val vision = setOf("gpt-4-vision-preview", "gpt-4o") // expect: gpt-4-vision-preview collection catalogue retired expect: gpt-4o collection catalogue retiring
val supportedModels = listOf("gpt-4", "gpt-4-32k") // expect: gpt-4 collection catalogue retired expect: gpt-4-32k collection catalogue retired
val fallbackModels = listOf("gpt-3.5-turbo", "claude-2.1") // expect: gpt-3.5-turbo collection runtime retired expect: claude-2.1 collection runtime retired
val choices = arrayOf(
    "gpt-4", // expect: gpt-4 collection catalogue retired
    "gpt-4-32k", // expect: gpt-4-32k collection catalogue retired
    "gpt-3.5-turbo", // expect: gpt-3.5-turbo collection catalogue retired
    "claude-2.1", // expect: claude-2.1 collection catalogue retired
    "claude-instant-1.2", // expect: claude-instant-1.2 collection catalogue retired
)

private val log = LoggerFactory.getLogger("gpt")

fun window(model: String): Int {
    if (model == "gpt-4-32k") return 32768 // expect: gpt-4-32k comparison catalogue retired
    if (model.equals("gpt-4", ignoreCase = true)) return 8192 // expect: gpt-4 comparison catalogue retired
    if (model in listOf("claude-2.1") || model !in setOf("gpt-4-0613")) return 1 // expect: claude-2.1 comparison catalogue retired expect: gpt-4-0613 comparison catalogue retired
    if (model.startsWith("gpt-4")) return 2 // expect: gpt-4 prefix-check catalogue retired
    return windows.getOrDefault("gpt-4", 4096) // expect: gpt-4 comparison catalogue retired
}

fun successor(model: String): String = when (model) {
    "gpt-4", "gpt-4-32k" -> "gpt-4-0613" // expect: gpt-4 comparison catalogue retired expect: gpt-4-32k comparison catalogue retired expect: gpt-4-0613 other runtime retired
    in setOf("claude-2.0") -> { // expect: claude-2.0 comparison catalogue retired
        "claude-2.1" // expect: claude-2.1 other runtime retired
    }
    else -> throw IllegalArgumentException("gpt-4") // expect: gpt-4 other catalogue retired
}

fun limit(model: String) = when {
    model == "gpt-4-0314" -> 1 // expect: gpt-4-0314 comparison catalogue retired
    model.contains("gpt-4-turbo-preview") -> 2 // expect: gpt-4-turbo-preview comparison catalogue retired
    else -> 3
}

fun say(model: String) {
    log.info("Asking gpt-4 for $model")
    log.warn("gpt-4") // expect: gpt-4 other catalogue retired
    println("gpt-4-32k") // expect: gpt-4-32k other catalogue retired
    require(model != "gpt-4") { "The model gpt-4 is gone" } // expect: gpt-4 comparison catalogue retired
    error("gpt-4 is not supported any more")
}

// gpt-4 is only told of here, and so is "gpt-4-32k"
/* claude-2.1 */
fun body(prompt: String) = mapOf("model" to "text-davinci-003", "prompt" to prompt) // expect: text-davinci-003 dict-value runtime retired

fun put(prompt: String) {
    val body = HashMap<String, Any>()
    body["model"] = "gpt-4-1106-preview" // expect: gpt-4-1106-preview dict-value runtime retired
    body.put("model", "gpt-4-0613") // expect: gpt-4-0613 call-argument runtime retired
}

// modelgate: ignore[retired-model] -- the archive
val archived = "gpt-4-0613" // expect: gpt-4-0613 constant runtime retired
val file = "fixtures/gpt-4.json"

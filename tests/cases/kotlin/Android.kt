package com.example.notes

import android.util.Log
import com.google.ai.client.generativeai.GenerativeModel
import com.google.firebase.Firebase
import com.google.firebase.ai.ai
import com.google.firebase.ai.type.GenerativeBackend
import com.google.firebase.vertexai.vertexAI

private const val MODEL_NAME = "gemini-1.5-flash" // expect: gemini-1.5-flash constant runtime retired gemini generateContent

class NotesViewModel(private val key: String) : ViewModel() {
    private val model = GenerativeModel(modelName = MODEL_NAME, apiKey = key)
    private val vision = GenerativeModel("gemini-pro-vision", key) // expect: gemini-pro-vision call-argument runtime retired gemini generateContent

    private val cloud by lazy {
        Firebase.vertexAI.generativeModel(
            modelName = "gemini-1.5-pro-002", // expect: gemini-1.5-pro-002 call-argument runtime retired vertex generateContent
        )
    }

    private val backend = Firebase.ai(backend = GenerativeBackend.googleAI())
        .generativeModel("gemini-1.5-pro") // expect: gemini-1.5-pro call-argument runtime retired gemini generateContent

    fun chosen(prefs: SharedPreferences) = GenerativeModel(
        modelName = prefs.getString("model", "gemini-1.0-pro-001") ?: MODEL_NAME, // expect: gemini-1.0-pro-001 default runtime retired gemini generateContent
        apiKey = key,
        generationConfig = generationConfig { temperature = 0.7f },
    )

    fun summarize(text: String) {
        viewModelScope.launch {
            Log.d(TAG, "Model name: $MODEL_NAME")
            Log.e("gemini-pro", "no answer") // expect: gemini-pro other catalogue retired
            val answer = model.generateContent(text)
        }
    }
}

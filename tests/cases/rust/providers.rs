use genai::chat::{ChatMessage, ChatRequest};
use ollama_rs::generation::chat::{request::ChatMessageRequest, ChatMessage as OllamaMessage};
use ollama_rs::Ollama;
use rig::{completion::Prompt, providers::{anthropic, openai}};
use serde_json::json;

const CLAUDE: &str = "claude-3-opus-20240229"; // expect: claude-3-opus-20240229 constant runtime retired anthropic chat

async fn agents() -> anyhow::Result<()> {
    let client = openai::Client::from_env();
    let joker = client.agent("gpt-4-0613").preamble("You joke about gpt-4.").build(); // expect: gpt-4-0613 call-argument runtime retired openai chat
    let vectors = client.embedding_model("text-embedding-ada-002"); // expect: text-embedding-ada-002 call-argument runtime active openai embedding
    let known = client.completion_model(openai::GPT_4O);
    let claude = anthropic::ClientBuilder::new(&key).build();
    let thinker = anthropic::Client::from_env().agent(CLAUDE).build();
    Ok(())
}

async fn any(client: &genai::Client) -> Result<(), genai::Error> {
    let request = ChatRequest::new(vec![ChatMessage::user("Why?")]);
    client.exec_chat("gemini-1.5-pro", request.clone(), None).await?; // expect: gemini-1.5-pro call-argument runtime retired gemini chat
    for model in ["gpt-4", "claude-2.1"] { // expect: gpt-4 collection runtime retired openai chat // expect: claude-2.1 collection runtime retired anthropic chat
        client.exec_chat(model, request.clone(), None).await?;
    }
    Ok(())
}

async fn local(ollama: &mut Ollama) {
    let model = "llama3.2:latest".to_string(); // expect: llama3.2:latest constant runtime unknown local chat
    let request = ChatMessageRequest::new(model, vec![OllamaMessage::user("Why?".to_string())]);
    ollama.send_chat_messages(request).await.unwrap();
}

async fn bedrock(client: &aws_sdk_bedrockruntime::Client) -> Result<(), Error> {
    let reply = client
        .converse()
        .model_id("anthropic.claude-3-sonnet-20240229-v1:0") // expect: anthropic.claude-3-sonnet-20240229-v1:0 call-argument runtime retired bedrock chat
        .messages(message)
        .send()
        .await?;
    Ok(())
}

async fn raw(http: &reqwest::Client) -> reqwest::Result<()> {
    let body = json!({
        "model": "gpt-4-32k", // expect: gpt-4-32k dict-value runtime retired openai chat.completions
        "messages": [{ "role": "user", "content": "What is gpt-4?" }],
        "stream": true,
    });
    http.post("https://api.openai.com/v1/chat/completions").bearer_auth(key).json(&body).send().await?;
    http.post("https://api.anthropic.com/v1/messages")
        .json(&serde_json::json!({ "model": CLAUDE_OLD, "max_tokens": 100 }))
        .send()
        .await?;
    http.post(format!("{}/v1/embeddings", base))
        .json(&Embed { model: "house-vectors".to_string(), input }) // expect: house-vectors call-argument runtime unknown - embeddings
        .send()
        .await?;
    Ok(())
}

const CLAUDE_OLD: &str = "claude-2.1"; // expect: claude-2.1 constant runtime retired anthropic messages

//! Asks, for instance, gpt-4-0613 for an answer.
use async_openai::{
    config::{AzureConfig, OpenAIConfig},
    types::{
        ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequest, CreateChatCompletionRequestArgs,
        CreateEmbeddingRequestArgs, CreateImageRequestArgs, CreateTranscriptionRequestArgs,
    },
    Client,
};

const DEFAULT_MODEL: &str = "gpt-4-0613"; // expect: gpt-4-0613 constant runtime retired openai chat.completions
static EMBEDDING_MODEL: &'static str = "text-embedding-ada-002"; // expect: text-embedding-ada-002 constant runtime active openai embeddings

pub struct Assistant {
    client: Client<OpenAIConfig>,
    model: String,
}

impl Assistant {
    pub fn new(model: Option<String>) -> Self {
        Self {
            client: Client::new(),
            model: model.unwrap_or_else(|| "gpt-4-32k".to_string()), // expect: gpt-4-32k default runtime retired openai chat.completions
        }
    }

    pub async fn ask(&self, text: &str) -> Result<String, OpenAIError> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(&self.model)
            .messages([ChatCompletionRequestUserMessageArgs::default().content(text).build()?.into()])
            .build()?;
        let reply = self.client.chat().create(request).await?;
        Ok(reply.choices[0].message.content.clone().unwrap_or_default())
    }

    pub async fn plain(&self) -> Result<(), OpenAIError> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(DEFAULT_MODEL)
            .max_tokens(512u32)
            .build()?;
        self.client.chat().create_stream(request).await?;
        let vectors = CreateEmbeddingRequestArgs::default().model(EMBEDDING_MODEL).input("x").build()?;
        self.client.embeddings().create(vectors).await?;
        self.client
            .chat()
            .create(CreateChatCompletionRequest {
                model: "gpt-3.5-turbo".into(), // expect: gpt-3.5-turbo call-argument runtime retired openai chat.completions
                ..Default::default()
            })
            .await?;
        self.client
            .audio()
            .transcribe(CreateTranscriptionRequestArgs::default().file("a.mp3").model("whisper-1").build()?) // expect: whisper-1 call-argument runtime deprecated openai audio.transcriptions
            .await?;
        Ok(())
    }
}

async fn elsewhere() -> Result<(), OpenAIError> {
    let config = OpenAIConfig::new().with_api_base("https://openrouter.ai/api/v1").with_api_key("sk-or-1");
    let router = Client::with_config(config);
    let request = CreateChatCompletionRequestArgs::default()
        .model("anthropic/claude-3-opus") // expect: anthropic/claude-3-opus call-argument runtime unknown openrouter chat.completions
        .build()?;
    router.chat().create(request).await?;

    let azure = Client::with_config(AzureConfig::new().with_api_base(endpoint()).with_api_version("2024-10-21"));
    let mut deployed = CreateChatCompletionRequestArgs::default();
    deployed.model("prod-chat"); // expect: prod-chat call-argument runtime unknown azure chat.completions
    azure.chat().create(deployed.build()?).await?;

    let house = Client::with_config(OpenAIConfig::default().with_api_base(std::env::var("LLM_URL").unwrap()));
    let request = CreateChatCompletionRequestArgs::default()
        .model("house-model-7b".to_owned()) // expect: house-model-7b call-argument runtime unknown - chat.completions
        .build()?;
    house.chat().create(request).await?;

    let openai = Client::new();
    let request = CreateChatCompletionRequestArgs::default().model(pick()).build()?; // expect: pick() call-argument runtime dynamic openai chat.completions
    openai.chat().create(request).await?;
    Ok(())
}

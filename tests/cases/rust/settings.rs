use clap::Parser;
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::env;

#[derive(Parser, Debug)]
#[command(about = "Asks a model")]
pub struct Args {
    /// The model to ask, such as gpt-4o.
    #[arg(short, long, env = "OPENAI_MODEL", default_value = "gpt-4-0613")] // expect: gpt-4-0613 cli-default runtime retired openai
    pub model: String,
    #[clap(long, default_value_t = String::from("text-embedding-ada-002"))] // expect: text-embedding-ada-002 cli-default runtime active openai
    pub embedding_model: String,
    #[arg(long, default_value = "./models")]
    pub model_dir: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Settings {
    #[serde(default = "default_model")]
    pub model: String,
    #[serde(default)]
    pub name: String,
}

fn default_model() -> String {
    "gpt-4-32k".to_string() // expect: gpt-4-32k other runtime retired openai
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            model: String::from("claude-2.1"), // expect: claude-2.1 call-argument runtime retired anthropic
            name: "not-a-model".to_owned(),
        }
    }
}

static MODEL: Lazy<String> = Lazy::new(|| env::var("MODEL").unwrap_or_else(|_| "gpt-3.5-turbo".to_string())); // expect: gpt-3.5-turbo environment-default runtime retired openai

lazy_static! {
    static ref VISION_MODEL: String = env::var("VISION_MODEL").unwrap_or("gpt-4-vision-preview".to_string()); // expect: gpt-4-vision-preview environment-default runtime retired openai
}

pub mod models {
    pub const CHAT: &str = "gpt-4o"; // expect: gpt-4o constant runtime retiring openai
    pub const FALLBACK: &'static str = "o1-mini"; // expect: o1-mini constant runtime retired openai
}

pub fn chosen(fast: bool, config: &Settings) -> String {
    if let Ok(model) = std::env::var("CHAT_MODEL") {
        return model;
    }
    let other = std::env::var("OTHER_MODEL").ok().unwrap_or_else(|| {
        warn!("gpt-4 it is");
        "gemini-1.5-pro".to_string() // expect: gemini-1.5-pro environment-default runtime retired gemini
    });
    let model = match env::var("LLM_MODEL") {
        Ok(model) => model,
        Err(_) => "gpt-4.1".to_string(), // expect: gpt-4.1 constant runtime retiring openai
    };
    let mut settings = Settings::default();
    settings.model = "davinci-002".into(); // expect: davinci-002 field runtime retired openai
    let named = option_env!("BUILD_MODEL").unwrap_or("gpt-4o-mini"); // expect: gpt-4o-mini environment-default runtime retiring openai
    let asked = config.model.clone().unwrap_or("claude-3-opus-20240229".to_string()); // expect: claude-3-opus-20240229 default runtime retired anthropic
    if fast { "gpt-3.5-turbo".to_string() } else { models::CHAT.to_string() } // expect: gpt-3.5-turbo other runtime retired openai
}

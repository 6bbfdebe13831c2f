use std::collections::{HashMap, HashSet};
use tracing::{info, warn};

/// Prices of gpt-4.
pub const KNOWN: &[&str] = &["gpt-4", "gpt-4o", "gpt-4.1", "o1-mini", "gpt-3.5-turbo"]; // expect: gpt-4 collection catalogue retired openai // expect: gpt-4o collection catalogue retiring openai // expect: gpt-4.1 collection catalogue retiring openai // expect: o1-mini collection catalogue retired openai // expect: gpt-3.5-turbo collection catalogue retired openai

#[derive(Serialize, Deserialize, strum::EnumString)]
pub enum Model {
    #[serde(rename = "gpt-4")] // expect: gpt-4 constant catalogue retired openai
    Gpt4,
    #[strum(serialize = "claude-2.1")] // expect: claude-2.1 constant catalogue retired anthropic
    Claude,
}

impl Model {
    pub fn window(name: &str) -> usize {
        match name {
            "gpt-4" | "gpt-4-0613" => 8192, // expect: gpt-4 comparison catalogue retired openai // expect: gpt-4-0613 comparison catalogue retired openai
            "gpt-4-32k" => 32768, // expect: gpt-4-32k comparison catalogue retired openai
            name if name.starts_with("gpt-4o") => 128_000, // expect: gpt-4o prefix-check catalogue retiring openai
            _ => 4096,
        }
    }

    pub fn replacement(name: &str) -> &'static str {
        match name {
            "gpt-3.5-turbo" => "gpt-4.1", // expect: gpt-3.5-turbo comparison catalogue retired openai // expect: gpt-4.1 other runtime retiring openai
            Some("text-davinci-003") => { "gpt-4o-mini" } // expect: text-davinci-003 comparison catalogue retired openai // expect: gpt-4o-mini other runtime retiring openai
            _ => name,
        }
    }
}

pub fn prices() -> HashMap<&'static str, f64> {
    let mut prices = HashMap::new();
    prices.insert("gpt-4-0613", 0.03); // expect: gpt-4-0613 other catalogue retired openai
    let more = phf_map! { "gpt-4-32k" => 0.06, "gpt-4o" => 0.005 }; // expect: gpt-4-32k collection catalogue retired openai // expect: gpt-4o collection catalogue retiring openai
    let set: HashSet<&str> = hashset! { "gpt-4" }; // expect: gpt-4 collection catalogue retired openai
    prices
}

pub fn check(model: &str, prices: &HashMap<String, f64>) -> bool {
    info!("gpt-4");  // expect: gpt-4 other catalogue retired openai
    println!("{} is no gpt-4", model);
    warn!(model = "gpt-4-0613", "asked"); // expect: gpt-4-0613 other catalogue retired openai
    if model == "gpt-4" || model.eq_ignore_ascii_case("gpt-4o") { // expect: gpt-4 comparison catalogue retired openai // expect: gpt-4o comparison catalogue retiring openai
        return true;
    }
    if matches!(model, "claude-2.1" | "o1-mini") || prices.contains_key("gpt-4-32k") { // expect: claude-2.1 comparison catalogue retired anthropic // expect: o1-mini comparison catalogue retired openai // expect: gpt-4-32k comparison catalogue retired openai
        return false;
    }
    // gpt-4 was here
    if let "gpt-4-0613" = model { // expect: gpt-4-0613 comparison catalogue retired openai
        panic!("gpt-4-0613"); // expect: gpt-4-0613 other catalogue retired openai
    }
    prices.get("gpt-4").is_some() // expect: gpt-4 comparison catalogue retired openai
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_known() {
        let client = Client::new("gpt-4-0613"); // expect: gpt-4-0613 call-argument test retired openai
        assert_eq!(Model::window("gpt-4"), 8192); // expect: gpt-4 call-argument test retired openai
    }
}

use rig::providers::openai::Client;

fn strings(client: &Client) {
    let raw = client.agent(r#"gpt-4-0613"#); // expect: gpt-4-0613 call-argument runtime retired openai chat
    let bytes = send(b"gpt-4"); // expect: gpt-4 call-argument runtime retired openai
    let joined = client.agent(concat!("gpt-4", "-32k")); // expect: gpt-4-32k join runtime retired openai chat
    let sum = client.agent("gpt-4".to_string() + "-1106-preview"); // expect: gpt-4-1106-preview join runtime retired openai chat
    let escaped = client.agent("gpt\u{2d}4o"); // expect: gpt-4o call-argument runtime retiring openai chat
    let sliced = client.agent(&"gpt-3.5-turbo"[..]); // expect: gpt-3.5-turbo call-argument runtime retired openai chat
    let text = r#"{"model": "gpt-4", "stream": true}"#; // expect: gpt-4 dict-value runtime retired openai
    let long = "Ask \
        gpt-4 for help";
    let path = "/models/gpt-4";
    let letter = 'g';
    let list = vec!["gpt-4o".to_string(), String::from("gpt-4.1")]; // expect: gpt-4o collection catalogue retiring openai // expect: gpt-4.1 collection catalogue retiring openai
    let pair = ("claude-2.1", 0.5); // expect: claude-2.1 collection catalogue retired anthropic
    let nested = json!({ "options": { "model": "o1-mini".to_string(), "seed": 1 }, "n": [1, 2] }); // expect: o1-mini dict-value runtime retired openai
    /* modelgate: ignore[retired-model] -- shown in a demo */
    let silent = client.agent("gpt-4"); // expect: gpt-4 call-argument runtime retired openai chat
    macro_rules! ask { ($client:expr) => { $client.agent("gpt-4.1") }; } // expect: gpt-4.1 call-argument runtime retiring openai
}

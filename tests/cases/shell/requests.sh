curl https://api.openai.com/v1/chat/completions -H "Content-Type: application/json" -d '{"model": "gpt-4", "messages": []}'
curl -s "https://api.anthropic.com/v1/messages" --data "{\"model\": \"claude-3-opus-20240229\"}"
curl "$OPENAI_BASE_URL/v1/chat/completions" --json '{"model":"gpt-4"}'
curl https://api.openai.com/v1/chat/completions \
  -H "Authorization: Bearer $OPENAI_API_KEY" \
  -d '{
    "model": "gpt-4-32k", "stream": true
  }'
curl https://api.openai.com/v1/chat/completions -d "{\"model\": \"$MODEL\"}"
curl -d @- https://api.openai.com/v1/chat/completions <<EOF
{"model": "gpt-4", "messages": [{"role": "user", "content": "$PROMPT"}]}
EOF
cat <<EOF | curl -d @- https://api.openai.com/v1/chat/completions
{"model": "gpt-4"}
EOF
echo '{"model": "gpt-4"}' | curl https://api.openai.com/v1/chat/completions -d @-
curl "https://generativelanguage.googleapis.com/v1beta/models/gemini-1.5-pro:generateContent?key=$KEY" -d '{"contents": []}'
BODY='{"model": "gpt-4"}'
jq -n --arg model gpt-4 '{model: $model}'
cat > .env <<EOF
OPENAI_MODEL=gpt-4
EOF
cat > config.yaml <<'EOF'
llm:
  model: gpt-4
EOF
python3 - <<'EOF'
client.chat.completions.create(model="gpt-4", messages=[])
EOF
curl https://example.com/gpt-4 -o gpt-4.html

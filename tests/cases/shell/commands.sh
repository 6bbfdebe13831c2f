#!/usr/bin/env bash
set -euo pipefail
# The old one was `gpt-4-32k`. # expect: gpt-4-32k other doc retired openai
export OPENAI_MODEL=gpt-4 # expect: gpt-4 constant runtime retired openai
export ANTHROPIC_MODEL="claude-3-opus-20240229" OTHER=1 # expect: claude-3-opus-20240229 constant runtime retired anthropic
readonly FALLBACK='gpt-3.5-turbo-0301' # expect: gpt-3.5-turbo-0301 constant runtime retired openai
MODEL="${MODEL:-gpt-4}" # expect: gpt-4 environment-default runtime retired openai
MODEL=${MODEL:-gpt-4-32k} # expect: gpt-4-32k environment-default runtime retired openai
: "${EMBEDDING_MODEL:=gpt-4-32k}" # expect: gpt-4-32k environment-default runtime retired openai
ask() {
  local model=${1:-gpt-4} # expect: gpt-4 default runtime retired openai
  local -r prompt="Tell me about gpt-4 and $model"
  python ask.py --model "$model" "$prompt"
}
python ask.py --model gpt-4 --temperature 0.2 # expect: gpt-4 call-argument runtime retired openai
python ask.py --model=gpt-4 # expect: gpt-4 call-argument runtime retired openai
python ask.py --model="gpt-4" --verbose # expect: gpt-4 call-argument runtime retired openai
python ask.py \
  --embedding-model \
  gpt-4-32k # expect: gpt-4-32k call-argument runtime retired openai
OPENAI_MODEL=gpt-4 python ask.py # expect: gpt-4 constant runtime retired openai
env OPENAI_MODEL=gpt-4 python ask.py # expect: gpt-4 constant runtime retired openai
docker run --rm -e OPENAI_MODEL=gpt-4 app # expect: gpt-4 constant runtime retired openai
flyctl secrets set OPENAI_MODEL=gpt-4 # expect: gpt-4 constant runtime retired openai
llm -m gpt-4-32k "Say hello" # expect: gpt-4-32k call-argument runtime retired openai
git diff | llm -m gpt-4 -s "Write a message" > message.txt # expect: gpt-4 call-argument runtime retired openai
aider --model gpt-4 --weak-model gpt-3.5-turbo-0301 . # expect: gpt-4 call-argument runtime retired openai # expect: gpt-3.5-turbo-0301 call-argument runtime retired openai
aider --model sonnet --yes
claude --model opus -p "Review this"
claude -p "Review this" --model claude-3-opus-20240229 # expect: claude-3-opus-20240229 call-argument runtime retired anthropic
npx @openai/codex exec -m gpt-4 "fix it" # expect: gpt-4 call-argument runtime retired openai
codex --model "$MODEL" exec "fix it"
answer=$(sgpt --model gpt-4 "hi") # expect: gpt-4 call-argument runtime retired openai
echo "hi" | mods -m gpt-4 # expect: gpt-4 call-argument runtime retired openai
bash -c 'llm -m gpt-4 hi' # expect: gpt-4 call-argument runtime retired openai
alias ai='llm -m gpt-4' # expect: gpt-4 call-argument runtime retired openai

echo "Using gpt-4 today"
echo gpt-4
printf '%s\n' "model: gpt-4"
echo "Using ${MODEL:-gpt-4}" >&2
log_info "gpt-4 is gone" gpt-4
echo "OPENAI_MODEL=gpt-4" >> "$GITHUB_ENV" # expect: gpt-4 constant runtime retired openai
chosen() {
  echo "gpt-4" # expect: gpt-4 other runtime retired openai
}
usage() {
  echo "gpt-4"
  cat <<EOF
Usage: ask [gpt-4]
MODEL=gpt-4
EOF
}

case "$MODEL" in
  gpt-4|"gpt-4-32k") echo old ;; # expect: gpt-4 comparison catalogue retired openai # expect: gpt-4-32k comparison catalogue retired openai
  gpt-*) echo new ;;
esac
if [[ "$MODEL" == "gpt-4" ]]; then echo x; fi # expect: gpt-4 comparison catalogue retired openai
if [ "$MODEL" = gpt-4 ]; then echo x; fi # expect: gpt-4 comparison catalogue retired openai
if [[ $MODEL == gpt-4* ]]; then echo x; fi # expect: gpt-4 prefix-check catalogue retired openai
test "$MODEL" != gpt-4 || exit 1 # expect: gpt-4 comparison catalogue retired openai
grep -q "gpt-4" models.txt # expect: gpt-4 comparison catalogue retired openai
sed -i 's/gpt-4/gpt-5/' config.yaml
git commit -m "gpt-4"

MODELS=(gpt-4 "gpt-4-32k") # expect: gpt-4 collection runtime retired openai # expect: gpt-4-32k collection runtime retired openai
SUPPORTED_MODELS=(
  gpt-4 # expect: gpt-4 collection catalogue retired openai
)
for m in gpt-4 'gpt-4-32k'; do # expect: gpt-4 collection runtime retired openai # expect: gpt-4-32k collection runtime retired openai
  python bench.py --model "$m"
done
declare -A PRICES=([gpt-4]=30 ["gpt-4-32k"]=60) # expect: gpt-4 dict-value catalogue retired openai # expect: gpt-4-32k dict-value catalogue retired openai
PRICES["gpt-4"]=30 # expect: gpt-4 dict-value catalogue retired openai
docker compose exec ollama ollama pull nomic-embed-text # expect: nomic-embed-text call-argument runtime unknown local
docker exec -it models ollama run llama2 # expect: llama2 call-argument runtime unknown local
kubectl exec deploy/chat -- curl https://api.openai.com/v1/chat/completions -d '{"model": "gpt-4"}' # expect: gpt-4 dict-value runtime retired openai chat.completions
docker compose exec gateway ls

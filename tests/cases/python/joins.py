"""Text that the code puts together is read as one value."""
import openai

VERSION = "4-32k"
SUFFIX = "-0314"
first = "gpt-4" "-turbo-preview"  # expect: gpt-4-turbo-preview join runtime retired
second = "gpt-4" + "-0314"  # expect: gpt-4-0314 join runtime retired
third = f"gpt-{VERSION}"  # expect: gpt-4-32k f-string runtime retired
fourth = "gpt-4" + SUFFIX  # expect: gpt-4-0314 join runtime retired
fifth = "-".join(["claude", "2.1"])  # expect: claude-2.1 join runtime retired
sixth = (
    "gpt-3.5"  # expect: gpt-3.5-turbo-0613 join runtime retired
    "-turbo"
    "-0613"
)
client = openai.OpenAI()


def ask(size):
    client.chat.completions.create(model=f"gpt-4-{size}", messages=[])  # expect: f"gpt-4-{size}" f-string runtime dynamic
    client.chat.completions.create(model="gpt-4" + size, messages=[])  # expect: "gpt-4"+size join runtime dynamic
    print("the model is " + "gpt-4-0314")

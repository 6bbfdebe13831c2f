"""Finds earlier tickets that are like a new one."""

from openai import OpenAI

# Vectors of two models cannot be compared, so each row of the index says which one made it.
OLD_EMBEDDING_MODEL = "gemini-embedding-2-preview"


class Index:
    """The vectors of all closed tickets."""

    def __init__(self, client: OpenAI, table, model: str = "text-embedding-3-small") -> None:
        self.client = client
        self.table = table
        self.model = model

    def vector(self, text: str) -> list[float]:
        """Where the text lies."""
        return self.client.embeddings.create(model=self.model, input=text).data[0].embedding

    def outdated(self):
        """The rows that must be embedded again."""
        return self.table.where(embedded_by=OLD_EMBEDDING_MODEL)

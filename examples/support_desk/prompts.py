"""The instructions of the support desk.

They were written for gpt-4 and shortened for `gpt-5.4-mini`, which needs fewer examples. To try one:

    >>> client.responses.create(model="gpt-4", input=TITLE + "The printer is on fire")
"""

SUMMARY = "Summarise the ticket in three sentences. Begin with what the customer wants."
TITLE = "Give the ticket a subject of at most eight words:\n\n"
URGENT = "Answer yes if a person could be harmed, else no:\n\n"
REPLY = "Draft a reply. Promise nothing. Never say that you are a model such as gpt-4 or Claude."

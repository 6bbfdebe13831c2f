"""Summaries, against an answer that was recorded."""

from types import SimpleNamespace

import pytest

RECORDED = {"id": "chatcmpl-1", "model": "gpt-4-turbo-2024-04-09", "text": "The printer is on fire."}


def test_a_summary_is_the_text_of_the_answer(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "unused")
    pytest.importorskip("openai")
    from support_desk import summarise

    message = SimpleNamespace(content=RECORDED["text"])
    answer = SimpleNamespace(model=RECORDED["model"], choices=[SimpleNamespace(message=message)])
    create = SimpleNamespace(create=lambda **_options: answer)
    monkeypatch.setattr(summarise, "client", SimpleNamespace(chat=SimpleNamespace(completions=create)))
    assert summarise.summarise("Help!", model="gpt-4-turbo") == RECORDED["text"]

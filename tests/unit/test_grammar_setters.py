from __future__ import annotations

import pytest

from pytest_modelgate.grammars.paths import is_setter
from pytest_modelgate.vocabulary import sets_model


@pytest.mark.parametrize("method", ["baseURL", "baseUrl", "base_url", "setBaseUrl", "withBaseUrl", "WithBaseURL"])
def test_a_method_gives_the_argument_that_it_is_called_after(method: str) -> None:
    assert is_setter(method, "baseURL")


@pytest.mark.parametrize("method", ["url", "baseURLs", "getBaseUrl", "with", ""])
def test_a_method_that_is_called_otherwise_gives_another_argument(method: str) -> None:
    assert not is_setter(method, "baseURL")


@pytest.mark.parametrize("method", ["model", "modelName", "WithModel", "setModelId", "with_model", "embeddingModel"])
def test_a_method_that_is_called_like_a_model_gives_one(method: str) -> None:
    assert sets_model(method)


@pytest.mark.parametrize("method", ["getModel", "listModels", "is_model_supported", "loadModel", "temperature"])
def test_a_method_that_asks_for_a_model_gives_none(method: str) -> None:
    assert not sets_model(method)

"""The xai-sdk package: the models that its types name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.catalogues._python import listed, parse
from pytest_modelgate.claims import Catalogue, Claim, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODEL = "xai_sdk/types/model.py"
_MODALITIES = {"ChatModel": "chat", "ImageGenerationModel": "image", "VideoGenerationModel": "video"}


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    claims = tuple(
        Claim(surface="xai", id=id_, modality=_MODALITIES.get(one.name))
        for one in listed(parse(files[_MODEL], _MODEL))
        if one.name.endswith("Model")
        for id_ in one.texts
    )
    if not claims:
        raise UnreadableError(f"{_MODEL} names no models any more; they may have moved to another file")
    return claims


CATALOGUE = Catalogue(
    name="xai-sdk",
    package="xai-sdk",
    official=True,
    surfaces=frozenset({"xai"}),
    members=(_MODEL,),
    read=_read,
)

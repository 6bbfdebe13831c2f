"""Defaults of parameters, of the environment, of commands and of settings."""
import argparse
import os
from dataclasses import dataclass, field

import click
import typer
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


def ask(prompt, model="gpt-4-0314"):  # expect: gpt-4-0314 default runtime retired
    return prompt, model


def judge(prompt, *, engine: str = "davinci"):  # expect: davinci default runtime retired
    return prompt, engine


MODEL = os.environ.get("MODEL", "gpt-4-32k")  # expect: gpt-4-32k environment-default runtime retired
OTHER = os.getenv("OTHER_MODEL", default="gpt-4-32k-0314")  # expect: gpt-4-32k-0314 environment-default runtime retired
THIRD = os.environ.get("THIRD") or "gpt-3.5-turbo-16k-0613"  # expect: gpt-3.5-turbo-16k-0613 constant runtime retired
os.environ.setdefault("FOURTH_MODEL", "claude-2.1")  # expect: claude-2.1 environment-default runtime retired

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="claude-2.0", help="such as gpt-4-0314")  # expect: claude-2.0 cli-default runtime retired
parser.add_argument("--kind", choices=["claude-1.3", "claude-1.2"])  # expect: claude-1.3 collection catalogue retired # expect: claude-1.2 collection catalogue retired


@click.command()
@click.option("--model", default="claude-instant-1.1")  # expect: claude-instant-1.1 cli-default runtime retired
def command(model):
    print(model)


def run(model: str = typer.Option("claude-instant-1.0", "--model")):  # expect: claude-instant-1.0 cli-default runtime retired
    print(model)


@dataclass
class Options:
    model: str = "gpt-4-1106-preview"  # expect: gpt-4-1106-preview field runtime retired
    second: str = field(default="gpt-4-0125-preview")  # expect: gpt-4-0125-preview field runtime retired


class Request(BaseModel):
    model: str = Field(default="gpt-4-turbo-preview", description="such as gpt-4")  # expect: gpt-4-turbo-preview field runtime retired
    backup: str = Field("gpt-3.5-turbo-0613")  # expect: gpt-3.5-turbo-0613 field runtime retired


class Settings(BaseSettings):
    model_name = "gpt-3.5-turbo-0301"  # expect: gpt-3.5-turbo-0301 field runtime retired


def configured(config):
    return config.get("model", "gemini-1.5-pro"), getattr(config, "model", "gemini-1.5-flash")  # expect: gemini-1.5-pro default runtime retired # expect: gemini-1.5-flash default runtime retired

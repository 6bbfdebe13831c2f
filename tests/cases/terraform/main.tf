# Shapes of modules for chat services; gpt-4-32k was used before.
terraform {
  required_version = ">= 1.5"
}

variable "openai_model" {
  description = "The model to ask, such as gpt-4"
  type        = string
  default     = "gpt-4" # expect: gpt-4 default runtime retired openai

  validation {
    condition     = contains(["gpt-4", "gpt-4-32k"], var.openai_model) # expect: gpt-4 comparison catalogue retired openai expect: gpt-4-32k comparison catalogue retired openai
    error_message = "Only gpt-4 and gpt-4-32k are allowed."
  }
}

variable "bedrock_model_id" {
  default = "anthropic.claude-v2" // expect: anthropic.claude-v2 default runtime retired bedrock
}

variable "house" {
  default = "gpt-4" /* expect: gpt-4 default runtime retired openai */
}

variable "models" {
  type = map(string)
  default = {
    chat  = "gpt-4" # expect: gpt-4 dict-value runtime retired openai
    embed = "text-embedding-ada-002" # expect: text-embedding-ada-002 dict-value runtime active openai
    other = "local-thing"
  }
}

variable "allowed_models" {
  default = ["gpt-4", "gpt-4-32k"] # expect: gpt-4 collection catalogue retired openai expect: gpt-4-32k collection catalogue retired openai
}

variable "default_models" {
  default = [
    "gpt-4", # expect: gpt-4 collection runtime retired openai
    "gpt-4-32k", # expect: gpt-4-32k collection runtime retired openai
  ]
}

variable "settings" {
  type = object({
    model = optional(string, "gpt-4") # expect: gpt-4 default runtime retired openai
  })
}

locals {
  chat_model = "gpt-4" # expect: gpt-4 constant runtime retired openai
  fallback   = var.openai_model != "" ? var.openai_model : "gpt-4" # expect: gpt-4 constant runtime retired openai
  is_old     = var.openai_model == "gpt-4" # expect: gpt-4 comparison catalogue retired openai
  starts     = startswith(var.openai_model, "gpt-4-32k") # expect: gpt-4-32k prefix-check catalogue retired openai
  chosen     = coalesce(var.openai_model, "gpt-4") # expect: gpt-4 default runtime retired openai
  looked     = lookup(var.models, "gpt-4-32k", "gpt-4") # expect: gpt-4-32k other catalogue retired openai expect: gpt-4 default runtime retired openai
  price      = local.prices["gpt-4"] # expect: gpt-4 other catalogue retired openai
  built      = "${var.prefix}-gpt-4"
  model      = "gpt-4-${var.day}" # expect: gpt-4-${var.day} f-string runtime dynamic
  umlaut     = "äöü" == "ä" ? "x" : "gpt-4" # expect: gpt-4 constant runtime retired openai
  prices = {
    "gpt-4" = 0.03 # expect: gpt-4 other catalogue retired openai
    gpt-4-32k : 0.06
  }
  versions = { "gpt-4" = "none" } # expect: gpt-4 other catalogue retired openai
}

data "aws_bedrock_foundation_model" "claude" {
  model_id = "anthropic.claude-v2" # expect: anthropic.claude-v2 field runtime retired bedrock
}

resource "aws_bedrockagent_agent" "support" {
  agent_name       = "support"
  foundation_model = "anthropic.claude-3-sonnet-20240229-v1:0" # expect: anthropic.claude-3-sonnet-20240229-v1:0 field runtime retired bedrock
  instruction      = "You are not gpt-4."
}

resource "aws_bedrockagent_knowledge_base" "docs" {
  knowledge_base_configuration {
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-west-2::foundation-model/amazon.titan-embed-text-v2:0" # expect: arn:aws:bedrock:us-west-2::foundation-model/amazon.titan-embed-text-v2:0 field runtime active bedrock
    }
  }
}

resource "aws_lambda_function" "chat" {
  function_name = "gpt-proxy"
  environment {
    variables = {
      OPENAI_MODEL     = "gpt-4" # expect: gpt-4 dict-value runtime retired openai
      BEDROCK_MODEL_ID = "anthropic.claude-v2" # expect: anthropic.claude-v2 dict-value runtime retired bedrock
      LOG_LEVEL        = "info"
      MODEL            = var.openai_model
    }
  }
  tags = {
    Model = "gpt-4" # expect: gpt-4 dict-value catalogue retired openai
  }
}

resource "aws_ecs_task_definition" "app" {
  container_definitions = jsonencode([{
    name  = "app"
    image = "nginx:1.27"
    environment = [
      { name = "OPENAI_MODEL", value = "gpt-4" }, # expect: gpt-4 dict-value runtime retired openai
      { name = "REGION", value = "eu-west-1" },
    ]
  }])
}

resource "azurerm_cognitive_deployment" "chat" {
  name                 = "gpt-4"
  cognitive_account_id = azurerm_cognitive_account.this.id
  model {
    format  = "OpenAI"
    name    = "gpt-4o" # expect: gpt-4o field runtime unknown azure
    version = "2024-05-13"
  }
}

resource "google_vertex_ai_endpoint_with_model_garden_deployment" "x" {
  publisher_model_name = "publishers/google/models/gemini-1.5-pro-002" # expect: publishers/google/models/gemini-1.5-pro-002 field runtime retired vertex
}

resource "google_cloud_run_service" "x" {
  template {
    spec {
      containers {
        env {
          name  = "GEMINI_MODEL"
          value = "gemini-1.5-pro" # expect: gemini-1.5-pro dict-value runtime retired gemini
        }
      }
    }
  }
}

resource "aws_iam_role_policy" "invoke" {
  policy = <<-EOT
    {
      "Statement": [{
        "Action": "bedrock:InvokeModel",
        "Resource": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2" # expect: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2 dict-value catalogue retired bedrock
      }]
    }
  EOT
}

resource "aws_instance" "x" {
  user_data = <<EOF
#!/bin/bash
echo hello gpt-4
export OPENAI_MODEL=gpt-4 # expect: gpt-4 constant runtime retired openai
EOF
}

module "chat" {
  source     = "./modules/gpt-4"
  model_name = "gpt-4" # expect: gpt-4 field runtime retired openai
  base_model = "my-own"
}

output "model" {
  value = "gpt-4" # expect: gpt-4 field runtime retired openai
}

data "aws_iam_policy_document" "invoke" {
  statement {
    actions = ["bedrock:InvokeModel"]
    resources = [
      "arn:aws:bedrock:${var.region}::foundation-model/anthropic.claude-v2", # expect: anthropic.claude-v2 collection catalogue retired bedrock
      "arn:aws:bedrock:*::foundation-model/anthropic.claude-*",
    ]
  }
}

resource "aws_bedrock_provisioned_model_throughput" "x" {
  model_arn = "arn:${data.aws_partition.current.partition}:bedrock:${var.region}::foundation-model/anthropic.claude-v2:1" # expect: anthropic.claude-v2:1 field runtime retired bedrock
}

resource "openai_thing" "each" {
  for_each = toset(["gpt-4", "gpt-4-32k"]) # expect: gpt-4 collection runtime retired openai expect: gpt-4-32k collection runtime retired openai
  lifecycle {
    precondition {
      condition     = var.model == "gpt-4" # expect: gpt-4 comparison catalogue retired openai
      error_message = "gpt-4"
    }
  }
  count    = var.deploy ? 1 : 0
  prompt   = "Say \"hi\" as gpt-4 would"
  body     = "{\"model\": \"gpt-4\"}" # expect: gpt-4 dict-value runtime retired openai
  model    = "gpt-4o-minj" # expect: gpt-4o-minj field runtime mistyped openai
}

resource "helm_release" "litellm" {
  set {
    name  = "config.model"
    value = "gpt-4" # expect: gpt-4 dict-value runtime retired openai
  }
  values = [yamlencode({
    env = {
      OPENAI_API_BASE = "https://openrouter.ai/api/v1"
      OPENAI_MODEL    = "openai/gpt-4" # expect: openai/gpt-4 dict-value runtime unknown openrouter
    }
  })]
}

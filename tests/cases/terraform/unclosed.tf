locals {
  model = "gpt-4
  # expect-notification: unclosed.tf:2: this is no Terraform that can be parsed
}

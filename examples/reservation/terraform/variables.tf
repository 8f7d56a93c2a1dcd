variable "region" {
  type    = string
  default = "us-east-1"
}

variable "endpoint" {
  description = "The sandbox's address; null for AWS."
  type        = string
  default     = null
}

variable "registry" {
  description = "Where the images are, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com."
  type        = string
}

variable "execution_role_arn" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "security_groups" {
  type = list(string)
}

variable "target_groups" {
  description = "The ARN of the blue target group of each service behind a load balancer: api, web."
  type        = map(string)
}

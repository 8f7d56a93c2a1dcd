# The cluster and the services of the example, for an application whose deployments are not Terraform's.
# Load balancer, network, roles, log groups and the CodeDeploy groups are yours to add: the ARNs come in as variables.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region = var.region

  # Against the sandbox: any credentials, and none of the calls that it does not answer.
  skip_credentials_validation = var.endpoint != null
  skip_metadata_api_check     = var.endpoint != null
  skip_requesting_account_id  = var.endpoint != null

  dynamic "endpoints" {
    for_each = var.endpoint == null ? [] : [var.endpoint]
    content {
      ecs = endpoints.value
    }
  }
}

locals {
  behind_a_load_balancer = {
    api = { port = 3000, cpu = 512, memory = 1024 }
    web = { port = 8080, cpu = 256, memory = 512 }
  }
  all = merge(local.behind_a_load_balancer, { sidekiq = { port = null, cpu = 256, memory = 512 } })
}

resource "aws_ecs_cluster" "reservation" {
  name = "reservation"
}

# The first revision, which a service needs to exist. Every later one is registered by a deployment, from the
# application's own file; this one stays as it is.
resource "aws_ecs_task_definition" "first" {
  for_each = local.all

  family                   = "reservation-${each.key}"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = each.value.cpu
  memory                   = each.value.memory
  execution_role_arn       = var.execution_role_arn
  skip_destroy             = true

  container_definitions = jsonencode([{
    name         = each.key
    image        = "${var.registry}/reservation-${each.key}:v1"
    essential    = true
    portMappings = each.value.port == null ? [] : [{ containerPort = each.value.port, protocol = "tcp" }]
  }])
}

# ecs-update-service deploys it.
resource "aws_ecs_service" "sidekiq" {
  name            = "sidekiq"
  cluster         = aws_ecs_cluster.reservation.arn
  task_definition = aws_ecs_task_definition.first["sidekiq"].arn
  desired_count   = 2
  launch_type     = "FARGATE"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets         = var.subnets
    security_groups = var.security_groups
  }

  lifecycle {
    ignore_changes = [
      task_definition, # each deployment sets it
      desired_count,   # Application Auto Scaling sets it
    ]
  }
}

# bluegreen-deploy deploys these.
resource "aws_ecs_service" "blue_green" {
  for_each = local.behind_a_load_balancer

  name            = each.key
  cluster         = aws_ecs_cluster.reservation.arn
  task_definition = aws_ecs_task_definition.first[each.key].arn
  desired_count   = 2
  launch_type     = "FARGATE"

  deployment_controller {
    type = "CODE_DEPLOY"
  }

  load_balancer {
    target_group_arn = var.target_groups[each.key]
    container_name   = each.key
    container_port   = each.value.port
  }

  network_configuration {
    subnets         = var.subnets
    security_groups = var.security_groups
  }

  lifecycle {
    ignore_changes = [
      task_definition, # each deployment sets it
      load_balancer,   # each deployment moves the service to its other target group
      desired_count,   # Application Auto Scaling sets it
    ]
  }
}

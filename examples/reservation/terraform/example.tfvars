registry           = "123456789012.dkr.ecr.us-east-1.amazonaws.com"
execution_role_arn = "arn:aws:iam::123456789012:role/reservation-execution"
subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"]
security_groups    = ["sg-0c1d2e3f405162738"]
target_groups = {
  api = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/reservation-api-blue/1f2e3d4c5b6a7980"
  web = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/reservation-web-blue/3a4b5c6d7e8f9012"
}

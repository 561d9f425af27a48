"""Validates data packages against a JSON schema: validate_package.py SCHEMA FILE...; ends with 1 where one is not valid."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
faults = 0
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        package = json.load(file)
    for error in jsonschema.Draft7Validator(schema).iter_errors(package):
        faults += 1
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}", file=sys.stderr)
sys.exit(1 if faults else 0)

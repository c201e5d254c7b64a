# Test-Json alone is strict; -Options loosens it.
Test-Json '{ "a": [1, true, null] }'
Test-Json '{ "a": 1, /* x */ }'
Test-Json '{ "a": 1, /* x */ }' -Options IgnoreComments, AllowTrailingCommas

# Each way in which a document breaks its schema is an error with its place.
$schema = '{ "type": "object", "required": ["Name"], "additionalProperties": false,
  "properties": { "Name": { "type": "string", "minLength": 2 }, "Port": { "$ref": "#/$defs/port" } },
  "$defs": { "port": { "type": "integer", "minimum": 1, "maximum": 65535 } } }'
Test-Json '{ "Name": "EX01", "Port": 25 }' -Schema $schema
'{ "Port": 0 }', '{ "Name": "x", "Port": "25" }', '{ "Name": "EX01", "Other": 1 }' | ForEach-Object {
  $valid = Test-Json $_ -Schema $schema -ErrorVariable problems -ErrorAction SilentlyContinue
  "$valid"; $problems | ForEach-Object { $_.Exception.Message }
}
$problems[0].FullyQualifiedErrorId
Test-Json 5 -Schema '{ "oneOf": [{ "type": "integer" }, { "minimum": 2 }] }' -ErrorAction SilentlyContinue
"$($Error[0])"
Test-Json '[1, 1]' -Schema '{ "uniqueItems": true, "items": { "enum": [1, 2] } }' -ErrorAction SilentlyContinue
try { Test-Json 1 -Schema '{{' } catch { $_.FullyQualifiedErrorId }
try { Test-Json 1 -Schema '{ "$ref": "#/nowhere" }' } catch { $_.FullyQualifiedErrorId }

# Dates of JSON keep their kind, or take the one that -DateKind names.
('{ "d": "2024-01-02T03:04:05Z" }' | ConvertFrom-Json).d.Kind
('{ "d": "2024-01-02T03:04:05" }' | ConvertFrom-Json -DateKind Local).d.Kind
"$(('{ "d": "2024-01-02T03:04:05+02:00" }' | ConvertFrom-Json -DateKind Offset).d)"
('{ "d": "2024-01-02T03:04:05Z" }' | ConvertFrom-Json -DateKind String).d
#= True
#= Test-Json: 
#= Line |
#=    3 |  Test-Json '{ "a": 1, /* x */ }'
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot parse the JSON.
#= False
#= True
#= True
#= False
#= The JSON is not valid with the schema: Required properties ["Name"] are not present at ''
#= The JSON is not valid with the schema: 0 should be at least 1 at '/Port'
#= False
#= The JSON is not valid with the schema: Value should be at least 2 characters at '/Name'
#= The JSON is not valid with the schema: Value is "string" but should be "integer" at '/Port'
#= False
#= The JSON is not valid with the schema: All values fail against the false schema at '/Other'
#= InvalidJsonAgainstSchemaDetailed,Microsoft.PowerShell.Commands.TestJsonCommand
#= False
#= The JSON is not valid with the schema: Expected 1 matching subschema but found 2 at ''
#= False
#= InvalidJsonSchema,Microsoft.PowerShell.Commands.TestJsonCommand
#= InvalidJsonSchema,Microsoft.PowerShell.Commands.TestJsonCommand
#= Utc
#= Local
#= 01/02/2024 03:04:05 +02:00
#= 2024-01-02T03:04:05Z

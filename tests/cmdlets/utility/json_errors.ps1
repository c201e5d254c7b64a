# What ConvertFrom-Json says of texts that are no JSON: message, path, line and position are Newtonsoft's.
function Read-Bad([string[]]$texts) {
    foreach ($text in $texts) {
        try { $text | ConvertFrom-Json -ErrorAction Stop; "${text} is no error" }
        catch { $text + ' => ' + $_.Exception.Message.Replace('Conversion from JSON failed with error: ', '') }
    }
}

# Texts that end too early: who reads decides.
Read-Bad '{', '{"a":', '{"a":1', '{"a":{"b":1', '{"a":[1', '[', '[1,', '[{"a":1', '"a', '"a\u12', '{a', '/* c'

# Words and numbers.
Read-Bad 'tru', 'trux', 'trueX', 'nul', 'nix', 'NaN1', '12abc', '1e', '08', '+5', '-', '0x', '1k'

# Containers and their separators.
Read-Bad '[x]', '[1,x]', '[[x]]', '{"a":}', '{"a":]', '[1}', ']', '{"a":1,,}', '{a-b:1}', '{"a" 1}', '{"a"/**/:1}'
Read-Bad '[1 2]', '[1][2]', '{"a b":{"c.d":x}}', '"a\q"', '"\u12zz"', "{`n`"a`":x}", "[`n1`nx]"

# What is forgiven: comments, single quotes, trailing and empty commas, octal and hexadecimal numbers.
'[1,,2]', "{'a':,} // c", '[012, 0x1F, .5, 5., 0xFFFFFFFFFFFFFFFF, 1e400]', '[/* a */ 1, /* b */]' |
    ForEach-Object { $_ | ConvertFrom-Json | ConvertTo-Json -Compress }

# The last of a name counts, and stands where it is written. A syntax error comes before one of the names.
'{"a":1,"b":2,"a":3}' | ConvertFrom-Json | ConvertTo-Json -Compress
Read-Bad '{"a":1,"A":2', '{"a":1,"A":2}', '{"":1}'

# Dates of the older form: milliseconds since 1970.
('{"a":"/Date(1667390504580)/"}' | ConvertFrom-Json).a.ToString('o')
('{"a":"/Date(1667390504580)/"}' | ConvertFrom-Json -DateKind String).a

# Depth counts from the first container.
'{"a":{"b":{"c":1}}}' | ConvertFrom-Json -Depth 3 | ConvertTo-Json -Compress -Depth 5
try { '[[[[1]]]]' | ConvertFrom-Json -Depth 3 } catch { $_.Exception.Message }
#= { => Unexpected end when reading JSON. Path '', line 1, position 1.
#= {"a": => Unexpected end when deserializing object. Path 'a', line 1, position 5.
#= {"a":1 => Unexpected end when deserializing object. Path 'a', line 1, position 6.
#= {"a":{"b":1 => Unexpected end when reading token. Path 'a.b'.
#= {"a":[1 => Unexpected end when reading token. Path 'a[0]'.
#= [ => Error reading JArray from JsonReader. Path '', line 1, position 1.
#= [1, => Unexpected end of content while loading JArray. Path '[0]', line 1, position 3.
#= [{"a":1 => Unexpected end of content while loading JArray. Path '[0].a', line 1, position 7.
#= "a => Unterminated string. Expected delimiter: ". Path '', line 1, position 2.
#= "a\u12 => Unexpected end while parsing Unicode escape sequence. Path '', line 1, position 6.
#= {a => Unexpected end while parsing unquoted property name. Path '', line 1, position 2.
#= /* c => Unexpected end while parsing comment. Path '', line 1, position 4.
#= tru => Unexpected end when reading JSON. Path '', line 1, position 3.
#= trux => Error parsing boolean value. Path '', line 1, position 3.
#= trueX => Error parsing boolean value. Path '', line 1, position 4.
#= nul => Unexpected end when reading JSON. Path '', line 1, position 3.
#= nix => Unexpected character encountered while parsing value: n. Path '', line 0, position 0.
#= NaN1 => Error parsing NaN value. Path '', line 1, position 3.
#= 12abc => Input string '12abc' is not a valid number. Path '', line 1, position 5.
#= 1e => Input string '1e' is not a valid number. Path '', line 1, position 2.
#= 08 => Input string '08' is not a valid number. Path '', line 1, position 2.
#= +5 => Unexpected character encountered while parsing value: +. Path '', line 0, position 0.
#= - => Input string '-' is not a valid number. Path '', line 1, position 1.
#= 0x => Input string '0x' is not a valid number. Path '', line 1, position 2.
#= 1k => Unexpected character encountered while parsing number: k. Path '', line 1, position 1.
#= [x] => Unexpected character encountered while parsing value: x. Path '', line 1, position 1.
#= [1,x] => Unexpected character encountered while parsing value: x. Path '[0]', line 1, position 3.
#= [[x]] => Unexpected character encountered while parsing value: x. Path '[0]', line 1, position 2.
#= {"a":} => Unexpected character encountered while parsing value: }. Path 'a', line 1, position 5.
#= {"a":] => JsonToken EndArray is not valid for closing JsonType Object. Path '', line 1, position 6.
#= [1} => JsonToken EndObject is not valid for closing JsonType Array. Path '', line 1, position 3.
#= ] => JsonToken EndArray is not valid for closing JsonType None. Path '', line 1, position 1.
#= {"a":1,,} => Invalid property identifier character: ,. Path 'a', line 1, position 7.
#= {a-b:1} => Invalid JavaScript property identifier character: -. Path '', line 1, position 2.
#= {"a" 1} => Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5.
#= {"a"/**/:1} => Invalid character after parsing property name. Expected ':' but got: /. Path '', line 1, position 4.
#= [1 2] => After parsing a value an unexpected character was encountered: 2. Path '[0]', line 1, position 3.
#= [1][2] => Additional text encountered after finished reading JSON content: [. Path '', line 1, position 3.
#= {"a b":{"c.d":x}} => Unexpected character encountered while parsing value: x. Path '['a b']['c.d']', line 1, position 14.
#= "a\q" => Bad JSON escape sequence: \q. Path '', line 1, position 4.
#= "\u12zz" => Invalid Unicode escape sequence: \u12zz. Path '', line 1, position 3.
#= {
#= "a":x} => Unexpected character encountered while parsing value: x. Path 'a', line 2, position 4.
#= [
#= 1
#= x] => After parsing a value an unexpected character was encountered: x. Path '[0]', line 3, position 0.
#= [1,null,2]
#= {"a":null}
#= [10,31,0.5,5.0,-1,"Infinity"]
#= 1
#= {"b":2,"a":3}
#= {"a":1,"A":2 => Unexpected end when deserializing object. Path 'A', line 1, position 12.
#= {"a":1,"A":2} => Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key 'a' was 'A'.
#= {"":1} => The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.
#= 2022-11-02T12:01:44.5800000Z
#= /Date(1667390504580)/
#= {"a":{"b":{"c":1}}}
#= Conversion from JSON failed with error: The reader's MaxDepth of 3 has been exceeded. Path '[0][0][0]', line 1, position 4.

# What is wrong with a class or an enum is found before anything of the script runs.
function Wrong([string]$text) { try { . ([scriptblock]::Create($text)); 'no error' } catch { $_.FullyQualifiedErrorId } }
foreach ($text in 'class A : string {}', 'class A : int {}', 'class A : System.IO.FileInfo {}', 'enum E { a }; class A : E {}') { Wrong $text }
#= SealedBaseClass
#= SealedBaseClass
#= SealedBaseClass
#= SealedBaseClass
foreach ($text in 'class A : System.Nope {}', 'class A : A {}', 'class A : B {}; class B : A {}') { Wrong $text }
#= TypeNotFound
#= TypeNotFound
#= TypeNotFound
foreach ($text in 'class A {}; class B : A[] {}', 'class A {}; class B {}; class C : A, B {}', 'class A : IDisposable, Exception { [void] Dispose() {} }') { Wrong $text }
#= SubtypeArray
#= InterfaceNameExpected
#= InterfaceNameExpected
foreach ($text in 'class A : IDisposable {}', 'class A : IComparable { [int] CompareTo() { return 0 } }') { Wrong $text }
#= TypeCreationError
#= TypeCreationError
foreach ($text in 'class B : A {}; class A {}', 'class A : Exception {}') { Wrong $text }
#= TypeNotFound
#= no error
foreach ($text in 'enum E : byte { a = 300 }', 'enum E : byte { a = 255; b }', 'enum E { a = 2147483648 }', 'enum E : uint { a = -1 }') { Wrong $text }
#= EnumeratorValueOutOfBounds
#= EnumeratorValueOutOfBounds
#= EnumeratorValueOutOfBounds
#= EnumeratorValueOutOfBounds
foreach ($text in 'enum E { a = [F]::b }; enum F { b = [E]::a }', 'enum E { a = [E]::a }', 'enum E : string { a }', 'enum E { a = @{} }') { Wrong $text }
#= ParseException
#= CycleInEnumInitializers
#= InvalidUnderlyingType
#= CannotConvertValue
foreach ($text in 'enum E { a = [F]::b; c }; enum F { b = 7 }; [int][E]::c', 'enum E : long { a = 5gb }; [E]::a.value__', 'enum E { a = 1 + 1; b }; [int][E]::b') { . ([scriptblock]::Create($text)) }
#= 8
#= 5368709120
#= 3
'before'; enum Small : byte { one = 1; big = 256 }
#= At line:1 char:46
#= + 'before'; enum Small : byte { one = 1; big = 256 }
#= +                                              ~~~
#= The value of the enumerator is out of bounds for the type 'byte'.
#=     + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : EnumeratorValueOutOfBounds
class Base { Base([int]$x) {} }; class Loose : Base { Loose() {} }; class Two : Base { Two() : base('x', 'y') {} }
foreach ($type in [Loose], [Two]) { try { $type::new() } catch { $_.FullyQualifiedErrorId; $_.Exception.Message } }
#= MethodCountCouldNotFindBest
#= Cannot find an overload for "new" and the argument count: "0".
#= MethodCountCouldNotFindBest
#= Cannot find an overload for "new" and the argument count: "2".

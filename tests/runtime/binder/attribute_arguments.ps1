# Validation attributes whose own arguments are wrong, and what they say of values that are.
function Test-That([scriptblock]$block) { try { & $block; 'passes' } catch { "$($_.FullyQualifiedErrorId) $($_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId)" } }
Test-That { function f { param([ValidateCount(-1, 2)]$x) }; f }; Test-That { function f { param([ValidateCount(1, -1)]$x) }; f }; Test-That { function f { param([ValidateCount(2, 1)]$x) }; f }
Test-That { function f { param([ValidateLength(0, -1)]$x) }; f }; Test-That { function f { param([ValidateLength(3, 1)]$x) }; f }; Test-That { function f { param([ValidateLength(1, 3)]$x) }; f 12 }
Test-That { function f { param([ValidateRange('xPositive')]$x) }; f }; Test-That { function f { param([ValidateRange(2, 1)]$x) }; f }; Test-That { function f { param([ValidateRange('one', 10)]$x) }; f }
Test-That { function f { param([ValidateRange([System.Management.Automation.ValidateRangeKind]::NonNegative)]$x) }; f 0; f (-1) }; Test-That { function f { param([ValidateRange('pos')]$x) }; f 5 }
Test-That { function f { param([ValidateRange(1, $null)]$x) }; f }; Test-That { function f { param([ValidateCount('a', 2)]$x) }; f }; Test-That { function f { param([ValidateNothing()]$x) }; f }; Test-That { function f { param([ValidateTrustedData()]$x) }; f 1 }
Test-That { function f { param([ValidateNotNullOrEmpty()]$x) }; f $null }; Test-That { function f { param([ValidateNotNullOrEmpty()]$x) }; f @(1, '') }; Test-That { function f { param([ValidateNotNullOrEmpty()]$x) }; f ('a', 'b').GetEnumerator() }
Test-That { function f { param([ValidateNotNullOrWhiteSpace()]$x) }; f ' ' }; Test-That { function f { param([ValidateNotNullOrWhiteSpace()]$x) }; f @('a', ' ') }; Test-That { function f { param([ValidateNotNullOrEmpty()]$x) }; f ([Collections.Generic.Queue[object]]::new()) }
class NoValues { }; Test-That { function f { param([ValidateSet([NoValues])]$x) }; f 1 }
class Kept : System.Management.Automation.CachedValidValuesGeneratorBase { Kept() : base(60) { } [string[]] GenerateValidValues() { Write-Host 'asked'; return 'a', 'b' } }
Test-That { function f { param([ValidateSet([Kept])]$x) $x }; f a; f b; f c }
#= ExceptionConstructingAttribute 
#= ExceptionConstructingAttribute 
#= ValidateRangeMaxLengthSmallerThanMinLength 
#= ExceptionConstructingAttribute 
#= ValidateLengthMaxLengthSmallerThanMinLength 
#= ParameterArgumentValidationError,f ValidateLengthNotString
#= ExceptionConstructingAttribute 
#= MaxRangeSmallerThanMinRange 
#= MinRangeNotTheSameTypeOfMaxRange 
#= ParameterArgumentValidationError,f ValidateRangeNonNegativeFailure
#= passes
#= ExceptionConstructingAttribute 
#= ExceptionConstructingAttribute 
#= CustomAttributeTypeNotFound 
#= passes
#= ParameterArgumentValidationError,f ArgumentIsNull
#= ParameterArgumentValidationError,f ArgumentCollectionContainsEmpty
#= passes
#= ParameterArgumentValidationError,f ArgumentIsEmptyOrWhiteSpace
#= ParameterArgumentValidationError,f ArgumentCollectionContainsEmptyOrWhiteSpace
#= ParameterArgumentValidationError,f ArgumentIsEmpty
#= Argument 
#= asked
#= a
#= b
#= ParameterArgumentValidationError,f ValidateSetFailure

# The halves of a revision are Int16
$v = [version]::new(1, 2, 3, 0x12345)
$v.MajorRevision, $v.MinorRevision
$v.MajorRevision.GetType().Name
[version]::new(1, 2, 3, 40000).MinorRevision
[version]::new(1, 2).MinorRevision

# Codes of types that no value can be changed to
[Convert]::ChangeType('b', [TypeCode]::Empty)
[Convert]::ChangeType('b', [TypeCode]::DBNull)
$null -eq [Convert]::ChangeType($null, [TypeCode]::Empty)
[Convert]::ChangeType('7', [TypeCode]::Int32) + 1

# A column has a place in a table only
[Data.DataColumn]::new('b').SetOrdinal(0)
$t = [Data.DataTable]::new('t')
$t.Columns.AddRange(@([Data.DataColumn]::new('a'), [Data.DataColumn]::new('b')))
$t.Columns['b'].SetOrdinal(2)
$t.Columns['b'].SetOrdinal(0)
$t.Columns.ColumnName -join ','

# A collection of names and values takes its own kind
$n = [Collections.Specialized.NameValueCollection]::new()
$n.Add('a', '1')
$n.Add('a', '2')
$m = [Collections.Specialized.NameValueCollection]::new($n)
$m.Add($n)
$m['a']
$m.Add('b')
#= 1
#= 9029
#= Int16
#= -25536
#= -1
#= Exception calling "ChangeType" with "2" argument(s): "Object cannot be cast to Empty."
#= At line:9 char:1
#= + [Convert]::ChangeType('b', [TypeCode]::Empty)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : InvalidCastException
#= Exception calling "ChangeType" with "2" argument(s): "Object cannot be cast to DBNull."
#= At line:10 char:1
#= + [Convert]::ChangeType('b', [TypeCode]::DBNull)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : InvalidCastException
#= True
#= 8
#= Exception calling "SetOrdinal" with "1" argument(s): "Column must belong to a table."
#= At line:15 char:1
#= + [Data.DataColumn]::new('b').SetOrdinal(0)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentException
#= Exception calling "SetOrdinal" with "1" argument(s): "Ordinal '2' exceeds the maximum number. (Parameter 'ordinal')"
#= At line:18 char:1
#= + $t.Columns['b'].SetOrdinal(2)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentOutOfRangeException
#= b,a
#= 1,2,1,2
#= Cannot convert argument "c", with value: "b", for "Add" to type "System.Collections.Specialized.NameValueCollection": "Cannot convert the "b" value of type "System.String" to type "System.Collections.Specialized.NameValueCollection"."
#= At line:29 char:1
#= + $m.Add('b')
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodException
#=     + FullyQualifiedErrorId : MethodArgumentConversionInvalidCastArgument

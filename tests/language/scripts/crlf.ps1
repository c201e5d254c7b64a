# BOM, CRLF, form feeds

param (
	$a = 1, # one

	<# two #> $b = 2
)
$text = @"
line $a
	line $b
"@
$text.Split("`n").Count
if ($a -eq 1)
{
	"one"
}
elseif ($b)
{
}
else
{
}

# A script named by a pattern that fits it alone.
Set-Content 1.ps1 '"one"'; Set-Content 2.ps1 '"two"'; ./[13].ps1
./[12].ps1
#= one
#= ./[12].ps1 : The term './[12].ps1' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:3 char:1
#= + ./[12].ps1
#= + ~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (./[12].ps1:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException

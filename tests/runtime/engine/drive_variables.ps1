# Variables of drives: what is not there, and what cannot be written.
try { $nodrive:x } catch { $_.FullyQualifiedErrorId }; try { $nodrive:x = 1 } catch { $_.FullyQualifiedErrorId }
$null = Get-PSDrive; try { $nodrive:x } catch { "$($_.CategoryInfo)" }; try { $nodrive:x = 1 } catch { "$($_.CategoryInfo)" }
"[${Temp:nothing here.txt}]"; ${Temp:emshell drive variable.txt} = 'a', 'b'; ${Temp:emshell drive variable.txt}; Remove-Item 'Temp:emshell drive variable.txt'
try { ${Temp:no such folder/x.txt} = 1 } catch { $_.Exception.GetType().Name }
#= DriveNotFound
#= DriveNotFound
#= ObjectNotFound: (nodrive:String) [], RuntimeException
#= ObjectNotFound: (nodrive:String) [], RuntimeException
#= []
#= a
#= b
#= DirectoryNotFoundException

# Compress-Archive and Expand-Archive.
$null = New-Item -ItemType Directory logs/old -Force; 'one' | Set-Content logs/a.log; 'two' | Set-Content logs/old/b.log; (Get-Item logs/a.log).LastWriteTime = [datetime]'2024-01-02 10:00'
Compress-Archive logs logs; Test-Path logs.zip; Expand-Archive logs.zip; (Get-ChildItem logs -Recurse -File | Sort-Object FullName).Name -join ','
#= True
#= a.log,a.log,b.log,b.log
Expand-Archive logs.zip out -PassThru | ForEach-Object Name; (Get-Item out/logs/a.log).LastWriteTime.ToString('s'); Get-Content out/logs/old/b.log
#= a.log
#= b.log
#= 2024-01-02T10:00:00
#= two
Compress-Archive logs/*.log logs.zip
#= Compress-Archive: The archive file {*}logs.zip already exists. Use the -Update parameter to update the existing archive file or use the -Force parameter to overwrite the existing archive file.
'three' | Set-Content logs/c.log; Get-ChildItem logs/*.log | Compress-Archive -DestinationPath logs.zip -Force; Compress-Archive logs/old/b.log logs.zip -Update -CompressionLevel Fastest; Expand-Archive logs.zip flat; (Get-ChildItem flat | Sort-Object Name).Name -join ','
#= a.log,b.log,c.log
Expand-Archive logs.zip flat 2>&1 | ForEach-Object { $_.FullyQualifiedErrorId }; Expand-Archive logs.zip flat -Force
#= ExpandArchiveFileExists,Microsoft.PowerShell.Commands.ExpandArchiveCommand
#= ExpandArchiveFileExists,Microsoft.PowerShell.Commands.ExpandArchiveCommand
#= ExpandArchiveFileExists,Microsoft.PowerShell.Commands.ExpandArchiveCommand
foreach ($try in { Compress-Archive nope x.zip }, { Compress-Archive logs x.rar }, { Expand-Archive nope.zip }, { 'text' | Set-Content bad.zip; Expand-Archive bad.zip }) { try { & $try } catch { $_.FullyQualifiedErrorId } }
#= ArchiveCmdletPathNotFound,Microsoft.PowerShell.Commands.CompressArchiveCommand
#= NotSupportedArchiveFileExtension,Microsoft.PowerShell.Commands.CompressArchiveCommand
#= ArchiveCmdletPathNotFound,Microsoft.PowerShell.Commands.ExpandArchiveCommand
#= InvalidArchiveFile,Microsoft.PowerShell.Commands.ExpandArchiveCommand
Compress-Archive logs y.zip -WhatIf; Test-Path y.zip
#= What if: Performing the operation "Compress-Archive" on target "{*}y.zip".
#= False

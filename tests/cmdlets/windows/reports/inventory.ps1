# Inventory by CIM: hardware, network, pagefile; CSV.
$null = New-Item C:\Reports -ItemType Directory -Force
$cim = New-CimSession -ComputerName EX01
$cs = Get-CimInstance Win32_ComputerSystem -CimSession $cim
$os = Get-CimInstance -Query 'SELECT Caption, Version, LastBootUpTime, TotalVisibleMemorySize FROM Win32_OperatingSystem' -CimSession $cim
$cpu = Get-CimInstance Win32_Processor -CimSession $cim | Measure-Object NumberOfCores -Sum
$net = Get-CimInstance Win32_NetworkAdapterConfiguration -Filter 'IPEnabled = TRUE' -CimSession $cim
$page = Get-CimInstance Win32_PageFileSetting -CimSession $cim
$row = [pscustomobject]@{
    Name = $cs.Name; Domain = $cs.Domain; MemoryGB = $cs.TotalPhysicalMemory / 1GB; Cores = $cpu.Sum
    System = $os.Caption; Booted = $os.LastBootUpTime -lt (Get-Date); IP = $net.IPAddress -join ';'
    Gateway = $net.DefaultIPGateway -join ';'; PageFileMB = $page.MaximumSize
    Drives = (Get-CimInstance Win32_Volume -Filter 'DriveType = 3' -CimSession $cim | Measure-Object).Count -ge 1
}
Remove-CimSession $cim
$row | Export-Csv C:\Reports\inventory.csv -NoTypeInformation
Import-Csv C:\Reports\inventory.csv | Format-List
foreach ($name in 'EX01', 'DC01', 'EX77') {
    $alive = Test-Connection $name -Count 1 -Quiet
    $address = (Resolve-DnsName $name -Type A -ErrorAction SilentlyContinue).IPAddress
    "{0,-5} {1,-6} {2}" -f $name, $alive, $address
}
(Get-WmiObject Win32_OperatingSystem -ComputerName EX77 -ErrorAction SilentlyContinue) -eq $null

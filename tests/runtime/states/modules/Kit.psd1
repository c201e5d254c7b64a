@{
    ModuleVersion = '1.0'
    RootModule = 'Kit.psm1'
    NestedModules = @('KitInner.psm1')
    ScriptsToProcess = @('KitStart.ps1')
    FunctionsToExport = 'Use-Inner', 'Get-Inner'
}

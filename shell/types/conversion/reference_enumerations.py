"""Enumerations of the reference types; the table is read as that of `enums` is."""

from __future__ import annotations

from typing import Final

from shell.types.conversion.enumerations import register_table

_TABLE: Final = """
System.Net.NetworkInformation.IPStatus Unknown=-1 Success=0 DestinationNetworkUnreachable=11002
  DestinationHostUnreachable DestinationProhibited DestinationPortUnreachable NoResources BadOption HardwareError
  PacketTooBig TimedOut BadRoute=11012 TtlExpired TtlReassemblyTimeExceeded ParameterProblem SourceQuench
  BadDestination=11018 DestinationUnreachable=11040 TimeExceeded BadHeader UnrecognizedNextHeader IcmpError
  DestinationScopeMismatch
System.Net.Sockets.SocketError SocketError=-1 Success=0 Interrupted=10004 AccessDenied=10013 Fault InvalidArgument=10022
  WouldBlock=10035 InProgress AlreadyInProgress AddressAlreadyInUse=10048 AddressNotAvailable NetworkDown
  NetworkUnreachable NetworkReset ConnectionAborted ConnectionReset NoBufferSpaceAvailable IsConnected NotConnected
  Shutdown TimedOut=10060 ConnectionRefused HostDown=10064 HostUnreachable HostNotFound=11001 TryAgain NoRecovery NoData
System.Data.DataRowState! Detached=1 Unchanged=2 Added=4 Deleted=8 Modified=16
System.IO.SeekOrigin Begin=0 Current End
System.IO.Compression.CompressionMode Decompress=0 Compress
System.IO.Compression.CompressionLevel Optimal=0 Fastest NoCompression SmallestSize
System.Xml.Formatting None=0 Indented
System.IO.DriveType Unknown=0 NoRootDirectory Removable Fixed Network CDRom Ram
System.Management.Automation.PSInvocationState NotStarted=0 Running Stopping Stopped Completed Failed Disconnected
System.Management.Automation.SessionStateCategory Variable=0 Alias Function Filter Drive CmdletProvider Scope Command
  Resource Cmdlet
System.Security.Principal.WindowsBuiltInRole Administrator=544 User Guest PowerUser AccountOperator SystemOperator
  PrintOperator BackupOperator Replicator
System.Management.Automation.RunspaceMode CurrentRunspace=0 NewRunspace
System.Management.Automation.Runspaces.RunspaceState BeforeOpen=0 Opening Opened Closed Closing Broken Disconnecting
  Disconnected Connecting
System.Management.Automation.Runspaces.RunspaceAvailability None=0 Available AvailableForNestedCommand Busy
  RemoteDebug
System.Management.Automation.Runspaces.RunspacePoolState BeforeOpen=0 Opening Opened Closed Closing Broken
  Disconnecting Disconnected Connecting
System.Management.Automation.Runspaces.AuthenticationMechanism Default=0 Basic Negotiate
  NegotiateWithImplicitCredential Credssp Digest Kerberos
System.Management.Automation.Runspaces.TargetMachineType RemoteMachine=0 VirtualMachine Container
System.Management.Automation.Runspaces.OutputBufferingMode None=0 Drop Block
System.Management.Automation.Remoting.ProxyAccessType None=0 IEConfig=1 WinHttpConfig=2 AutoDetect=4 NoProxyServer=8
System.Management.Automation.Runspaces.PSThreadOptions Default=0 UseNewThread ReuseThread UseCurrentThread
System.Management.Automation.Runspaces.PipelineState NotStarted=0 Running Stopping Stopped Completed Failed Disconnected
Microsoft.PowerShell.Commands.BreakpointType Line=0 Variable Command
Microsoft.PowerShell.Commands.Language CSharp=0
Microsoft.PowerShell.Commands.OutputAssemblyType Library=0 ConsoleApplication WindowsApplication
Microsoft.PowerShell.Commands.ServiceStartupType InvalidValue=-1 Automatic=2 Manual Disabled AutomaticDelayedStart=10
Microsoft.PowerShell.Commands.SessionFilterState All=0 Opened Disconnected Closed Broken
Microsoft.PowerShell.Commands.UpdateHelpScope CurrentUser=0 AllUsers
Microsoft.PowerShell.Commands.WebAuthenticationType None=0 Basic Bearer OAuth
Microsoft.PowerShell.Commands.WebRequestMethod Default=0 Get Head Post Put Delete Trace Options Merge Patch
Microsoft.PowerShell.Commands.WebSslProtocol! Default=0 Tls=192 Tls11=768 Tls12=3072 Tls13=12288
System.Diagnostics.ProcessWindowStyle Normal=0 Hidden Minimized Maximized
System.Diagnostics.TraceOptions! None=0 LogicalOperationStack=1 DateTime=2 Timestamp=4 ProcessId=8 ThreadId=16
  Callstack=32
System.Management.Automation.Configuration.ConfigScope AllUsers=0 CurrentUser
System.Management.Automation.PSTraceSourceOptions! None=0 Constructor=1 Dispose=2 Finalizer=4 Method=8 Property=16
  Delegates=32 Events=64 Exception=128 Lock=256 Error=512 Errors=640 Warning=1024 Verbose=2048 WriteLine=4096 Data=6167
  Scope=8192 ExecutionFlow=8303 Assert=16384 All=32767
System.Management.Automation.Remoting.SessionType Empty=0 RestrictedRemoteServer Default
System.Management.Automation.Subsystem.SubsystemKind! CommandPredictor=1 CrossPlatformDsc=2 FeedbackProvider=4
System.Reflection.ProcessorArchitecture None=0 MSIL X86 IA64 Amd64 Arm
"""

register_table(_TABLE)

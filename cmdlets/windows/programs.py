"""Programs of Windows that scripts call, played by the lab: what they tell of the network is the lab's.

They say what Windows' own programs say. The machine's programs of these names would speak of another computer, and of a
network that a lab never touches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from organization.dns import hosts, queries
from shell.dotnet.net.pings import echo
from shell.engine.commands.external_info import InnerProgram, Spoken
from shell.values.errors import NotEmulatedException

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_USER: Final = "Administrator"
_PINGS: Final = 4
_SUBNET, _GATEWAY = "255.255.255.0", "192.168.1.1"


def _refuse(program: str, word: str) -> NotEmulatedException:
    return NotEmulatedException(f"{program} {word} is not emulated.", error_id="NotEmulatedProgramOption")


def _option(word: str) -> str:
    """An option in lower case without its mark; empty for anything else."""
    return word[1:].lower() if word[:1] in "-/" and len(word) > 1 else ""


def hostname(session: Runspace, words: list[str]) -> Spoken:
    """`hostname`: the name of the server."""
    if words:
        raise _refuse("hostname", words[0])
    return Spoken([session.organization.forest.server])


def whoami(session: Runspace, words: list[str]) -> Spoken:
    """`whoami`: the account that the session runs as."""
    forest = session.organization.forest
    option = _option(words[0]) if words else ""
    if words and option not in ("upn", "fqdn"):
        raise _refuse("whoami", words[0])
    if option == "upn":
        return Spoken([f"{_USER}@{forest.domain}"])
    if option == "fqdn":
        return Spoken([f"CN={_USER},CN=Users,{forest.dn}"])
    return Spoken([f"{forest.netbios}\\{_USER}".lower()])


def ping(session: Runspace, words: list[str]) -> Spoken:
    """`ping [-n count] [-l size] [-w timeout] [-4] [-6] [-a] host`."""
    count, size, version, target = _PINGS, 32, 0, ""
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        option = _option(word)
        if option in ("n", "l", "w", "i") and waiting and waiting[0].isdecimal():
            number = int(waiting.pop(0))
            count = number if option == "n" else count
            size = number if option == "l" else size
        elif option in ("4", "6"):
            version = int(option)
        elif option and option != "a":
            raise _refuse("ping", word)
        elif not option:
            target = word
    if not target:
        return Spoken(["", "Usage: ping [-a] [-n count] [-l size] [-w timeout] [-4] [-6] target_name", ""], code=1)
    found = echo(session, target, version)
    if found is None:
        text = f"Ping request could not find host {target}. Please check the name and try again."
        return Spoken([text], code=1)
    named = found.address if found.name == found.address or _is_literal(target) else f"{found.name} [{found.address}]"
    said = Spoken(["", f"Pinging {named} with {size} bytes of data:"])
    reply = f"Reply from {found.address}: bytes={size} time<1ms TTL=128"
    if ":" in found.address:
        reply = f"Reply from {found.address}: time<1ms "
    said.out += [reply if found.answered else "Request timed out."] * count
    received = count if found.answered else 0
    loss = 100 if count and not received else 0
    said.out += [
        "",
        f"Ping statistics for {found.address}:",
        f"    Packets: Sent = {count}, Received = {received}, Lost = {count - received} ({loss}% loss),",
    ]
    if received:
        said.out.append("Approximate round trip times in milli-seconds:")
        said.out.append("    Minimum = 0ms, Maximum = 0ms, Average = 0ms")
    said.code = 0 if received else 1
    return said


def _is_literal(name: str) -> bool:
    from ipaddress import ip_address

    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def nslookup(session: Runspace, words: list[str]) -> Spoken:
    """`nslookup [-type=kind] name [server]`: asks the lab's DNS."""
    kind, names = "", []
    for word in words:
        option = _option(word)
        if option:
            name, equals, value = option.partition("=")
            if not equals or not any(each.startswith(name) for each in ("type", "querytype", "qt")):
                raise _refuse("nslookup", word)
            kind = value.upper()
        else:
            names.append(word)
    if not names:
        raise NotEmulatedException(
            "nslookup without a name would ask for commands, which is not emulated.",
            error_id="NotEmulatedProgramOption",
        )
    organization = session.organization
    controller = organization.forest.domain_controller_fqdn
    known = {controller.casefold(), organization.forest.domain_controller.casefold()}
    if len(names) > 1 and names[1].casefold() not in known | {str(hosts.DOMAIN_CONTROLLER_ADDRESS)}:
        return Spoken(
            ["DNS request timed out.", "    timeout was 2 seconds."], [f"*** Request to {names[1]} timed-out"], 1
        )
    said = Spoken([f"Server:  {controller}", f"Address:  {hosts.DOMAIN_CONTROLLER_ADDRESS}", ""])
    name = names[0]
    kind = kind or ("PTR" if _is_literal(name) else "A_AAAA")
    if kind not in queries.RECORD_TYPES:
        raise _refuse("nslookup", f"-type={kind.lower()}")
    try:
        found = queries.ask(organization, name, kind)
    except queries.NoSuchName:
        said.error = [f"*** {controller} can't find {name}: Non-existent domain"]
    except hosts.DnsFailure:
        said.error = [f"*** {controller} can't find {name}: Server failed"]
    else:
        said.out += [*_told(found, name, kind), ""]
    return said


def _told(found: list[queries.Answer], name: str, kind: str) -> list[str]:
    if kind in ("A_AAAA", "A", "AAAA", "PTR"):
        addresses = [each for each in found if each.type in ("A", "AAAA")]
        pointers = [each for each in found if each.type == "PTR"]
        if pointers:
            return [f"Name:    {pointers[0].value}", f"Address:  {name}"]
        host = addresses[0].name if addresses else name
        aliases = [each.name for each in found if each.type == "CNAME"]
        texts = [each.value for each in addresses]
        label = "Addresses:  " if len(texts) > 1 else "Address:  "
        lines = [f"Name:    {host}"]
        lines += [(label if not number else " " * 10) + text for number, text in enumerate(texts)]
        return lines + [("Aliases:  " if not number else " " * 10) + text for number, text in enumerate(aliases)]
    return [line for answer in found for line in _record(answer)]


def _record(answer: queries.Answer) -> list[str]:
    if answer.type == "MX":
        return [f"{answer.name}\tMX preference = {answer.preference}, mail exchanger = {answer.value}"]
    if answer.type == "TXT":
        return [f"{answer.name}\ttext =", "", f'\t"{answer.value}"']
    if answer.type == "SOA":
        return [
            answer.name,
            f"\tprimary name server = {answer.value}",
            f"\tresponsible mail addr = hostmaster.{answer.name}",
            "\tserial  = 1",
            "\trefresh = 900 (15 mins)",
            "\tretry   = 600 (10 mins)",
            "\texpire  = 86400 (1 day)",
            "\tdefault TTL = 3600 (1 hour)",
        ]
    if answer.type in ("A", "AAAA"):
        return [f"{answer.name}\tinternet address = {answer.value}"]
    word = {"NS": "nameserver", "CNAME": "canonical name"}.get(answer.type, "name")
    return [f"{answer.name}\t{word} = {answer.value}"]


def ipconfig(session: Runspace, words: list[str]) -> Spoken:
    """`ipconfig [/all]`: the addresses of the server."""
    option = _option(words[0]) if words else ""
    if option == "flushdns":
        return Spoken(["", "Windows IP Configuration", "", "Successfully flushed the DNS Resolver Cache."])
    if words and option != "all":
        raise _refuse("ipconfig", words[0])
    forest = session.organization.forest
    lines = ["", "Windows IP Configuration", ""]
    if option == "all":
        lines += [
            f"   Host Name . . . . . . . . . . . . : {forest.server}",
            f"   Primary Dns Suffix  . . . . . . . : {forest.domain}",
            "   Node Type . . . . . . . . . . . . : Hybrid",
            "   IP Routing Enabled. . . . . . . . : No",
            "   WINS Proxy Enabled. . . . . . . . : No",
            f"   DNS Suffix Search List. . . . . . : {forest.domain}",
            "",
        ]
    lines += ["", "Ethernet adapter Ethernet:", ""]
    lines.append(f"   Connection-specific DNS Suffix  . : {forest.domain}")
    if option == "all":
        lines += [
            "   Description . . . . . . . . . . . : Lab Network Adapter",
            "   Physical Address. . . . . . . . . : 00-15-5D-01-0A-00",
            "   DHCP Enabled. . . . . . . . . . . : No",
        ]
    for address in hosts.own_server(session.organization).addresses:
        label = "IPv4 Address. . . . . . . . . . . :" if address.version == 4 else "IPv6 Address. . . . . . . . . . . :"
        lines.append(f"   {label} {address}")
    lines.append(f"   Subnet Mask . . . . . . . . . . . : {_SUBNET}")
    lines.append(f"   Default Gateway . . . . . . . . . : {_GATEWAY}")
    if option == "all":
        lines.append(f"   DNS Servers . . . . . . . . . . . : {hosts.DOMAIN_CONTROLLER_ADDRESS}")
    return Spoken(lines)


def tracert(session: Runspace, words: list[str]) -> Spoken:
    """`tracert`: refused."""
    raise NotEmulatedException(
        "tracert is not emulated: every host of the lab is one hop away.", error_id="NotEmulatedProgramOption"
    )


PROGRAMS: Final[dict[str, InnerProgram]] = {
    "hostname": hostname,
    "ipconfig": ipconfig,
    "nslookup": nslookup,
    "ping": ping,
    "tracert": tracert,
    "whoami": whoami,
}

"""Sender reputation: what an address has done before."""

from __future__ import annotations

from ...properties import prop
from ...values.enums import Choice
from .hygiene import MessageHygieneConfig


class ProxyType(Choice):
    """The kind of a proxy server."""

    None_ = 0
    Socks4 = 1
    Socks5 = 2
    HttpConnect = 3
    HttpPost = 4
    Telnet = 5
    Cisco = 6
    Wingate = 7


class SenderReputationConfig(MessageHygieneConfig):
    """Sender reputation: what an address has done before."""

    noun = "sender reputation configuration"

    sender_blocking_enabled: bool = prop(bool, default=True, help="Block senders whose reputation level gets too high.")
    open_proxy_detection_enabled: bool = prop(
        bool, default=True, help="Test whether the sending address is an open proxy. Kept: the lab tests no proxies."
    )
    sender_blocking_period: int = prop(int, default=24, between=(0, 48), help="Hours for which a sender is blocked.")
    srl_block_threshold: int = prop(int, default=7, between=(0, 9), help="The level from which a sender is blocked.")
    proxy_server_name: str | None = prop(
        str, default=None, help="A proxy server over which open proxies are tested. Kept: the lab tests no proxies."
    )
    proxy_server_port: int = prop(
        int,
        default=0,
        between=(0, 65535),
        help="The TCP port of the proxy server, 0 to 65535. Kept: the lab tests no proxies.",
    )
    proxy_server_type: ProxyType = prop(
        ProxyType,
        default="None",
        help="The kind of the proxy, such as Socks5 or HttpConnect; None for none. Kept: the lab tests no proxies.",
    )

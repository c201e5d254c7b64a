"""Exchange Server 2019."""

from .e2016 import PROFILE as E2016
from .profile import Version, overriding

PROFILE = E2016.but(
    version=Version.V2019,
    product="Microsoft Exchange Server 2019",
    build=(15, 2, 1118, 7),
    received_id="15.2.1118.7",
    log_version="15.02.1118.007",
    tls_versions=("TLSv1_2", "TLSv1_3"),
    defaults=overriding(E2016.defaults, ReceiveConnector={"smtp_utf8_enabled": True}),
)

"""Exchange Server Subscription Edition."""

from .e2019 import PROFILE as E2019
from .profile import Version

PROFILE = E2019.but(
    version=Version.SE,
    product="Microsoft Exchange Server SE",
    build=(15, 2, 2562, 17),
    received_id="15.2.2562.17",
    log_version="15.02.2562.017",
)

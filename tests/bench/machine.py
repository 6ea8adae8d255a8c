"""What the figures were measured on."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def described() -> str:
    """For example "3 December 2026, Debian 12.8, 2 cores of Intel(R) Xeon(R), load average 0.1"."""
    now = datetime.now(UTC)
    cpu = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = cpu[0].split(":", 1)[1].strip() if cpu else platform.machine()
    debian = Path("/etc/debian_version").read_text().strip()
    day = f"{now.day} {now:%B %Y}"
    return f"{day}, Debian {debian}, {os.cpu_count()} cores of {model}, load average {os.getloadavg()[2]:.1f}"

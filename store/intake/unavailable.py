"""Why a cluster does not read."""


class ClusterUnavailable(Exception):
    """The cluster cannot be used, or not any more; the message says why and what to do."""

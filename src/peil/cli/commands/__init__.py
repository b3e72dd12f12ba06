"""The commands, in the order in which a study goes through them."""

from peil.cli.commands.audit import AUDIT
from peil.cli.commands.check import CHECK
from peil.cli.commands.contacts import CONTACTS
from peil.cli.commands.diff import DIFF
from peil.cli.commands.estimate import ESTIMATE
from peil.cli.commands.export import EXPORT
from peil.cli.commands.import_ import IMPORT
from peil.cli.commands.invite import INVITE
from peil.cli.commands.new import NEW
from peil.cli.commands.phase import PHASE
from peil.cli.commands.privacy import PRIVACY
from peil.cli.commands.remind import REMIND
from peil.cli.commands.report import REPORT
from peil.cli.commands.retire import RETIRE
from peil.cli.commands.serve import SERVE
from peil.cli.commands.show import SHOW
from peil.cli.commands.simulate import SIMULATE
from peil.cli.commands.status import STATUS
from peil.cli.commands.tables import TABLES

COMMANDS = (
    NEW,
    CHECK,
    SHOW,
    DIFF,
    SIMULATE,
    SERVE,
    PHASE,
    INVITE,
    REMIND,
    STATUS,
    EXPORT,
    IMPORT,
    CONTACTS,
    RETIRE,
    PRIVACY,
    TABLES,
    REPORT,
    AUDIT,
    ESTIMATE,
)

"""The commands, in the order in which a study goes through them."""

from peil.cli.commands.audit import AUDIT
from peil.cli.commands.check import CHECK
from peil.cli.commands.estimate import ESTIMATE
from peil.cli.commands.new import NEW
from peil.cli.commands.report import REPORT
from peil.cli.commands.simulate import SIMULATE
from peil.cli.commands.tables import TABLES

COMMANDS = (NEW, CHECK, SIMULATE, TABLES, REPORT, AUDIT, ESTIMATE)
